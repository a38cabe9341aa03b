import { doneGladly, isWilling } from './english-verbs.ts';
import { skipAdverbs, subjectBefore, theySpeak, towards, wordBefore, type Token } from './english-tokens.ts';
import { base, deeds, isDone, moving, service, things } from './english-words.ts';
import { lineOf, type Predicate } from './grammar.ts';

/** What we are doing and does nothing for anybody: "we're staying until Friday". */
const ownLife: ReadonlySet<string> = new Set(
  'have stay work go open meet start get pass move see stop leave talk pay attend settle'.split(' '),
);

/** "I'm sending it tomorrow", "the parcel is being delivered on Friday", "sending you the samples tomorrow". */
export function progressive(tokens: readonly Token[], aux: number): Predicate | undefined {
  const place = skipAdverbs(tokens, aux + 1);
  const next = tokens[place]?.word ?? '';
  if (tokens.slice(aux + 1, place).some(({ word }) => word === 'not' || word === 'never') || (next === 'going' && isGoingTo(tokens, place)))
    return undefined;
  const rest = tokens.slice(place + 1).map(({ word }) => word);
  const subject = subjectBefore(tokens, aux);
  const made = { at: tokens[subject.place]?.at ?? 0, form: 'present' as const, ...towards(rest) };
  if (subject.isQuestion) return undefined;
  if (subject.person === 1) {
    // "I'm happy to waive the fee".
    if (isWilling(next) && next !== 'able' && rest[0] === 'to') {
      const verb = doneGladly(rest[1] ?? '');
      return verb === 'be' || verb === 'help' ? undefined : { ...made, person: 1, form: 'future', from: made.at, verb, toUs: false };
    }
    const isOurs = next.endsWith('ing') && service.has(base(next)) && !ownLife.has(base(next));
    if (!isOurs || subject.isElided || theySpeak(lineOf(tokens.slice(0, subject.place).map(({ word }) => word)))) return undefined;
    return { ...made, person: 1, from: tokens[place]?.at ?? 0, verb: next, toUs: false };
  }
  if (subject.person === 2 || / (?:nothing|nobody|no one|no \p{L}+) /u.test(lineOf(tokens.slice(0, aux).map(({ word }) => word))))
    return undefined;
  const said = lineOf(tokens.map(({ word }) => word));
  if (next === 'being' && made.toYou && isDone(rest[0] ?? '', rest[1])) return { ...made, person: 3, from: made.at, verb: 'arrive' };
  if (/^(?:being|due|scheduled|booked|set|planned|expected|lined)$/.test(next)) {
    // "The technician is scheduled to visit you".
    const [verb = '', ...whom] = rest[0] === 'to' ? rest.slice(1) : [];
    if (service.has(base(verb)) && towards(whom).toYou) return { ...made, person: 3, from: made.at, verb: base(verb), toYou: true };
    const isOurs = things.test(said) || tokens.slice(0, aux).some(({ word }) => deeds.test(word));
    return isOurs && !/ (?:meeting|appointment|payment|invoice|bill|rent|fee|instalment|deposit) /.test(said)
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
export function simplePresent(tokens: readonly Token[], place: number): Predicate | undefined {
  const word = tokens[place]?.word ?? '';
  const before = wordBefore(tokens, place);
  const rest = tokens.slice(place + 1).map((token) => token.word);
  const at = tokens[Math.max(0, place - 1)]?.at ?? 0;
  if (/^(?:confirm|inform|tell|remind|notify|ask|mention|note)$/.test(word) && rest.slice(0, 3).includes('that')) return undefined;
  if (
    /^(?:i|we)$/.test(before) &&
    service.has(word) &&
    !/^(?:have|let|put|set|cut|open|work|see|go|do|pay|quote|make|meet|need|stay|try|welcome|look|close|plan|run)$/.test(word)
  )
    return theySpeak(lineOf(tokens.slice(0, place - 1).map((token) => token.word)))
      ? undefined
      : { at, from: tokens[place]?.at ?? 0, verb: word, person: 1, form: 'present', toUs: false, toYou: false };
  if (before === 'you' && /^(?:get|receive)$/.test(word) && place === 1)
    return { at, from: at, verb: word, person: 2, form: 'present', ...towards(rest) };
  if (/^(?:he|she|they)$/.test(before) && /^(?:gets?|has|have|receives?)$/.test(word) && / (?:back|from (?:us|me)) /.test(lineOf(rest)))
    return { at, from: at, verb: 'arrive', person: 3, form: 'present', toUs: false, toYou: true };
  const isThird =
    place > 0 &&
    !word.endsWith('ing') &&
    (moving.test(word) || (word.endsWith('s') && service.has(base(word)))) &&
    !/^(?:to|and|will|would|can|not|i|we|you|he|she|shall|the|a|an|must|should|could|did|does|do|please|may|might)$/.test(before);
  return isThird ? { at, from: at, verb: word, person: 3, form: 'present', ...towards(rest) } : undefined;
}

function isGoingTo(tokens: readonly Token[], going: number): boolean {
  const [to = '', next = ''] = tokens.slice(going + 1, going + 3).map(({ word }) => word);
  return to === 'to' && !/^(?:you|him|her|them|your)$/.test(next);
}
