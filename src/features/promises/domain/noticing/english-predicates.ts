import { lineOf, type Predicate, type Spoken } from './grammar.ts';
import { apart, skipAdverbs, subjectBefore, theySpeak, towards, wordBefore, type Token } from './english-tokens.ts';
import { adverb, base, deeds, elided, isDone, moving, ready, service, things } from './english-words.ts';

export function predicates({ plain, hasMoment }: Spoken): readonly Predicate[] {
  const tokens = apart(plain);
  const found: Predicate[] = [];
  for (const place of tokens.keys()) {
    const predicate = predicateAt(tokens, place, hasMoment);
    if (predicate) found.push(predicate);
  }
  return found;
}

function predicateAt(tokens: readonly Token[], place: number, hasMoment: boolean): Predicate | undefined {
  const word = tokens[place]?.word ?? '';
  const line = lineOf(tokens.slice(0, place).map((token) => token.word));
  if (word === 'will' || word === 'shall') return future(tokens, place, place + 1);
  if (word === 'would' && / (?:told|said|promised|assured|agreed|confirmed|wrote) /.test(line) && !theySpeak(line))
    return future(tokens, place, place + 1);
  if (word === 'going' && tokens[place + 1]?.word === 'to' && service.has(base(tokens[place + 2]?.word ?? ''))) {
    const isBehindBe = /^(?:am|are|is)$/.test(wordBefore(tokens, place));
    return isBehindBe || place === 0 ? future(tokens, isBehindBe ? place - 1 : place, place + 2) : undefined;
  }
  if (word === 'about' && tokens[place + 1]?.word === 'to' && /^(?:am|are)$/.test(wordBefore(tokens, place)))
    return future(tokens, place - 1, place + 2);
  if (
    word === 'let' &&
    /^(?:me|us)$/.test(tokens[place + 1]?.word ?? '') &&
    (place === 0 || !/^(?:will|to|please)$/.test(wordBefore(tokens, place)))
  )
    return letUs(tokens, place);
  if (/^(?:should|could|must)$/.test(word) && tokens[skipAdverbs(tokens, place + 1)]?.word === 'have') return undefined;
  if (/^(?:can|could)$/.test(word) && /^(?:i|we)$/.test(wordBefore(tokens, place)) && tokens[place + 1]?.word !== 'not')
    return duty(tokens, place, skipAdverbs(tokens, place + 1), word === 'could' ? true : undefined);
  if (/^(?:to|must|should)$/.test(word) && hasMoment) {
    if (word !== 'to')
      return place === 0 || /^(?:i|we)$/.test(wordBefore(tokens, place)) ? duty(tokens, place, skipAdverbs(tokens, place + 1)) : undefined;
    const isDuty =
      place === 0 ||
      (/^ (?:(?:i|we)(?: also| still| will)? (?:have|have got|need|ought|am|are)|need|have|remember|must remember|got|todo) $/.test(line) &&
        !/ not /.test(line));
    return isDuty ? duty(tokens, place, place + 1) : undefined;
  }
  if (/^(?:am|are|is)$/.test(word)) return progressive(tokens, place);
  if (place === 0 && hasMoment) return noteToSelf(tokens);
  return simplePresent(tokens, place);
}

/** "Will", "going to" with its subject before it and its verb behind. */
function future(tokens: readonly Token[], aux: number, first: number): Predicate | undefined {
  const verbPlace = skipAdverbs(tokens, first);
  if (tokens.slice(first, verbPlace).some(({ word }) => /^(?:not|never)$/.test(word))) return undefined;
  const verb = tokens[verbPlace]?.word ?? '';
  const rest = tokens.slice(verbPlace + 1).map(({ word }) => word);
  const subject = subjectBefore(tokens, aux);
  if (subject.isOurs === false && tokens[verbPlace]?.word === undefined) return undefined;
  const made = { at: tokens[subject.place]?.at ?? 0, form: 'future' as const, ...towards(rest) };
  if (subject.isQuestion) return undefined;
  if (subject.person === 1) {
    if (theySpeak(lineOf(tokens.slice(0, subject.place).map(({ word }) => word)))) return undefined;
    const said = whatIsDone(tokens, verbPlace);
    return {
      ...made,
      person: 1,
      from: tokens[verbPlace]?.at ?? made.at,
      verb: said,
      toUs: subject.isElided && made.toUs,
      ...(subject.isElided ? { isElided: true } : {}),
      ...(subject.isElided && !elided.has(base(said)) ? { isNone: true } : {}),
    };
  }
  if (subject.person === 2) {
    const next = rest[0] ?? '';
    const isOther =
      verb === 'have'
        ? /^(?:to|\p{L}+ed|noticed|seen|heard|read)$/u.test(next)
        : verb === 'be'
          ? !isDone(next, rest[1]) && !/^(?:getting|receiving|hearing|having)$/.test(next)
          : verb === 'hear'
            ? next !== 'from' && next !== 'back'
            : verb === 'find'
              ? !/ (?:attached|enclosed|(?:in|on|at) your) /.test(lineOf(rest))
              : false;
    return { ...made, ...(verb === 'hear' ? { toUs: false } : {}), person: 2, from: made.at, verb, ...(isOther ? { isNone: true } : {}) };
  }
  return { ...made, person: 3, from: made.at, ...thirdVerb(tokens, verbPlace, rest) };
}

/** What is done to you and promises nothing. */
const toYouTheirs =
  /^(?:love|like|thank|miss|hate|pay|enjoy|need|want|cost|surprise|envy|forgive|sue|blame|owe|remember|know|believe|understand)$/;

/** What others do, or what is done: "will be delivered" is a passive of ours, "will be ready" is being. */
function thirdVerb(
  tokens: readonly Token[],
  place: number,
  rest: readonly string[],
): Pick<Predicate, 'verb'> & { readonly isNone?: boolean; readonly toYou?: boolean; readonly toUs?: boolean } {
  const verb = tokens[place]?.word ?? '';
  const subject = tokens.slice(0, place).map(({ word }) => word);
  const isTheir = /^(?:he|she|they|husband|wife|son|daughter|customer|client|mother|father|brother|sister|boss)$/.test(
    subject.findLast((word) => !/^(?:will|shall|is|are|going|to)$/.test(word) && !adverb.test(word)) ?? '',
  );
  if (verb === 'be' && isDone(rest[0] ?? '', rest[1])) return { verb: 'arrive', toYou: true };
  if (verb === 'be' && (rest[0] ?? '').endsWith('ing'))
    return { verb: base(rest[0] ?? ''), ...(isTheir && !/ you /.test(lineOf(rest)) ? { isNone: true } : {}) };
  // "Sophie will walk you through it".
  if (rest[0] === 'you' && !toYouTheirs.test(verb)) return { verb: 'send', toYou: true };
  // "He'll get it from me by Monday".
  if (/^(?:get|have|receive)$/.test(verb) && / from (?:me|us) /.test(lineOf(rest))) return { verb: 'arrive', toYou: true, toUs: false };
  if (isTheir && !(/ you /.test(lineOf(rest)) && service.has(base(verb)))) return { verb, isNone: true };
  return { verb };
}

/** "Have it ready", "be sending", "be with you", "be able to": the verb that says what is done. */
function whatIsDone(tokens: readonly Token[], place: number): string {
  const verb = tokens[place]?.word ?? '';
  const rest = tokens.slice(place + 1).map(({ word }) => word);
  const line = lineOf(rest);
  if (verb === 'be') {
    const place2 = rest.findIndex((word) => !adverb.test(word));
    const next = rest[place2] ?? '';
    if (next.endsWith('ing')) return service.has(base(next)) ? base(next) : 'be';
    if (/^(?:able|happy|glad|pleased|delighted)$/.test(next) && rest[place2 + 1] === 'to')
      return elided.has(rest[place2 + 2] ?? '') ? (rest[place2 + 2] ?? '') : 'be';
    const place3 = line.search(/\p{L}/u) < 0 ? '' : lineOf(rest.slice(Math.max(0, place2)));
    return ready.exec(place3)?.index === 0 || / (?:back (?:to|with) you|over) /.test(line) ? 'bring' : 'be';
  }
  if (verb === 'have' || verb === 'need') {
    if (rest[0] === 'to') return verb === 'have' && elided.has(rest[1] ?? '') ? (rest[1] ?? '') : 'need';
    return verb === 'have' && !/ (?:lunch|dinner|coffee|fun|time off|holiday|a break|no choice) /.test(line) ? 'bring' : 'need';
  }
  if (verb === 'see') return / (?:to|about|what|if|whether|that|how) /.test(lineOf(rest.slice(0, 1))) ? 'check' : 'see';
  if (verb === 'hear' || verb === 'stop') return /^(?:by|in|at)$/.test(rest[0] ?? '') ? 'bring' : verb;
  if (verb === 'pass' || verb === 'charge') return 'bring';
  return verb;
}

/** "Let me check and get back to you"; "let us know" asks for something. */
function letUs(tokens: readonly Token[], place: number): Predicate | undefined {
  const first = skipAdverbs(tokens, place + 2);
  const verb = tokens[first]?.word ?? '';
  if (!elided.has(verb) && !/^(?:see|look|come|go|talk|speak|do|have|take|pop)$/.test(verb)) return undefined;
  if (/^(?:tell|let|remind|offer|ask)$/.test(verb) && tokens[first + 1]?.word === 'you') return undefined;
  const rest = tokens.slice(first + 1);
  if (rest.length === 0 && /^(?:see|look|come|go|do)$/.test(verb)) return undefined;
  return { at: tokens[place]?.at ?? 0, from: tokens[first]?.at ?? 0, verb: 'check', person: 1, form: 'future', toUs: false, toYou: false };
}

/** What we are doing and does nothing for anybody: "we're staying until Friday". */
const ownLife: ReadonlySet<string> = new Set(
  'have stay work go open meet start get pass move see stop leave talk pay attend settle'.split(' '),
);

/** "I'm sending it tomorrow", "the parcel is being delivered on Friday", "sending you the samples tomorrow". */
function progressive(tokens: readonly Token[], aux: number): Predicate | undefined {
  const place = skipAdverbs(tokens, aux + 1);
  const next = tokens[place]?.word ?? '';
  if (tokens.slice(aux + 1, place).some(({ word }) => word === 'not' || word === 'never') || next === 'going') return undefined;
  const rest = tokens.slice(place + 1).map(({ word }) => word);
  const subject = subjectBefore(tokens, aux);
  const made = { at: tokens[subject.place]?.at ?? 0, form: 'present' as const, ...towards(rest) };
  if (subject.isQuestion) return undefined;
  if (subject.person === 1) {
    const isOurs = next.endsWith('ing') && service.has(base(next)) && !ownLife.has(base(next));
    if (!isOurs || subject.isElided || theySpeak(lineOf(tokens.slice(0, subject.place).map(({ word }) => word)))) return undefined;
    return { ...made, person: 1, from: tokens[place]?.at ?? 0, verb: next, toUs: false };
  }
  if (subject.person === 2) return undefined;
  const said = lineOf(tokens.map(({ word }) => word));
  if (next === 'being' && made.toYou && isDone(rest[0] ?? '', rest[1])) return { ...made, person: 3, from: made.at, verb: 'arrive' };
  if (/^(?:being|due|scheduled|booked|set|planned)$/.test(next)) {
    const isOurs = things.test(said) || tokens.slice(0, aux).some(({ word }) => deeds.test(word));
    return isOurs && !/ (?:meeting|appointment|payment) /.test(said)
      ? { ...made, person: 3, from: made.at, verb: 'arrive', toYou: true }
      : undefined;
  }
  if (next.endsWith('ing'))
    return {
      ...made,
      person: 3,
      from: made.at,
      verb: base(next),
      ...(/^(?:he|she|they)$/.test(tokens[subject.place]?.word ?? '') && !made.toYou ? { isNone: true } : {}),
    };
  if (isDone(next, rest[0]) && things.test(said)) return { ...made, person: 3, from: made.at, verb: 'arrive', toYou: true };
  // "Delivery is on Thursday".
  if (tokens.slice(0, aux).some(({ word }) => deeds.test(word)) && rest.length === 0)
    return { ...made, person: 3, from: made.at, verb: 'arrive', toYou: true };
  return { ...made, person: 3, from: made.at, verb: 'is' };
}

/** "We deliver on Thursday", "the parcel ships tomorrow", "your tiles go out on Friday". */
function simplePresent(tokens: readonly Token[], place: number): Predicate | undefined {
  const word = tokens[place]?.word ?? '';
  const before = wordBefore(tokens, place);
  const rest = tokens.slice(place + 1).map((token) => token.word);
  const at = tokens[Math.max(0, place - 1)]?.at ?? 0;
  if (/^(?:confirm|inform|tell|remind|notify|ask|mention|note)$/.test(word) && rest.slice(0, 3).includes('that')) return undefined;
  if (
    /^(?:i|we)$/.test(before) &&
    service.has(word) &&
    !/^(?:have|let|put|set|cut|open|work|see|go|do|pay|quote|make|meet|need|stay|try|welcome)$/.test(word)
  )
    return theySpeak(lineOf(tokens.slice(0, place - 1).map((token) => token.word)))
      ? undefined
      : { at, from: tokens[place]?.at ?? 0, verb: word, person: 1, form: 'present', toUs: false, toYou: false };
  if (before === 'you' && /^(?:get|receive)$/.test(word) && place === 1)
    return { at, from: at, verb: word, person: 2, form: 'present', ...towards(rest) };
  const isThird =
    place > 0 &&
    !word.endsWith('ing') &&
    (moving.test(word) || (word.endsWith('s') && service.has(base(word)))) &&
    !/^(?:to|and|will|would|can|not|i|we|you|he|she|shall|the|a|an|must|should|could|did|does|do|please|may|might)$/.test(before);
  return isThird ? { at: 0, from: 0, verb: word, person: 3, form: 'present', ...towards(rest) } : undefined;
}

/** "Call him back on Monday", "follow-up on Friday": what one writes down to do. What is asked of the reader has no third person in it. */
function noteToSelf(tokens: readonly Token[]): Predicate | undefined {
  const words = tokens.map(({ word }) => word);
  const [first = '', second = ''] = words;
  const line = lineOf(words);
  const { toUs } = towards(words.slice(1));
  const isBack =
    /^ (?:call|ring|phone|get|come|write|report) back | follow up | followup | callback | follow up | chase /.test(line) &&
    !/ (?:you|your|please) /.test(line);
  const isAboutThem =
    elided.has(first) &&
    !/^ (?:tell|ask|let|remind) (?:her|him|them) (?:to|know) /.test(line) &&
    / (?:her|him|them|mr|mrs|ms|dr|customer|client) /.test(line) &&
    !/ (?:you|your|please) /.test(line);
  const isSending = first.endsWith('ing') && elided.has(base(first)) && /^(?:you|her|him|them|the|a|an|back|over|round)$/.test(second);
  if (toUs || !(isBack || isAboutThem || isSending || elided.has(first))) return undefined;
  if (!isBack && !isAboutThem && !isSending)
    return { at: 0, from: 0, verb: first, person: 1, form: 'duty', toUs, toYou: false, isElided: true };
  return { at: 0, from: 0, verb: isSending ? base(first) : first, person: 1, form: 'duty', toUs, toYou: false };
}

function duty(tokens: readonly Token[], at: number, verbPlace: number, isNone?: true): Predicate | undefined {
  const said = tokens[verbPlace]?.word ?? '';
  const verb = said === 'be' ? whatIsDone(tokens, verbPlace) : said;
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
