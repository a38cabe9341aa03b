import { towards, type Token } from './english-tokens.ts';
import { whatIsDone } from './english-verbs.ts';
import { base, elided, isDone, service, things } from './english-words.ts';
import { lineOf, type Predicate } from './grammar.ts';

/** Whoever reads it is asked, or somebody else wants it. */
const isAsked = / (?:you|your|please|asked|asks|asking|wants|wanted|needs|requested|requests|waiting|expects|expecting|hopes|like) /;
/** What customers do with the same words: "confirm by Friday", "return the form by Friday". */
const theirsToo =
  /^(?:confirm|reply|respond|answer|return|collect|transfer|book|order|cancel|change|keep|hold|bring|tell|let|look|try|talk|speak|review|renew|give|show)$/;

/** "Call him back on Monday", "follow-up on Friday": what one writes down to do. What is asked of the reader has no third person in it. */
export function noteToSelf(tokens: readonly Token[]): Predicate | undefined {
  const words = tokens.map(({ word }) => word);
  const [first = '', second = ''] = words;
  const line = lineOf(words);
  const { toUs } = towards(words.slice(1));
  if (toUs) return undefined;
  const made = { at: 0, from: 0, person: 1, form: 'duty', toUs, toYou: false } as const;
  const bare = words[0] === 'just' ? words.slice(1) : words;
  const isSending =
    (bare[0] ?? '').endsWith('ing') &&
    elided.has(base(bare[0] ?? '')) &&
    /^(?:you|her|him|them|the|a|an|back|over|round|it|your)$/.test(bare[1] ?? '');
  if (isSending) return { ...made, verb: base(bare[0] ?? '') };
  if (/^ back (?:in touch|(?:to|with) (?:you|her|him|them|mr|mrs|ms|dr)) /.test(line)) return { ...made, verb: 'reply' };
  if (/ owe (?:her|him|them|you|mr|mrs|ms|dr|the)/.test(line)) return { ...made, verb: 'reply' };
  if (isAsked.test(line)) return undefined;
  const isBack =
    /^ (?:\p{L}+ ){0,4}(?:(?:call|ring|phone|get|come|write|report|revert) back|follow(?: |-)?up|callback|chase(?: up)?) /u.test(line);
  const isAboutThem =
    elided.has(first) &&
    !/^ (?:tell|ask|let|remind) (?:her|him|them) (?:to|know) /.test(line) &&
    / (?:her|him|them|mr|mrs|ms|dr|customer|client) /.test(line);
  const isOurs = elided.has(first) && !theirsToo.test(first) && second !== '' && !/^(?:it|that|this|back|now)$/.test(second);
  if (isBack || isAboutThem || isOurs) return { ...made, verb: first };
  return elided.has(first) ? { ...made, verb: first, isElided: true } : undefined;
}

/** What has to be done, is wanted or possible. */
export function duty(tokens: readonly Token[], at: number, verbPlace: number, isNone?: true): Predicate | undefined {
  const said = tokens[verbPlace]?.word ?? '';
  const verb = said === 'be' || said === 'have' ? whatIsDone(tokens, verbPlace) : said;
  if (!service.has(base(verb)) || /^(?:pay|see|try|open|meet|stay|work|leave)$/.test(verb)) return undefined;
  const rest = tokens.slice(verbPlace + 1).map(({ word }) => word);
  // Behind "we can" the word itself belongs to what is said before.
  return {
    at: (tokens[at]?.at ?? 0) + (/^(?:can|could|must|should)$/.test(tokens[at]?.word ?? '') && at > 0 ? 1 : 0),
    from: tokens[verbPlace]?.at ?? 0,
    verb: base(verb),
    person: 1,
    form: 'duty',
    ...towards(rest),
    ...(isNone ? { isNone } : {}),
  };
}

/** "I've asked Tom to call you", "we've arranged for the electrician to come": a colleague will, since we saw to it. What a customer was asked is theirs. */
export function arranged(tokens: readonly Token[], to: number): Predicate | undefined {
  const line = lineOf(tokens.slice(0, to).map(({ word }) => word));
  const verb = tokens[to + 1]?.word ?? '';
  const rest = tokens.slice(to + 2).map(({ word }) => word);
  const seenTo =
    /^ (?:i|we) (?:have )?(?:just |already )?(?:asked|told|instructed|got|sent|arranged for|organi[sz]ed for|booked|lined up) (?!him |her |them |you |customer|the customer|the client|mr |mrs |ms |dr )/.test(
      line,
    );
  const { toUs, toYou } = towards(rest);
  const isForThem = toYou || / (?:her|him|them) /.test(lineOf(rest)) || / for (?:the|a|an|our|one|someone|somebody) /.test(line);
  if (!seenTo || toUs || !isForThem || !service.has(base(verb))) return undefined;
  return { at: 0, from: 0, verb: base(verb), person: 1, form: 'future', toUs, toYou: true };
}

const deed =
  /^(?:delivery|installation|collection|pickup|fitting|handover|dispatch|shipment|shipping|call|callback|visit|repair|service|technician|electrician|plumber|engineer|van|courier|driver|fitter|installer|inspection|survey|cleaning)$/;

/** "I've scheduled your delivery for Friday": what is to be done there for them. */
export function arrangedFor(tokens: readonly Token[], place: number): Predicate | undefined {
  const line = lineOf(tokens.slice(0, place).map(({ word }) => word));
  const rest = tokens.slice(place + 1).map(({ word }) => word);
  const isOurs = /^ (?:i|we) (?:have )?(?:just |already |now |re)?$/.test(line);
  // "Technician booked for Tuesday".
  const said = line.trim().split(' ');
  if (said.length <= 3 && said.some((word) => deed.test(word)) && !/ (?:he|she|they|you|her|his|their) /.test(line))
    return { at: 0, from: 0, verb: 'arrange', person: 1, form: 'future', toUs: false, toYou: true };
  const isDeed = rest.some((word) => deed.test(word));
  if (!isOurs || !isDeed || rest.includes('cancelled')) return undefined;
  return { at: 0, from: 0, verb: 'arrange', person: 1, form: 'future', toUs: false, toYou: true };
}

/** "Invoice to follow on Friday", "quote to be sent on Monday"; payment to follow is theirs. */
export function toFollow(tokens: readonly Token[], to: number): Predicate | undefined {
  const before = tokens.slice(0, to).map(({ word }) => word);
  const [verb = '', next = '', after = ''] = tokens.slice(to + 1).map(({ word }) => word);
  const line = lineOf(before);
  const isOurs =
    before.length <= 4 &&
    !/ (?:payment|deposit|transfer|decision|approval|order|he|she|they|i|we|you|has|have|wants?|is|are|was|needs?|going) /.test(line);
  const isToBe = /^(?:follow|come|arrive)$/.test(verb) || (verb === 'be' && isDone(next, after));
  const isThing = verb === 'be' || things.test(` the${line}`) || / (?:details|news|more|rest|answer) /.test(line);
  if (!isOurs || !isToBe || !isThing) return undefined;
  return { at: 0, from: 0, verb: 'send', person: 1, form: 'future', toUs: false, toYou: true };
}
