import { oneOf, phrases } from './grammar.ts';

const services =
  'send|resend|post|mail|email|e|forward|call|ring|phone|telephone|text|message|write|reply|answer|respond|come|contact|bring|deliver|drop|ship|dispatch|courier|pick|collect|fetch|take|get|' +
  'prepare|make|build|print|bake|paint|repaint|fix|repair|mend|replace|refund|credit|exchange|swap|return|reimburse|compensate|reserve|keep|hold|save|order|reorder|confirm|arrange|organise|organize|book|schedule|reschedule|' +
  'quote|offer|inform|tell|notify|update|remind|let|set|give|provide|share|show|visit|inspect|measure|invoice|pack|check|recheck|ask|find|look|see|follow|chase|speak|talk|discuss|raise|go|start|begin|finish|complete|do|' +
  'have|sort|resolve|solve|handle|deal|investigate|review|test|install|assemble|clean|wash|remove|collect|process|issue|extend|waive|cancel|change|adjust|correct|upgrade|design|draft|cut|order|source|supply|restock|stock|try|put|add|sign|submit|upload|transfer|connect|introduce|escalate|pass|work|stay|meet|welcome|help|assist|explain|present|demonstrate|roast|alter|tailor|engrave|translate|publish|launch|roll|move|load|unload|open|pay|cover|honour|honor|match|lower|drop|swing|pop|stop|attend|leave|hand|arrive|ensure|treat|serve|attach|include|revise|amend|settle|cc|quote|ready|reach|touch|turn|bill|charge';
export const service = new Set(services.split('|'));
/** Of these, what says too little without a pronoun before it: "will look at it" may be theirs. */
export const elided = new Set(
  `send resend call ring phone telephone email e mail write text message bring deliver prepare check ask find look let get follow reply answer respond fix repair replace refund exchange
   reserve keep hold order confirm arrange book ship post quote offer inform tell remind forward set make give provide share update try drop show visit invoice pack put organise organize
   schedule reschedule roast chase dispatch contact sort investigate credit notify resolve return collect measure install speak review process`.split(
    /\s+/,
  ),
);
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
  '(?:ready|there|with (?:you|her|him|them)|at (?:your|her|his|their) (?:door|place|office|shop|house|home)|back from (?:the|our) \\p{L}+|on (?:its|their|the) way|in touch|in the post|available|on site|round|done|finished|in your (?:hands|inbox|account)|complete|up and running|waiting for you)',
);

export const things = phrases(
  'your \\p{L}+|(?:the|an?|this|our|both|all)(?: \\p{L}+)? (?:parcel|parcels|package|packages|order|orders|delivery|shipment|shipments|goods|part|parts|invoice|quote|quotation|sample|samples|boxes?|replacements?|pallets?|van|truck|contract|refund|credit note|materials|tickets?|documents|proofs?|reports?|batch|rest|crown|lens|lenses|glasses|furniture|sofa|tyres|tiles)|delivery|shipment|parcel',
  'it|they|everything',
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
