import type { LearningWords } from './words.ts';

export const english: LearningWords = {
  preference:
    "prefers|prefer|likes|loves|dislikes|hates|doesn't like|does not like|don't like|do not like|favourite is|favorite is|would rather|always takes|always buys|always drinks|usually takes|usually buys|drinks only|only drinks|best reached|best to call|would like to be called",
  need: 'needs|is looking for|are looking for|is in need of|has need of|is short of|depends on',
  circumstance:
    'has a new|have a new|has moved|have moved|moved to|moved house|is moving|got married|is getting married|is engaged|got engaged|had a baby|had a child|is expecting|retired|has retired|is retiring|changed jobs|has a new job|started a job|lost the job|opened a|is opening|has opened|is renovating|renovated|bought a house|lives in|lives with|works at|works as|works from home|has a dog|has a cat|has two|has three|has children|has kids|is a widow|is a widower|got divorced|graduated|travels to|is away until|is on leave',
  interest: 'is interested in|are interested in|collects|plays|is a fan of|enjoys|is into|is keen on|hobby is|passionate about',
  constraint:
    "can't eat|cannot eat|can't drink|cannot drink|doesn't eat|does not eat|doesn't drink|does not drink|vegetarian|vegan|fasts|is fasting|only after|only before|never before|not before|cannot come|can't come on|pays only|no calls|do not call|don't call",
  health:
    'allergic|allergy|intolerant|intolerance|diabetic|diabetes|pregnant|gluten-free|gluten free|coeliac|celiac|on a diet|had surgery|in hospital|is ill|was ill|blood pressure|disabled',
  us: 'i|we|us|our|my|i am|we are|you|your',
  notCertain: 'if|whether|maybe|perhaps|asked|asks|used to|no longer',
};
