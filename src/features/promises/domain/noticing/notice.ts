import { clausesOf, isConjunction, joinedParts, wordsOf, type Clause } from '#kit/domain/clauses.ts';
import { fold } from '#kit/domain/fold.ts';
import { findMoment, type SaidMoment } from '#kit/domain/moments/moment.ts';
import { inBothScripts } from '#kit/domain/serbian-scripts.ts';
import { armenian } from './armenian.ts';
import { bulgarian } from './bulgarian.ts';
import { english } from './english.ts';
import { greek } from './greek.ts';
import { persian } from './persian.ts';
import { serbian } from './serbian.ts';
import type { Voice } from './voice.ts';

/** Something that we seem to have promised, to be confirmed by whoever wrote it. */
export type NoticedPromise = {
  /** In the words in which it was written, without those that say when. */
  readonly what: string;
  /** Local time; null where no moment was named. */
  readonly dueAt: Temporal.PlainDateTime | null;
  readonly hasHour: boolean;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
};

const conditions = new Set(
  `if|when|unless|once|αν|εάν|όταν|μόλις|${inBothScripts('ako|kad|kada|ukoliko|čim')}|ако|когато|щом|اگر|اگه|وقتی|եթե|երբ`
    .split('|')
    .map(fold),
);

const voices: readonly Voice[] = [english, greek, serbian, bulgarian, persian, armenian];

/**
 * What we promised in a text, in any of the six languages: clauses in which we speak of what we will do ("will send the list by Friday", `θα στείλω`,
 * `poslaću`, `ще изпратя`, `می‌فرستم`, `կուղարկեմ`). What others will do, what we will not do, conditions and questions are none. `now` is local to whoever
 * it was promised to.
 */
export function noticePromises(text: string, now: Temporal.PlainDateTime): readonly NoticedPromise[] {
  const clauses = clausesOf(text);
  const found: NoticedPromise[] = [];
  for (const [index, clause] of clauses.entries()) {
    const before = clauses[index - 1];
    if (clause.isQuestion || isCondition(text, clause) || (before && isCondition(text, before))) continue;
    found.push(...noticeParts(text, clause, now));
    // "Will send it, by Friday at 15:00": the moment behind the comma belongs to it.
    const [last, next] = [found.at(-1), clauses[index + 1]];
    const moment = last?.end === clause.end && last.dueAt === null && next ? momentAlone(text, next, now) : undefined;
    if (last && next && moment) found.splice(-1, 1, { ...last, dueAt: moment.at, hasHour: moment.hasHour, end: next.end });
  }
  return found;
}

/** "She liked it and I will send samples": what we promised begins behind "and", and lasts to the end or to the next promise. */
function noticeParts(text: string, clause: Clause, now: Temporal.PlainDateTime): NoticedPromise[] {
  const whole = noticeIn(text, clause, now);
  const starts = joinedParts(text, clause)
    .filter((part) => noticeIn(text, part, now))
    .map((part) => part.start);
  // Where the verb stands last, what "and" joins before it is what is promised.
  const isVerbLast = /[\p{Script=Arabic}\p{Script=Armenian}]/u.test(text.slice(clause.start, clause.end));
  if (whole && (starts.length === 0 || (starts.length === 1 && isVerbLast))) return [whole];
  return starts.flatMap(
    (start, index) => noticeIn(text, { ...clause, start, end: endBefore(text, starts[index + 1]) ?? clause.end }, now) ?? [],
  );
}

function endBefore(text: string, next: number | undefined): number | undefined {
  return next === undefined ? undefined : text.slice(0, next).replace(/\s+\S+\s*$/u, '').length;
}

function isCondition(text: string, { start, end }: Clause): boolean {
  return conditions.has(fold(wordsOf(text, start, end)[0]?.word ?? ''));
}

function noticeIn(text: string, { start, end }: Clause, now: Temporal.PlainDateTime): NoticedPromise | undefined {
  const clause = text.slice(start, end);
  const moment = findMoment(clause, now);
  const words = wordsOf(clause, 0, clause.length).filter(({ at }) => !moment || at < moment.start || at >= moment.end);
  const first = words.findIndex(({ word }, index) => !isConjunction(word, words[index + 1]?.word));
  const spoken = first < 0 ? [] : words.slice(first);
  const lower = spoken.map(({ word }) => word.toLowerCase().replaceAll('’', "'"));
  const said = { words: lower, folded: lower.map(fold), hasMoment: moment !== undefined };
  const skipped = voices.map((voice) => voice(said)).find((places) => places !== undefined);
  const beginning = skipped === undefined ? undefined : spoken[skipped];
  if (!beginning) return undefined;
  const what = without(clause, beginning.at, moment);
  return what === '' ? undefined : { what, dueAt: moment?.at ?? null, hasHour: moment?.hasHour ?? false, start, end };
}

function momentAlone(text: string, { start, end }: Clause, now: Temporal.PlainDateTime): SaidMoment | undefined {
  const clause = text.slice(start, end);
  const moment = findMoment(clause, now);
  return moment && moment.start === 0 && moment.end === clause.length ? moment : undefined;
}

function without(clause: string, from: number, moment: SaidMoment | undefined): string {
  const left = moment ? `${clause.slice(0, moment.start)}${' '.repeat(moment.end - moment.start)}${clause.slice(moment.end)}` : clause;
  return left
    .slice(from)
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.:;،؛–—-]+|[\s,.:;،؛–—-]+$/gu, '');
}
