import { oneOf, phrases } from './grammar.ts';

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** What a business does for a customer, and says so even without a pronoun: "will send the list". */
export const elided = wordsOf(
  `add adjust answer arrange ask book bring call cancel change chase check clean collect confirm contact correct credit deliver
   design dispatch draft drop e email exchange find finish fix follow forward get give hold inform install investigate invoice
   issue keep let look mail make measure message notify offer order organise organize pack phone pop post prepare print process
   provide put quote refund remind repair replace reply reschedule resend reserve resolve respond return review ring roast schedule
   send set share ship show sort speak swap switch telephone tell text transfer try update visit write`,
);
/** What it does besides, which without a pronoun may be theirs: "will look at it". */
const others = wordsOf(
  `alter amend arrive assemble assist attach attend bake begin bill build cc charge come compensate complete connect courier cover
   cut deal demonstrate discuss do engrave ensure escalate explain extend fetch go hand handle have help honor honour include
   inspect introduce launch leave load lower match meet mend move open paint pass pay pick present publish raise reach ready
   recheck reimburse remove reorder repaint restock revise roll save see serve settle sign solve source start stay stock stop
   submit supply swing tailor take talk test touch translate treat turn unload upgrade upload waive wash`,
);
export const service: ReadonlySet<string> = new Set([...elided, ...others]);
export const adverb =
  /^(?:also|definitely|certainly|gladly|personally|now|then|both|just|still|probably|surely|of|course|immediately|quickly|happily|all|always|never|not|hereby|actually|really|simply|first|again|either|soon|shortly|promptly|usually|often|normally|sometimes|then|ourselves|myself|absolutely|naturally|likely|today|finally|already)$/;
export const expanded: Readonly<Record<string, string>> = { ll: 'will', m: 'am', re: 'are', ve: 'have', d: 'would' };
/** What is done for a customer, as a noun: "delivery is on Thursday". */
export const deeds = /^(?:delivery|installation|collection|pickup|fitting|handover|dispatch|shipment|shipping)$/;

export const moving = oneOf(
  'arrive|arrives|arriving|ship|ships|shipping|leave|leaves|leaving|go|goes|going|come|comes|coming|follow|follows|reach|reaches|land|lands|start|starts|get|gets|depart|departs|head|heads',
);

/** What things of ours then are. */
export const ready = phrases(
  '(?:ready|there|with (?:you|her|him|them)|at (?:yours|hers|theirs|your|her|his|their)(?: (?:door|place|office|shop|house|home))?|back from (?:the|our) \\p{L}+|on (?:its|their|the) way|in touch|in the post|available|on site|round|done|finished|(?:back )?in your \\p{L}+|complete|up and running|waiting for you)',
);

export const things = phrases(
  'your \\p{L}+|(?:the|an?|this|our|both|all)(?: \\p{L}+)? (?:loaner|chairs?|tables?|shelves|doors?|windows?|parcel|parcels|package|packages|order|orders|delivery|shipment|shipments|goods|part|parts|invoice|quote|quotation|sample|samples|boxes?|replacements?|pallets?|van|truck|contract|refund|credit note|materials|tickets?|documents|proofs?|reports?|batch|rest|crown|lens|lenses|glasses|furniture|sofa|tyres|tiles)|delivery|shipment|parcel',
  'the (?:remaining|missing|other|new|second|last) \\p{L}+|it|they|everything',
);

const participles = /^(?:sent|done|made|paid back|brought|rung|found|fixed|put|cut|kept|held|told|built|given|written|set|taken|ready)$/;

/** "Be delivered", "be sent", "be called back": done by us. Paying and the like is theirs. */
export function isDone(participle: string, next = ''): boolean {
  if (/^(?:transferred|paid|closed|opened|moved|held|signed|bought|married|discussed|charged|covered|attended)$/.test(participle))
    return next === 'back' || (participle === 'held' && next === 'for');
  return participles.test(participle) ? participle !== 'ready' : participle.endsWith('ed') && service.has(base(participle));
}

/** "Sending", "sends", "shipped": send, send, ship. */
export function base(verb: string): string {
  if (service.has(verb)) return verb;
  const ends = [/ies$/, /ied$/, /ing$/, /es$/, /ed$/, /s$/];
  for (const ending of ends) {
    if (!ending.test(verb)) continue;
    const stem = verb.replace(ending, /i/.test(ending.source.slice(0, 1)) && !ending.source.startsWith('ing') ? 'y' : '');
    const forms = [stem, `${stem}e`, stem.replace(/(.)\1$/u, '$1')];
    const known = forms.find((form) => service.has(form));
    if (known !== undefined) return known;
  }
  return verb;
}
