import { fold } from '#kit/domain/fold.ts';
import { predicates } from './english-predicates.ts';
import { theySpeak } from './english-tokens.ts';
import { base, elided, moving, ready, service, things } from './english-words.ts';
import { lineOf, oneOf, phrases, type Grammar } from './grammar.ts';

/** English says who by its pronoun: "I'll send", "we are going to call", "you'll have it", "let me check", "will send". */
export const english: Grammar = {
  script: /[a-z]/i,
  prepare: (words) => words.map((word) => fold(word)),
  predicates,

  service: { test: (verb: string) => service.has(base(verb)) },
  state: oneOf(
    'think|know|understand|remember|hope|wish|need|want|like|love|miss|wait|expect|believe|regret|consider|decide|feel|enjoy|forget|lose|win|be|am|able|happy|glad|close|closed|see|say|admit|bet|guess|assume|suppose|appreciate|hear|live|retire|marry|have to|die|survive|manage|vote|watch|hate|prefer|worry|doubt|refuse|stop|charge|pass|never|travel|fly|celebrate|relax|sleep|rest|enjoy',
  ),
  theirs: oneOf('pay|transfer|settle|buy|purchase|sign|decide|think|want|need|order|reorder|choose|like|attend|wire|approve|marry'),
  fetching: oneOf('collect|pick|fetch'),
  receive: oneOf('have|get|receive|expect|hear|be|find'),
  passive: /(?!)/u,
  moving,
  being: oneOf('be|is|are'),
  ready,
  people: phrases(
    '(?:colleague|colleagues|technician|technicians|engineer|engineers|driver|drivers|courier|team|workshop|accountant|accounts|assistant|plumber|electrician|fitter|fitters|installer|installers|mechanic|mechanics|receptionist|representative|nurse|carpenter|warehouse|supervisor|manager|delivery man|specialist)',
    'someone|somebody|one of us|one of (?:our|the|my) \\p{L}+|our (?!customer|client|landlord|supplier|bank|neighbour|neighbor|competitor|insur)\\p{L}+|my (?:colleague|assistant|boss|team|partner)',
  ),
  things,

  leavesGivenOut: true,
  given: phrases(
    '(?:i|we) (?:(?:can|do|hereby) )?(?:\\p{L}+ly )?(?:promise|guarantee|commit|undertake|pledge|swear|assure you|give (?:you|her|him|them) (?:my|our) word)(?: you)?(?: to)?(?: that)?(?: (?:i|we)(?:.ll| will| shall))?',
    "(?:(?:i|we)(?: have)?|(?:i|we)'ve) (?:promised|guaranteed|committed to|undertook|pledged|agreed to|assured (?:her|him|them)|gave (?:her|him|them|you) (?:my|our) word)(?: to)?",
    '(?:i|we) aim to|(?<=^ )expect|(?<=^ )(?:count|rely|depend) on (?:me|us) (?:to|for)',
    '(?<=^ )promised(?= (?:her|him|them|you|mr|mrs|ms|dr)(?: |$))',
    `(?<=^ )(?:promised|agreed) to(?= (?:${[...elided].join('|')}|have|be|do|make|help|cover|pick|start|clean) )`,
    '(?:you have|you ve got) (?:my|our) (?:word|promise)(?: that)?|(?:you|she|he|they) can (?:count|rely|depend) on (?:me|us) (?:to|for)|you can expect|we are committed to|i am committed to',
  ),
  told: phrases(
    "(?:(?:i|we)(?: have|'ve)? (?:\\p{L}+ly |just |already |also )?|(?<=^ )(?:have |just |also )?)(?:told|said|assured|confirmed|wrote|replied|informed|mentioned|answered|explained|agreed|let)(?: \\p{L}+)*",
    '(?:was|were|been) (?:told|informed|promised|assured)(?: \\p{L}+)*|(?:i|we) (?:hereby |can )?(?:confirm|assure (?:you|her|him|them)|expect)(?: \\p{L}+)*|(?:am|are|is) (?:happy|pleased|glad|delighted|writing|able|sure|certain|confident)(?: \\p{L}+)*|(?:can|to|will|would|do|let me|may|like to) (?:\\p{L}+ly )?(?:confirm|assure|tell|let|inform|say)(?: \\p{L}+)*|(?:confirming|letting (?:you|her|him|them) know|emailing to say|writing to (?:say|confirm))(?: \\p{L}+)*|rest assured|be assured|(?:please )?note|my word|our word|i am sure|word',
  ),
  agreed: phrases('(?<! (?:not|never) )(?:agreed|agreement|left it|arranged|settled|as discussed|decided|the plan is|plan)'),
  must: phrases(
    "(?:i've|we've|need|needs|have|got|must|should|ought|remember|due|supposed|intend|propose|plan|planning|aim|aiming|mean|owe|forget|remind (?:me|myself)|reminder|to ?do|next steps?|note to self)",
  ),
  can: phrases('(?:i|we) (?:can|could)'),
  maybe: phrases(
    "(?:(?:don't|not) think|maybe|perhaps|possibly|might|hopefully|let us hope|let's hope|fingers crossed|with luck|i hope|we hope|i wish|we wish|if only|not sure|i doubt|in theory|theoretically)",
  ),
  habit: phrases('(?:always|usually|every|often|normally|sometimes|never|generally|each|typically|rarely|whenever)'),

  reported: { test: theySpeak },
  that: oneOf('that|whether|if'),
  condition: phrases(
    '(?:if|whether|unless|provided|providing|assuming|otherwise|in case|as long as|on condition|should you|were you|had you|depending on|subject to|whenever)',
  ),
  time: phrases('(?:when|once|after|as soon as|the moment)'),
  asking: oneOf('check|checking|ask|asking|see|find|know|confirm|look|tell|wonder|verify|enquire|inquire|investigate|ask'),
  isTheirDoing: (words) =>
    // "The moment they arrive": goods do.
    !(words[0] === 'they' && /^(?:arrive|come|are|get|land)$/.test(words[1] ?? '')) &&
    (/^(?:(?:you|he|she|they)(?:'\p{L}+)?|customers?|clients?|mr|mrs|ms|your (?:payment|deposit|approval|confirmation|answer|reply))$/u.test(
      words[0] ?? '',
    ) ||
      / (?:you|he|she|they|customer|client|your (?:payment|deposit|approval|confirmation|answer|reply)|the (?:deposit|payment)) /.test(
        lineOf(words.slice(0, 3)),
      )),
};
