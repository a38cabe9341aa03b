import { readBirthday as readTold, type Birthday } from '#features/people/domain/index.ts';
import type { WarningReason } from './contact.ts';
import { plainDigits } from './text.ts';

export type DateOrder = 'dmy' | 'mdy';

/** Years of the Persian calendar are written with four digits too; no living person or firm dates from the Gregorian ones. */
const persianYears = { from: 1200, until: 1500 };

/**
 * A birthday as people and programs write it: `1980-04-15`, `15.4.1980`, `4/15/1980` by `order`, `19800415`, without a year `--04-15`,
 * `--0415`, `15.4.`, in digits of any script, in the Gregorian or the Persian calendar. A time of day behind it is left out; so is the
 * year 1604, by which Apple says that there is none. Answers it as `Contact` holds it, or the reason of a warning.
 */
export function readBirthday(written: string, order: DateOrder, today: Temporal.PlainDate, told?: Birthday['calendar']): string {
  const calendar = written.startsWith('persian:') ? 'persian' : told;
  const parts = partsOf(tidied(written), order);
  if (!parts) return 'birthday_unreadable';
  const { month, day } = parts;
  const year = parts.year === 1604 || parts.year === 0 ? null : parts.year;
  const read = readTold({ calendar: calendar ?? calendarOf(year), year, month, day }, today);
  return read.ok ? birthdayText(read.value) : (refusals[read.failure.code] ?? 'birthday_unreadable');
}

/** A day of any time, written in the same ways, as an ISO date; undefined of what is none, or has no year. */
export function readDay(written: string, order: DateOrder): string | undefined {
  const parts = partsOf(tidied(written), order);
  if (!parts || parts.year === null) return undefined;
  try {
    const there = { ...parts, year: parts.year, calendar: calendarOf(parts.year) };
    return Temporal.PlainDate.from(there, { overflow: 'reject' }).withCalendar('iso8601').toString();
  } catch {
    return undefined;
  }
}

function tidied(written: string): string {
  return plainDigits(written)
    .replace('persian:', '')
    .replace(/[T ]\d{1,2}:\d{2}.*$/, '')
    .replace(/\s*(?:[./-])\s*/g, (mark) => mark.trim())
    .trim();
}

function calendarOf(year: number | null): Birthday['calendar'] {
  return year !== null && year >= persianYears.from && year < persianYears.until ? 'persian' : 'gregory';
}

const refusals: Readonly<Record<string, WarningReason>> = {
  'customer.birthday_impossible': 'birthday_impossible',
  'customer.birthday_in_future': 'birthday_in_future',
};

/** A birthday as `Contact` holds it. */
export function birthdayText({ calendar, year, month, day }: Birthday): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const text = `${year === null ? '-' : String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return calendar === 'persian' ? `persian:${text}` : text;
}

/** The parts of a birthday as `Contact` holds it. */
export function birthdayOf(text: string): Birthday {
  const calendar = text.startsWith('persian:') ? 'persian' : 'gregory';
  const bare = text.replace('persian:', '');
  const [month = 1, day = 1] = bare.slice(-5).split('-').map(Number);
  return { calendar, year: bare.startsWith('--') ? null : Number(bare.slice(0, 4)), month, day };
}

/** Which order the dates of a column are in, if one of them tells. */
export function dateOrderOf(values: readonly string[]): DateOrder | undefined {
  for (const value of values) {
    const [, first, second] = /^(\d{1,2})[./-](\d{1,2})[./-]\d{4}/.exec(plainDigits(value).trim()) ?? [];
    if (Number(first) > 12) return 'dmy';
    if (Number(second) > 12) return 'mdy';
  }
  return undefined;
}

function partsOf(text: string, order: DateOrder): { year: number | null; month: number; day: number } | undefined {
  const found =
    /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/.exec(text) ??
    /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/.exec(text) ??
    /^--(?<month>\d{2})-?(?<day>\d{2})$/.exec(text) ??
    (order === 'dmy'
      ? /^(?<day>\d{1,2})[./-](?<month>\d{1,2})(?:[./-](?<year>\d{4}))?\.?$/.exec(text)
      : /^(?<month>\d{1,2})[./-](?<day>\d{1,2})(?:[./-](?<year>\d{4}))?\.?$/.exec(text));
  const groups = found?.groups;
  if (!groups) return undefined;
  return {
    year: groups['year'] === undefined ? null : Number(groups['year']),
    month: Number(groups['month']),
    day: Number(groups['day']),
  };
}
