import { fold } from '../fold.ts';
import { armenian } from './armenian.ts';
import { bulgarian } from './bulgarian.ts';
import { dayAt } from './day.ts';
import { english } from './english.ts';
import { greek } from './greek.ts';
import { hourAt, type Hour } from './hour.ts';
import { persian } from './persian.ts';
import type { SaidDay } from './said-day.ts';
import { serbian } from './serbian.ts';
import { blanks, makeReady, startsWord, wordAt, type ReadyWords } from './text.ts';

/** A moment to come that somebody named. */
export type SaidMoment = {
  /** Local time, of whoever it was said to. */
  readonly at: Temporal.PlainDateTime;
  /** Where a span was said ("Friday morning", "between 9 and 11", "next week"): when it begins, `at` being its end. Null behind "by". */
  readonly from: Temporal.PlainDateTime | null;
  /** False where only the day was said, so that the hour is the end of its work. */
  readonly hasHour: boolean;
  /** Where the words stand in the text. */
  readonly start: number;
  readonly end: number;
};

/** When a day's work begins, and ends where only a day was named. */
const beginOfWork = Temporal.PlainTime.from('09:00');
const endOfWork = Temporal.PlainTime.from('17:00');
const lateHours = ['21:00', '23:59'].map((time) => Temporal.PlainTime.from(time));

/** What each is written in; figures alone are read in English. */
const languages: readonly (readonly [script: RegExp, words: ReadyWords])[] = [
  [/\p{Script=Latin}|^[^\p{L}]*$/u, makeReady(english)],
  [/\p{Script=Greek}/u, makeReady(greek)],
  [/[\p{Script=Latin}\p{Script=Cyrillic}]/u, makeReady(serbian)],
  [/\p{Script=Cyrillic}/u, makeReady(bulgarian)],
  [/\p{Script=Arabic}/u, makeReady(persian)],
  [/\p{Script=Armenian}/u, makeReady(armenian)],
];

/**
 * The first moment to come that a text names, in any of the six languages: `by Friday 15:00`, `μέχρι την Παρασκευή`, `do petka u 15h`, `до петък`,
 * `تا جمعه ساعت ۱۵`, `մինչև ուրբաթ`. A day without an hour means the end of its work (17:00), a part of the day its end, a date without a year the next one
 * there is. What is past, a habit ("every Friday") or no day at all is undefined. `now` is local.
 */
export function findMoment(text: string, now: Temporal.PlainDateTime): SaidMoment | undefined {
  const folded = fold(text);
  const understood = languages
    .filter(([script]) => script.test(text))
    .flatMap(([, words]) => momentsIn(folded, text, words, now))
    .toSorted((a, b) => lengthOf(b) - lengthOf(a));
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
function momentsIn(text: string, written: string, words: ReadyWords, now: Temporal.PlainDateTime): Understood[] {
  const found: Understood[] = [];
  let start = 0;
  while (start < text.length) {
    const moment = canBegin(text, start, words) ? momentAt(text, written, start, words, now) : undefined;
    if (moment) found.push(moment);
    start = Math.max(start + 1, moment?.end ?? 0);
  }
  return found;
}

function canBegin(text: string, start: number, words: ReadyWords): boolean {
  const first = text.charAt(start);
  if (!/\d/.test(first) && !words.beginnings.has(text.slice(start, start + 2)) && !words.beginnings.has(first)) return false;
  return !/\s/.test(first) && startsWord(text, start);
}

type Understood = Omit<SaidMoment, 'at'> & { readonly at: Temporal.PlainDateTime | undefined };

function momentAt(text: string, written: string, start: number, words: ReadyWords, now: Temporal.PlainDateTime): Understood | undefined {
  const day = dayAt(text, start, words);
  const hour = day ? undefined : hourAt(text, start, words, false);
  if (!day && !hour) return undefined;
  const between = (at: number) => at + (/^[\s,،]*/.exec(text.slice(at))?.[0].length ?? 0);
  const first = day?.end ?? hour?.end ?? start;
  const hourBehind = day && !day.value.exact ? hourAt(text, between(first), words, text.charAt(first) === ' ') : undefined;
  const dayBehind = hour ? dayAt(text, between(first), words) : undefined;
  const end = hourBehind?.end ?? dayBehind?.end ?? first;
  const said = resolve(day?.value ?? dayBehind?.value, hour?.value ?? hourBehind?.value, now);
  const isToCome = said && Temporal.PlainDateTime.compare(said.at, now) > 0 && !isNoneToCome(text, written, start, end, words);
  const isBetween = (hour ?? hourBehind)?.value.isBetween === true;
  const isSpan = said?.from && Temporal.PlainDateTime.compare(said.from, now) > 0 && (isBetween || !isDeadline(text, start, end, words));
  return {
    at: isToCome ? said.at : undefined,
    from: isSpan ? said.from : null,
    hasHour: (hour ?? hourBehind) !== undefined || (day ?? dayBehind)?.value.exact !== undefined,
    start,
    end,
  };
}

type Resolved = { readonly at: Temporal.PlainDateTime; readonly from: Temporal.PlainDateTime | undefined };

function resolve(day: SaidDay | undefined, hour: Hour | undefined, now: Temporal.PlainDateTime): Resolved | undefined {
  if (day?.exact) return { at: day.exact(now).round({ smallestUnit: 'minute', roundingMode: 'ceil' }), from: undefined };
  if (day) {
    // Said on a Wednesday, "Wednesday at three" may be today's; "Wednesday evening" would be "this evening".
    const date = day.day(now, hour?.from && !hour.isBetween ? undefined : hour?.time);
    const first = hour ? undefined : day.from?.(now, undefined);
    return (
      date && {
        at: date.toPlainDateTime(hour?.time ?? endOfWorkOn(date, now)),
        from: first?.toPlainDateTime(beginOfWork) ?? timeOn(date, hour?.from),
      }
    );
  }
  if (!hour) return undefined;
  const isPast = Temporal.PlainTime.compare(hour.time, now.toPlainTime()) <= 0;
  const date = now.toPlainDate().add({ days: isPast ? 1 : 0 });
  return { at: date.toPlainDateTime(hour.time), from: timeOn(date, hour.from) };
}

function timeOn(date: Temporal.PlainDate, time: Temporal.PlainTime | undefined): Temporal.PlainDateTime | undefined {
  return time && date.toPlainDateTime(time);
}

// Said late in the day, "today" means what is left of it.
function endOfWorkOn(date: Temporal.PlainDate, now: Temporal.PlainDateTime): Temporal.PlainTime {
  if (!date.equals(now.toPlainDate())) return endOfWork;
  return [endOfWork, ...lateHours].find((time) => Temporal.PlainTime.compare(time, now.toPlainTime()) > 0) ?? endOfWork;
}

/** "By Friday morning" names a last moment and no span, wherever the word stands: "tomorrow until noon". */
function isDeadline(text: string, start: number, end: number, words: ReadyWords): boolean {
  for (let place = start; place < end; place++) {
    if (startsWord(text, place) && !/\s/.test(text.charAt(place)) && wordAt(text, place, words.deadline) !== undefined) return true;
  }
  return false;
}

/** "Last Friday", "every Friday". */
function isNoneToCome(text: string, written: string, start: number, end: number, words: ReadyWords): boolean {
  const behind = wordAt(text, blanks(text, end), words.notToCome);
  // A Persian half-space goes on with the word: "پیش‌فاکتور" is no "پیش".
  if (behind !== undefined && written.charAt(behind) !== '\u200c') return true;
  const before = text.slice(0, start).trimEnd();
  return words.notToCome.some((word) => before.endsWith(word) && startsWord(before, before.length - word.length));
}
