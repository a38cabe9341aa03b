import { arranged, arrangedFor, duty, noteToSelf, toFollow } from './english-notes.ts';
import { progressive, simplePresent } from './english-present.ts';
import { apart, skipAdverbs, subjectBefore, theySpeak, towards, wordBefore, type Token } from './english-tokens.ts';
import { whatIsDone } from './english-verbs.ts';
import { adverb, base, elided, isDone, moving, ready, service, things } from './english-words.ts';
import { lineOf, type Predicate, type Spoken } from './grammar.ts';

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
  const words = tokens.slice(0, place).map((token) => token.word);
  const line = lineOf(words);
  const next = tokens[place + 1]?.word ?? '';
  if (word === 'will' || word === 'shall') return future(tokens, place, place + 1);
  if (
    word === 'would' &&
    / (?:told|said|promised|assured|agreed|confirmed|wrote|left it|arranged|settled|decided|concluded) /.test(line) &&
    !theySpeak(line)
  )
    return future(tokens, place, place + 1);
  if (word === 'going' && next === 'to' && isVerb(tokens, place + 2)) {
    const isBehindBe = /^(?:am|are|is)$/.test(wordBefore(tokens, place));
    return isBehindBe || place === 0 ? future(tokens, isBehindBe ? place - 1 : place, place + 2) : undefined;
  }
  if (word === 'about' && next === 'to' && /^(?:am|are)$/.test(wordBefore(tokens, place))) return future(tokens, place - 1, place + 2);
  if (word === 'let' && /^(?:me|us)$/.test(next) && (place === 0 || !/^(?:will|to|please)$/.test(wordBefore(tokens, place))))
    return letUs(tokens, place, hasMoment);
  const verb = tokens[skipAdverbs(tokens, place + 1)]?.word ?? '';
  if (word === 'should' && hasMoment && place > 0 && !/^(?:i|we)$/.test(wordBefore(tokens, place)) && isToBeExpected(tokens, place))
    return future(tokens, place, place + 1);
  if (/^(?:should|could|must)$/.test(word) && verb === 'have') return undefined;
  if (/^(?:can|could)$/.test(word) && /^(?:i|we)$/.test(wordBefore(tokens, place)) && next !== 'not')
    return duty(tokens, place, skipAdverbs(tokens, place + 1), word === 'could' ? true : undefined);
  if (
    word === 'can' &&
    hasMoment &&
    verb === 'have' &&
    / (?:he|she|they|you) $/.test(line) &&
    / back /.test(lineOf(tokens.slice(place).map((one) => one.word)))
  )
    return { ...theirs(tokens, place), verb: 'arrive', toYou: true };
  if (word === 'can' && hasMoment && isWithYou(tokens, place)) return future(tokens, place, place + 1);
  if (/^(?:to|must|should)$/.test(word) && hasMoment) {
    if (word !== 'to')
      return place === 0 || /^(?:i|we)$/.test(wordBefore(tokens, place)) ? duty(tokens, place, skipAdverbs(tokens, place + 1)) : undefined;
    if (place === 0 || isBound(line)) return duty(tokens, place, place + 1);
    return arranged(tokens, place) ?? toFollow(tokens, place);
  }
  if (/^(?:am|are|is)$/.test(word)) return progressive(tokens, place);
  if (place === 0 && hasMoment) return noteToSelf(tokens);
  if (hasMoment && /^(?:booked|scheduled|arranged|reserved|organi[sz]ed|lined|planned|confirmed)$/.test(word))
    return arrangedFor(tokens, place);
  return simplePresent(tokens, place);
}

/** Behind "going to" a verb, and no place where one goes. */
function isVerb(tokens: readonly Token[], place: number): boolean {
  const [verb = '', next = ''] = tokens.slice(place, place + 2).map(({ word }) => word);
  if (/^(?:the|an?|my|our|your|his|her|their|this|that)$/.test(verb)) return false;
  if (verb === 'be') return true;
  return service.has(base(verb)) || /^(?:you|him|her|them|it|the|an?|this|that|your|our|out|up|back|over|round|down|off)$/.test(next);
}

/** "You should have it by Friday", "it should arrive on Monday": what is to be expected of us, and no advice. */
function isToBeExpected(tokens: readonly Token[], place: number): boolean {
  const rest = tokens.slice(skipAdverbs(tokens, place + 1)).map(({ word }) => word);
  const [verb = '', next = ''] = rest;
  if (wordBefore(tokens, place) === 'you') return /^(?:have|receive|hear)$/.test(verb) && !next.endsWith('ed');
  if (/^(?:he|she|they)$/.test(wordBefore(tokens, place))) return verb === 'receive' || (verb === 'get' && / from us /.test(lineOf(rest)));
  return (
    moving.test(verb) ||
    /^(?:show|appear|clear)$/.test(verb) ||
    (verb === 'be' && (ready.test(lineOf(rest.slice(1))) || isDone(next, rest[2])))
  );
}

/** "The plumber can be with you on Thursday". */
function isWithYou(tokens: readonly Token[], place: number): boolean {
  const rest = lineOf(tokens.slice(place + 1).map(({ word }) => word));
  return (
    !/^(?:i|we|you|he|she|they)$/.test(wordBefore(tokens, place)) && / (?:with|to|at|for) (?:you|your) /.test(rest) && !/ not /.test(rest)
  );
}

/** "I have to", "we need to", "my plan is to", "do not forget to". */
function isBound(line: string): boolean {
  if (line.endsWith(' not forget ')) return true;
  if (/ not /.test(line)) return false;
  return (
    /^ (?:(?:i|we)(?: also| still| will)? (?:have|have got|need|ought|am|are|intend|plan|mean|expect|propose|am planning|are planning|am hoping|are aiming|am aiming)|need|have|remember|must remember|got|to ?do) $/.test(
      line,
    ) || / (?:plan|aim|intention|goal|idea|next step|target) is $/.test(line)
  );
}

/** "Will", "going to" with its subject before it and its verb behind. */
function future(tokens: readonly Token[], aux: number, first: number): Predicate | undefined {
  const verbPlace = skipAdverbs(tokens, first);
  const verb = tokens[verbPlace]?.word ?? '';
  const rest = tokens.slice(verbPlace + 1).map(({ word }) => word);
  // What is not taken from them is a promise like any other.
  const isSpared = /^(?:charge|bill|invoice)$/.test(verb) && /^(?:you|her|him|them)$/.test(rest[0] ?? '');
  if (!isSpared && tokens.slice(first, verbPlace).some(({ word }) => /^(?:not|never)$/.test(word))) return undefined;
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
    if (fromOthers.test(lineOf(rest))) return undefined;
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

/** People who are none of ours, whatever they are. */
const theirPeople =
  / (?:her|his|their|another|other) (?:\p{L}+ )?(?:\p{L}+er|\p{L}+or|\p{L}+ist|husband|wife|son|daughter|team|assistant|accountant|technician|electrician|courier|colleagues?|firm|company|people) | from (?:the|an)other (?:firm|company|shop) | (?:bank|hospital|insurer|insurance|landlord|government|ministry|embassy|consulate|council|court|police|school|tax office) /u;

/** What comes from the hospital or the bank does not come from us. */
const fromOthers =
  / from (?:the|your|their|his|her|an?|another) (?!office|workshop|warehouse|shop|store|studio|team|depot|factory|lab|colleague)\p{L}+ /u;

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
  if (/ (?:nothing|nobody|none|neither|no one|no \p{L}+) /u.test(lineOf(subject)) || theirPeople.test(lineOf(subject)))
    return { verb, isNone: true };
  const isTheir = /^(?:he|she|they|husband|wife|son|daughter|customer|client|mother|father|brother|sister|boss)$/.test(
    subject.findLast((word) => !/^(?:will|shall|is|are|going|to)$/.test(word) && !adverb.test(word)) ?? '',
  );
  if (verb === 'be' && isDone(rest[0] ?? '', rest[1])) return { verb: 'arrive', toYou: true };
  if (verb === 'be' && ready.exec(lineOf(rest))?.index === 0 && things.test(lineOf(subject))) return { verb: 'arrive', toYou: true };
  if (verb === 'be' && (rest[0] ?? '').endsWith('ing'))
    return { verb: base(rest[0] ?? ''), ...(isTheir && !/ you /.test(lineOf(rest)) ? { isNone: true } : {}) };
  // "Your glasses will be here on Tuesday", "he'll have his photographs on Monday".
  if (verb === 'be' && /^(?:here|in|back)$/.test(rest[0] ?? '') && things.test(lineOf(subject))) return { verb: 'arrive', toYou: true };
  if (
    /^(?:have|get|receive)$/.test(verb) &&
    isTheir &&
    things.test(lineOf(rest)) &&
    !fromOthers.test(lineOf(rest)) &&
    !/ (?:us|me) /.test(lineOf(rest))
  )
    return { verb: 'arrive', toYou: true, toUs: false };
  // "Sophie will walk you through it".
  if (rest[0] === 'you' && !toYouTheirs.test(verb)) return { verb: 'send', toYou: true };
  // "He'll get it from me by Monday".
  if (/^(?:get|have|receive)$/.test(verb) && / from (?:me|us) /.test(lineOf(rest))) return { verb: 'arrive', toYou: true, toUs: false };
  if (isTheir && !(/ you /.test(lineOf(rest)) && service.has(base(verb)))) return { verb, isNone: true };
  return { verb };
}

/** "Let me check and get back to you"; "let us know", "let me explain" ask for something, or only go on talking. */
function letUs(tokens: readonly Token[], place: number, hasMoment: boolean): Predicate | undefined {
  const first = skipAdverbs(tokens, place + 2);
  const [verb = '', ...rest] = tokens.slice(first).map(({ word }) => word);
  // "Let's get this out to them today".
  const isTogether = tokens[place]?.at === tokens[place + 1]?.at;
  if (isTogether && (!hasMoment || together.test(verb) || !service.has(verb))) return undefined;
  if (onlyTalk.test(verb) || (verb === 'put' && rest[0] === 'it') || verb === '') return undefined;
  if (/^(?:tell|let|remind|offer|ask|give)$/.test(verb) && rest[0] === 'you' && verb !== 'give') return undefined;
  if (rest.length === 0 && !elided.has(verb)) return undefined;
  // "Let me in", "let us have your answer".
  if (verb === 'in' || (verb === 'have' && / your /.test(lineOf(rest)))) return undefined;
  return { at: tokens[place]?.at ?? 0, from: tokens[first]?.at ?? 0, verb: 'check', person: 1, form: 'future', toUs: false, toYou: false };
}

/** What is done with the customer, and promises them nothing. */
const together = /^(?:see|talk|speak|meet|discuss|have|go|start|wait|hope|keep|hold|try|catch|chat|stay|take|finish|stop)$/;

const onlyTalk =
  /^(?:know|be|say|explain|introduce|guess|begin|start|stress|clarify|thank|apologi[sz]e|assure|hope|pray|admit|reassure|think|repeat|emphasi[sz]e|quote|imagine|assume|wish|congratulate|down|alone|us|me|not|never|reiterate|point|rephrase|add|finish|out|through)$/;

function theirs(tokens: readonly Token[], place: number) {
  const at = tokens[Math.max(0, place - 1)]?.at ?? 0;
  return { at, from: at, person: 3 as const, form: 'present' as const, toUs: false };
}
