import { hasBefore, set, type Voice } from './voice.ts';

const notCertain = set('եթե երբ հարցրեց հարցնում թե երբևէ');
const promised = set('խոստացա խոստացանք խոստացել');
/** What begins and ends as the future does and is none, or is a wish. */
const others = set('կամ կյանք կողմ կուզեմ կուզենամ կուզենք կուզենանք կարծեմ կարամ կարանք կանանք');

/** "Կուղարկեմ", "կզանգենք", "ուղարկելու եմ": Armenian says who by the ending of the verb. */
export const armenian: Voice = ({ folded }) => {
  if (promised.has(folded[0] ?? '')) return 0;
  const verb = folded.findIndex((word, place) => isFuture(word) || isIntended(word, folded[place + 1] ?? ''));
  return verb < 0 || hasBefore(folded, verb, notCertain) ? undefined : 0;
};

function isFuture(word: string): boolean {
  return /^կ.+(?:եմ|ամ|ենք|անք)$/.test(word) && !others.has(word);
}

function isIntended(word: string, next: string): boolean {
  return /(?:ելու|ալու)$/.test(word) && (next === 'եմ' || next === 'ենք');
}
