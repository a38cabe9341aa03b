import { fold } from '../fold.ts';
import { armenian } from './armenian.ts';
import { bulgarian } from './bulgarian.ts';
import { dayAt, type SaidDay } from './day.ts';
import { english } from './english.ts';
import { greek } from './greek.ts';
import { hourAt, type Hour } from './hour.ts';
import { persian } from './persian.ts';
import { serbian } from './serbian.ts';
import { blanks, makeReady, startsWord, wordAt, type ReadyWords } from './text.ts';

/** A moment to come that somebody named. */
export type SaidMoment = {
  /** Local time, of whoever it was said to. */
  readonly at: Temporal.PlainDateTime;
  /** False where only the day was said, so that the hour is the end of its work. */
  readonly hasHour: boolean;
  /** Where the words stand in the text. */
  readonly start: number;
  readonly end: number;
};

/** When a day's work ends, where only a day was named. */
const endOfWork = Temporal.PlainTime.from('17:00');
const lateHours = ['21:00', '23:59'].map((time) => Temporal.PlainTime.from(time));

const languages: readonly ReadyWords[] = [english, greek, serbian, bulgarian, persian, armenian].map(makeReady);

/**
 * The first moment to come that a text names, in any of the six languages: `by Friday 15:00`, `μέχρι την Παρασκευή`, `do petka u 15h`, `до петък`,
 * `تا جمعه ساعت ۱۵`, `մինչև ուրբաթ`. A day without an hour means the end of its work (17:00), a part of the day its end, a date without a year the next one
 * there is. What is past, a habit ("every Friday") or no day at all is undefined. `now` is local.
 */
export function findMoment(text: string, now: Temporal.PlainDateTime): SaidMoment | undefined {
  const folded = fold(text);
  const understood = languages.flatMap((words) => momentsIn(folded, words, now)).toSorted((a, b) => lengthOf(b) - lengthOf(a));
  let best: SaidMoment | undefined;
  for (const { at, ...said } of understood) {
    // "Today at 9:30" that has passed is not 9:30 tomorrow because another language only knows the hour.
    const isPart = understood.some((one) => lengthOf(one) > lengthOf(said) && one.start <= said.start && one.end >= said.end);
    if (at && !isPart && (!best || said.start < best.start)) best = { ...said, at };
  }
  return best;
}

const lengthOf = ({ start, end }: { readonly start: number; readonly end: number }): number => end - start;

/** What one language understands, each phrase once. */
function momentsIn(text: string, words: ReadyWords, now: Temporal.PlainDateTime): Understood[] {
  const found: Understood[] = [];
  let start = 0;
  while (start < text.length) {
    const moment = /\s/.test(text.charAt(start)) || !startsWord(text, start) ? undefined : momentAt(text, start, words, now);
    if (moment) found.push(moment);
    start = Math.max(start + 1, moment?.end ?? 0);
  }
  return found;
}

type Understood = Omit<SaidMoment, 'at'> & { readonly at: Temporal.PlainDateTime | undefined };

function momentAt(text: string, start: number, words: ReadyWords, now: Temporal.PlainDateTime): Understood | undefined {
  const day = dayAt(text, start, words);
  const hour = day ? undefined : hourAt(text, start, words, false);
  if (!day && !hour) return undefined;
  const between = (at: number) => at + (/^[\s,،]*/.exec(text.slice(at))?.[0].length ?? 0);
  const first = day?.end ?? hour?.end ?? start;
  const hourBehind = day && !day.value.exact ? hourAt(text, between(first), words, text.charAt(first) === ' ') : undefined;
  const dayBehind = hour ? dayAt(text, between(first), words) : undefined;
  const end = hourBehind?.end ?? dayBehind?.end ?? first;
  const said = resolve(day?.value ?? dayBehind?.value, hour?.value ?? hourBehind?.value, now);
  const isToCome = said && Temporal.PlainDateTime.compare(said, now) > 0 && !isNoneToCome(text, start, end, words);
  return {
    at: isToCome ? said : undefined,
    hasHour: (hour ?? hourBehind) !== undefined || (day ?? dayBehind)?.value.exact !== undefined,
    start,
    end,
  };
}

function resolve(day: SaidDay | undefined, hour: Hour | undefined, now: Temporal.PlainDateTime): Temporal.PlainDateTime | undefined {
  if (day?.exact) return day.exact(now).round({ smallestUnit: 'minute', roundingMode: 'ceil' });
  if (day) {
    const date = day.day(now, hour?.time);
    return date?.toPlainDateTime(hour?.time ?? endOfWorkOn(date, now));
  }
  if (!hour) return undefined;
  const isPast = Temporal.PlainTime.compare(hour.time, now.toPlainTime()) <= 0;
  return now
    .toPlainDate()
    .add({ days: isPast ? 1 : 0 })
    .toPlainDateTime(hour.time);
}

// Said late in the day, "today" means what is left of it.
function endOfWorkOn(date: Temporal.PlainDate, now: Temporal.PlainDateTime): Temporal.PlainTime {
  if (!date.equals(now.toPlainDate())) return endOfWork;
  return [endOfWork, ...lateHours].find((time) => Temporal.PlainTime.compare(time, now.toPlainTime()) > 0) ?? endOfWork;
}

/** "Last Friday", "every Friday". */
function isNoneToCome(text: string, start: number, end: number, words: ReadyWords): boolean {
  if (wordAt(text, blanks(text, end), words.notToCome) !== undefined) return true;
  const before = text.slice(0, start).trimEnd();
  return words.notToCome.some((word) => before.endsWith(word) && startsWord(before, before.length - word.length));
}
