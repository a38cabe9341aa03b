import { oneOf, phrases } from './grammar.ts';

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** What a business does for a customer, and says so even without a pronoun: "will send the list". */
export const elided = wordsOf(
  `add adjust alter answer arrange ask assemble backdate book bring calibrate call cancel change chase check clean collect compensate confirm contact
   correct courier credit deduct deliver design despatch discount dispatch draft drill drop e email engrave escalate exchange fax find finish fit fix follow
   forward get give grind hang hem hold inform install investigate invoice iron issue keep let look mail make measure mend message mount notify offer order
   organise organize pack paint patch phone polish pop post prepare print process prune provide put quote rebook redeliver redo refill refit refund remake
   remind renew repair replace reply report reprint rerun reschedule resend reserve resolve respond restock return revert review rewire ring roast sand
   schedule send service set sew share sharpen ship show sort speak stitch swap switch tailor telephone tell text top touch trace track transfer translate
   trim try tune update upgrade upload varnish visit waive wrap write`,
);
/** What it does besides, which without a pronoun may be theirs: "will look at it". */
const others = wordsOf(
  `amend apologise apologize arrive assess assist attach attend bake balance begin bill block board build carry cater cc charge clear come complete
   connect cook cover create credit cut deal deduct demonstrate develop dig discuss do drive edit empty enclose enrol ensure enter equip erect examine explain
   extend fetch file fill film fly freeze get glaze go grab groom guide hand handle have help honor honour hunt include inspect insulate introduce iron
   jot knock launch lay leave lend line load lock log loan lower maintain match meet migrate move open oversee pass pay pencil photograph pick plan plant
   plaster present press price proofread publish pull push raise reach read ready rebuild recheck recover reimburse reinstate release remove reorder repaint
   research restore retouch revise rework roll run save scan see serve settle sign sketch smooth solve source squeeze start stay stock stop straighten submit
   summarise summarize supervise supply swing take talk teach test tidy tile tow train treat turn unblock undertake unload unlock vaccinate verify walk warm
   wash weld`,
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
  '(?:ready|there|with (?:you|her|him|them)|at (?:yours|hers|theirs|your|her|his|their)(?: (?:door|place|office|shop|house|home))?|back from (?:the|our) \\p{L}+|on (?:its|their|the) way|in touch|in the post|available|on site|round|done|finished|(?:back )?(?:in|on|at|with|outside|inside) (?:your|her|his|their|you|him|them)(?: \\p{L}+)*|complete|completed|sorted|settled|resolved|fixed|repaired|mended|live|as new|good as new|working|running again|up and running|waiting for you)',
);

/** What a business makes, mends, sends and writes. */
const goods =
  `loaner chairs? tables? shelves doors? windows? parcels? packages? orders? delivery shipments? goods stock parts? invoices? quote quotation samples? boxes?
  replacements? pallets? van truck contract refund note materials tickets? documents proofs? reports? batch rest crown lens lenses glasses furniture sofa tyres tiles
  drawings? plans? designs? pictures? photos? photographs? prints? posters? frames? curtains? blinds? carpets? rugs? mattress beds? desks? cabinets? wardrobes?
  kitchen worktops? taps? boiler pump filters? radiators? machines? printer laptops? phones? bikes? cars? fabric dress suit shoes rings? watch watches necklace
  cakes? bread wine crates? cases? bottles? coffee beans flowers bouquet plants? trees? seeds logs paint wood timber glass bricks cement stones? certificates?
  licen[cs]e keys? cards? vouchers? gift catalogues? catalogs? brochures? lists? files? drafts? translations? results? prescription letters? e-?mails?
  confirmation estimates? statements? paperwork forms booklets? manuals? details information answer`
    .split(/\s+/)
    .join('|');

export const things = phrases(
  `your \\p{L}+|(?:the|an?|this|that|these|those|our|both|all|her|his|their|new)(?: \\p{L}+)? (?:${goods})|delivery|shipment|parcel`,
  `(?<=^ )(?:\\p{L}+ )?(?:${goods})`,
  'the (?:remaining|missing|second|corrected|amended|revised|updated|repaired|mended|finished) \\p{L}+|it|they|everything',
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
  // "Reopen", "reissue": done again.
  if (verb.startsWith('re') && service.has(verb.slice(2))) return verb.slice(2);
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
