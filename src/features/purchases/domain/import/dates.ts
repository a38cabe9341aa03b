import { monthNamed } from './month-names.ts';
import { plainText } from './plain-text.ts';

/** The order of day and month in dates such as 03/04/2011; dates that begin with a year of four digits need none. */
export type DateOrder = 'dmy' | 'mdy';

export type DateProblem = 'date_unreadable' | 'date_impossible' | 'date_out_of_range';

/** A moment as it was written: on the wall clock of the shop unless it came with an offset. */
export type WrittenMoment = {
  /** Days since 1970-01-01 of the written day. */
  readonly day: number;
  /** Seconds since midnight; undefined when only the day was written. */
  readonly second: number | undefined;
  /** Minutes ahead of UTC, when it was written with one. */
  readonly offset: number | undefined;
};

type Day = { readonly year: number; readonly month: number; readonly day: number; readonly calendar?: 'gregorian' | 'persian' };

const clock =
  /(?:^|[\st,]+)(\d{1,2})(?:[:.٫h](\d{2}))(?:[:.](\d{2})(?:[.,]\d+)?)?\s*(am|pm|a\.m\.|p\.m\.|πμ|μμ|π\.μ\.|μ\.μ\.|пр\.? ?об\.?|сл\.? ?об\.?|ق\.?ظ|ب\.?ظ|կա|կհ)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?$/iu;
const afternoon = /^(?:pm|p\.m\.|μμ|μ\.μ\.|сл|ب|կհ)/u;

/**
 * Reads a day, with or without a time, in the usual forms: ISO 8601, day and month in the given order, names of months in our
 * languages, eight digits, the serial numbers of spreadsheets, seconds since 1970, and the Persian calendar (years 1300 to 1499).
 * Two digits of a year mean the latest such year that is not after the one following `latestYear`.
 */
export function readDate(written: string, order: DateOrder | undefined, latestYear: number): WrittenMoment | DateProblem {
  if (written.length > 60) return 'date_unreadable';
  const iso = isoMoment.exec(written);
  if (iso) return readIso(iso);
  const text = plainText(written).toLowerCase();
  const counted = countedMoment(text);
  if (counted) return counted;
  const time = /\d[:.h٫]\d\d/.test(text) ? clock.exec(text) : null;
  const timed = time && time.index > 0 ? readClock(time) : undefined;
  const day = readDay(timed ? text.slice(0, time?.index) : text, order, latestYear);
  if (typeof day === 'string') return day;
  if (timed === 'impossible') return 'date_impossible';
  const number = dayNumber(day);
  return typeof number === 'string' ? number : { day: number, second: timed?.second, offset: timed?.offset };
}

// The form of most exports, apart because it is worth its speed.
const isoMoment = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}))?)?$/;

function readIso([, year, month, day, hours, minutes, seconds = '0']: RegExpExecArray): WrittenMoment | DateProblem {
  const number = dayNumber({ year: Number(year), month: Number(month), day: Number(day) });
  if (typeof number === 'string') return number;
  if (hours === undefined) return { day: number, second: undefined, offset: undefined };
  const second = secondOfDay(Number(hours), Number(minutes), Number(seconds));
  return second === undefined ? 'date_impossible' : { day: number, second, offset: undefined };
}

/** A time of day from a column of its own: seconds since midnight, or undefined when it is none. */
export function readTime(written: string): number | undefined {
  const text = plainText(written).toLowerCase();
  const fraction = /^0?\.(\d{1,17})$/.exec(text);
  if (fraction) return Math.round(Number(`0.${fraction[1]}`) * 86_400) % 86_400;
  const compact = /^(\d{1,2})(\d{2})(\d{2})$|^(\d{2})(\d{2})$/.exec(text);
  const parts = compact ? [compact[1] ?? compact[4], compact[2] ?? compact[5], compact[3] ?? '0'] : undefined;
  const time = clock.exec(parts ? `${parts[0]}:${parts[1]}:${parts[2]?.padStart(2, '0')}` : text);
  if (!time || time.index > 0) return undefined;
  const read = readClock(time);
  return read === 'impossible' ? undefined : read.second;
}

function readClock(parts: RegExpExecArray): { second: number; offset: number | undefined } | 'impossible' {
  const [, hours, minutes = '0', seconds = '0', half, zone] = parts;
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return 'impossible';
    hour = (hour % 12) + (afternoon.test(half) ? 12 : 0);
  }
  const second = secondOfDay(hour, Number(minutes), Number(seconds));
  return second === undefined ? 'impossible' : { second, offset: zone === undefined ? undefined : readOffset(zone) };
}

/** 24:00 and the leap second are written, seldom; the last second of their day is near enough. */
function secondOfDay(hour: number, minute: number, second: number): number | undefined {
  const total = hour * 3600 + minute * 60 + second;
  return minute > 59 || second > 60 || total > 86_400 ? undefined : Math.min(total, 86_399);
}

function readOffset(zone: string): number {
  const parts = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  return parts ? (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3])) : 0;
}

/** Moments written as counts: `20110405`, with a time behind; days since 1900 in a spreadsheet; seconds or milliseconds since 1970. */
function countedMoment(text: string): WrittenMoment | undefined {
  const digits = /^(\d{4})(\d{2})(\d{2})(?:[ t]?(\d{2})(\d{2})(\d{2})?)?$/.exec(text);
  if (digits) {
    const moment = readIso(digits);
    if (typeof moment !== 'string') return moment;
  }
  const serial = /^(\d{5})(?:[.,](\d{1,17}))?$/.exec(text);
  if (serial) {
    const days = Number(serial[1]);
    const second = serial[2] === undefined ? undefined : Math.round(Number(`0.${serial[2]}`) * 86_400);
    // From 1954 to 2119: numbers outside are something else.
    if (days >= 20_000 && days <= 80_000) return { day: days - 25_569, second: second === 86_400 ? 86_399 : second, offset: undefined };
  }
  const epoch = /^(\d{10})(\d{3})?$/.exec(text);
  if (epoch) {
    const seconds = Number(epoch[1]);
    return { day: Math.floor(seconds / 86_400), second: seconds % 86_400, offset: 0 };
  }
  return undefined;
}

function readDay(written: string, order: DateOrder | undefined, latestYear: number): Day | DateProblem {
  // What languages write around a date: a weekday before, "г." or "թ." or a full stop behind.
  const text = written
    .trim()
    .replace(/[\s.]*(?:г\.?|год\.?|թ\.?|թվական|god\.?|год)?[.,]?$/u, '')
    .replace(/^(\p{L}+)[.,]?\s+(?=\d|\p{L}+[.,]?\s*\d)/u, (all, word: string) => (monthNamed(word) ? all : ''));
  const yearFirst = /^(\d{4,})([-/. ])\s?(\d{1,2})\2\s?(\d{1,2})$/.exec(text);
  if (yearFirst) return { year: Number(yearFirst[1]), month: Number(yearFirst[3]), day: Number(yearFirst[4]) };
  const yearLast = /^(\d{1,2})([-/. ])\s?(\d{1,2})\2\s?(\d{4,}|\d{2})$/.exec(text);
  if (yearLast) {
    if (order === undefined) return 'date_unreadable';
    const [one, two] = [Number(yearLast[1]), Number(yearLast[3])];
    const year = fullYear(yearLast[4] ?? '', latestYear);
    return order === 'dmy' ? { year, month: two, day: one } : { year, month: one, day: two };
  }
  return namedMonthDay(text, latestYear) ?? 'date_unreadable';
}

function namedMonthDay(text: string, latestYear: number): Day | undefined {
  const word = '(\\p{L}[\\p{L}\\p{M}\u200c]*)\\.?';
  const between = '[\\s\\-/.,]*';
  const forms: readonly [RegExp, 'dmy' | 'mdy' | 'ymd'][] = [
    [
      new RegExp(`^(\\d{1,2})(?:st|nd|rd|th|η|ης|-?ви|-?ри|-?ти|-?ին)?${between}(?:of |de )?${word}${between}(\\d{4,}|\\d{2})$`, 'u'),
      'dmy',
    ],
    [new RegExp(`^${word}${between}(\\d{1,2})(?:st|nd|rd|th)?[\\s,\\-/.]+(\\d{4,}|\\d{2})$`, 'u'), 'mdy'],
    [new RegExp(`^(\\d{4,})${between}${word}${between}(\\d{1,2})$`, 'u'), 'ymd'],
  ];
  for (const [form, order] of forms) {
    const parts = form.exec(text);
    if (!parts) continue;
    const [, a = '', b = '', c = ''] = parts;
    const [year, name, day] = order === 'dmy' ? [c, b, a] : order === 'mdy' ? [c, a, b] : [a, b, c];
    const month = monthNamed(name);
    if (month) return { year: fullYear(year, latestYear), month: month.number, day: Number(day), calendar: month.calendar };
  }
  return undefined;
}

function fullYear(digits: string, latestYear: number): number {
  if (digits.length !== 2) return Number(digits);
  const year = Math.floor(latestYear / 100) * 100 + Number(digits);
  return year > latestYear + 1 ? year - 100 : year;
}

function dayNumber({ year, month, day, calendar }: Day): number | DateProblem {
  if (calendar === 'persian' || (calendar === undefined && year >= 1300 && year < 1500)) return persianDayNumber(year, month, day);
  if (year < 1900 || year > 2200) return 'date_out_of_range';
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return 'date_impossible';
  return epochDay(year, month, day);
}

function persianDayNumber(year: number, month: number, day: number): number | DateProblem {
  if (year < 1300 || year >= 1500) return 'date_out_of_range';
  try {
    const date = Temporal.PlainDate.from({ calendar: 'persian', year, month, day }, { overflow: 'reject' }).withCalendar('iso8601');
    return epochDay(date.year, date.month, date.day);
  } catch {
    return 'date_impossible';
  }
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01 in the Gregorian calendar (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"). */
function epochDay(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** `2011-04-05` of a number of days since 1970-01-01; the inverse of the above. */
export function dayText(epoch: number): string {
  const shifted = epoch + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** `2011-04-05 08:26:00+02:00`, which PostgreSQL reads: in the session's time zone when no offset was written, at midnight when no time was. */
export function momentText({ day, second = 0, offset }: WrittenMoment): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const time = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
  if (offset === undefined) return `${dayText(day)} ${time}`;
  const ahead = Math.abs(offset);
  return `${dayText(day)} ${time}${offset < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
}
