import { clausesOf, joinedParts, wordsOf, type Clause } from '#kit/domain/clauses.ts';
import { fold } from '#kit/domain/fold.ts';
import { isAgreement, promisedFrom, type Context } from './judge.ts';
import { othersWords } from './others-words.ts';
import { conditionIn, isArticle, readerOf, withoutMoment, type Reader } from './reader.ts';

/** Something that we seem to have promised, to be confirmed by whoever wrote it. */
export type NoticedPromise = {
  /** In the words in which it was written, without those that say when. */
  readonly what: string;
  /** Local time; null where no moment was named. */
  readonly dueAt: Temporal.PlainDateTime | null;
  /** Where a span was named ("Friday morning"): when it begins, `dueAt` being its end. */
  readonly dueFrom: Temporal.PlainDateTime | null;
  readonly hasHour: boolean;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
};

/** Beside a moment, a fragment says no more than "probably": "by Friday at the latest". */
const mostBesideMoment = 2;
const and = new Set('and|then|και|i|pa|te|и|па|та|و|և|եւ|ու'.split('|').map(fold));

/**
 * What we promised in a text, in any of the six languages: clauses in which we say what we will do ("will send the list by Friday", `θα στείλω`, `poslaću`,
 * `ще изпратя`, `می‌فرستم`, `կուղարկեմ`), or what will be done for the customer by a colleague or by itself ("a colleague will call you", "it will be
 * ready on Tuesday"). What the customer will do, what we did, will not do, wish or only might do is none; nor is what hangs on a condition or on something the
 * customer has to do first, a question, and what others said. What hangs on something that comes about anyway ("once it arrives I'll call you") is one. `now` is
 * local to whoever it was promised to.
 */
export function noticePromises(text: string, now: Temporal.PlainDateTime): readonly NoticedPromise[] {
  const reader = readerOf(text, now);
  const others = othersWords(text);
  const clauses = clausesOf(text).filter(({ start, end }) => !others.some((one) => start < one.end && end > one.start));
  return sentencesOf(clauses).flatMap((sentence) => noticeInSentence(reader, sentence));
}

function sentencesOf(clauses: readonly Clause[]): readonly (readonly Clause[])[] {
  const sentences: Clause[][] = [];
  for (const clause of clauses) {
    const last = sentences.at(-1);
    if (last?.[0]?.sentence === clause.sentence) last.push(clause);
    else sentences.push([clause]);
  }
  return sentences;
}

function noticeInSentence(reader: Reader, clauses: readonly Clause[]): NoticedPromise[] {
  const found: NoticedPromise[] = [];
  let [isAgreed, isAwaiting] = [false, false];
  for (const [index, clause] of clauses.entries()) {
    const saidBefore = found.at(-1);
    if (clause.isQuestion || (saidBefore && saidBefore.end >= clause.end)) continue;
    const [before, behind] = [clauses[index - 1], clauses[index + 1]];
    const { words, condition, joint } = reader.read(clause);
    if (condition?.kind === 'if' && condition.at === 0) {
      // "I'll send it, if you like": what stands last hangs on it. Anywhere else it is what follows that does.
      if (behind === undefined && found.at(-1)?.end === before?.end) found.pop();
      break;
    }
    isAwaiting ||= condition?.kind === 'when';
    const isTimed = [before, behind].some((beside) => beside !== undefined && momentAlone(reader, beside) !== undefined);
    const context = { before: before ? reader.read(before).words : [], isAgreed, isAwaiting, isTimed };
    for (const promise of noticeParts(reader, clause, context)) {
      const isJoined = promise.start === clause.start && joint !== '';
      add(found, withMomentBeside(reader, withWhat(reader, promise, clause, behind), clause, before, behind), isJoined ? joint : undefined);
    }
    isAgreed ||= reader.grammars.some((grammar) => isAgreement(grammar, grammar.prepare(words)));
  }
  return found;
}

/** "She liked it and I will send samples": what we promised begins behind "and", and lasts to the end or to the next promise with its own moment. */
function noticeParts(reader: Reader, clause: Clause, context: Context): readonly NoticedPromise[] {
  const notice = (part: Clause) => noticeIn(reader, part, part.start === clause.start ? context : { ...context, before: [] });
  const whole = notice(clause);
  const starts = joinedParts(reader.text, clause)
    .filter(
      (part) => part.start === clause.start || !isArticle(/\S*(?=\s*$)/.exec(reader.text.slice(0, part.start))?.[0] ?? '', reader.grammars),
    )
    .flatMap((part) => (notice(part) ? [part.start] : []));
  // Where the verb stands last, what "and" joins before it is what is promised.
  const isVerbLast = /[\p{Script=Arabic}\p{Script=Armenian}]/u.test(reader.text.slice(clause.start, clause.end));
  if (whole && (starts.length === 0 || (starts.length === 1 && isVerbLast))) return [whole];
  const found: NoticedPromise[] = [];
  for (const [index, start] of starts.entries()) {
    const promise = notice({ ...clause, start, end: endBefore(reader.text, starts[index + 1]) ?? clause.end });
    const joint = wordsOf(reader.text, found.at(-1)?.end ?? start, start)[0]?.word;
    if (promise) add(found, promise, joint);
  }
  return found;
}

/** "I'll check and I'll call you on Friday" is one promise: behind "and" there is another only where both say when. */
function add(found: NoticedPromise[], promise: NoticedPromise, joint: string | undefined): void {
  const last = found.at(-1);
  if (!last || joint === undefined || !and.has(fold(joint)) || (last.dueAt && promise.dueAt)) found.push(promise);
  else
    found.splice(-1, 1, {
      ...(last.dueAt ? last : promise),
      what: `${last.what} ${joint} ${promise.what}`,
      start: last.start,
      end: promise.end,
    });
}

function endBefore(text: string, next: number | undefined): number | undefined {
  return next === undefined ? undefined : text.slice(0, next).replace(/\s+\S+\s*$/u, '').length;
}

function noticeIn(reader: Reader, clause: Clause, { before, ...context }: Context): NoticedPromise | undefined {
  const { words, places, moment } = reader.read(clause);
  for (const grammar of words.length === 0 ? [] : reader.grammars) {
    const plain = grammar.prepare(words);
    const condition = conditionIn(grammar, plain);
    if (condition?.kind === 'if') continue;
    const spoken = { words, plain, hasMoment: moment !== undefined || context.isTimed };
    const from = promisedFrom(grammar, spoken, {
      ...context,
      before: grammar.prepare(before),
      timeFrom: condition?.at,
      timeBehind: condition?.behind,
    });
    const beginning = from === undefined ? undefined : places[Math.min(from, places.length - 1)];
    const what = beginning === undefined ? '' : withoutMoment(reader.text.slice(clause.start, clause.end), beginning, moment);
    const { start, end } = clause;
    if (what !== '')
      return { what, dueAt: moment?.at ?? null, dueFrom: moment?.from ?? null, hasHour: moment?.hasHour ?? false, start, end };
  }
  return undefined;
}

/** "I'll see to it, that you have it by Friday", as most languages set the comma: what is promised stands behind it. */
function withWhat(reader: Reader, promise: NoticedPromise, clause: Clause, behind: Clause | undefined): NoticedPromise {
  if (!behind || promise.end !== clause.end) return promise;
  const { words, moment } = reader.read(behind);
  if (words.length < 2 || !/^(?:որ|че|da|да)$/u.test(words[0] ?? '')) return promise;
  const what = `${promise.what}, ${withoutMoment(reader.text.slice(behind.start, behind.end), 0, moment)}`;
  const due = promise.dueAt === null && moment ? { dueAt: moment.at, dueFrom: moment.from, hasHour: moment.hasHour } : {};
  return { ...promise, ...due, what, end: behind.end };
}

/** "Will send it, by Friday at 15:00", "On Friday, I'll send it": the moment beyond the comma belongs to it. */
function withMomentBeside(
  reader: Reader,
  promise: NoticedPromise,
  clause: Clause,
  before: Clause | undefined,
  behind: Clause | undefined,
): NoticedPromise {
  if (promise.dueAt !== null) return promise;
  const after = promise.end === clause.end && behind ? momentAlone(reader, behind) : undefined;
  if (behind && after) return { ...promise, dueAt: after.at, dueFrom: after.from, hasHour: after.hasHour, end: behind.end };
  const ahead = promise.start === clause.start && before ? momentAlone(reader, before) : undefined;
  return before && ahead ? { ...promise, dueAt: ahead.at, dueFrom: ahead.from, hasHour: ahead.hasHour, start: before.start } : promise;
}

function momentAlone(reader: Reader, clause: Clause) {
  const { words, moment } = reader.read(clause);
  return words.length <= mostBesideMoment ? moment : undefined;
}
