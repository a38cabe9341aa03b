import { blanks, numberAt, oneOf, unitAt, wordAt, type Read, type ReadyWords } from './text.ts';
import type { MomentUnit } from './words.ts';

/** A day that was said, as a function of the moment at which it was said; undefined where there is no such day to come. */
export type Day = (now: Temporal.PlainDateTime, hour: Temporal.PlainTime | undefined) => Temporal.PlainDate | undefined;

export type SaidDay = {
  readonly day: Day;
  /** "In two hours": the moment itself, which needs no hour. */
  readonly exact?: (now: Temporal.PlainDateTime) => Temporal.PlainDateTime;
};

/** Reads a day: today, a weekday, a date, "in three days", "end of the week". */
export function dayAt(text: string, at: number, words: ReadyWords): Read<SaidDay> | undefined {
  const said = wordAt(text, at, words.beforeDay);
  const from = said === undefined ? at : blanks(text, said);
  return (
    fromNowAt(text, at, words) ??
    endAt(text, at, words) ??
    plainDayAt(text, from, words, said !== undefined) ??
    // "On" may be the beginning of a longer word that says in how long, or be no part of it at all.
    (from === at ? undefined : (fromNowAt(text, from, words) ?? endAt(text, from, words) ?? plainDayAt(text, at, words, false)))
  );
}

function plainDayAt(text: string, at: number, words: ReadyWords, isExpected: boolean): Read<SaidDay> | undefined {
  const [weekday, span] = [weekdayAt(text, at, words), spanAt(text, at, words)];
  // Serbian and Armenian call a week by the name of one of its days: behind "next" it is the week.
  const named = span && span.end >= (weekday?.end ?? at) ? span : weekday;
  return nearAt(text, at, words) ?? named ?? dateAt(text, at, words, isExpected);
}

function nearAt(text: string, at: number, words: ReadyWords): Read<SaidDay> | undefined {
  const near = oneOf(text, at, [words.today, words.tomorrow, words.dayAfterTomorrow]);
  if (near) return { value: inDays(near.value), end: near.end };
  const end = wordAt(text, at, words.endOfDay);
  return end === undefined ? undefined : { value: inDays(0), end };
}

function inDays(days: number): SaidDay {
  return { day: (now) => now.toPlainDate().add({ days }) };
}

/** "Friday", "next Friday", "Friday 27 November". The same weekday as today is today only with an hour that is still to come. */
function weekdayAt(text: string, at: number, words: ReadyWords): Read<SaidDay> | undefined {
  const coming = wordAt(text, at, words.coming);
  const next = wordAt(text, at, words.next);
  const from = blanks(text, Math.max(coming ?? at, next ?? at));
  const found = oneOf(text, from, words.weekdays);
  if (!found) return undefined;
  const behind = wordAt(text, blanks(text, found.end), words.after) ?? found.end;
  const nextBehind = wordAt(text, blanks(text, behind), words.next);
  const isNext = next !== undefined || nextBehind !== undefined;
  const end = nextBehind ?? wordAt(text, blanks(text, behind), words.coming) ?? behind;
  const dated = dateAt(text, behind + (/^[\s,،]*/.exec(text.slice(behind))?.[0].length ?? 0), words, true);
  if (dated) return dated;
  const iso = found.value + 1;
  return {
    value: {
      day: (now, hour) => {
        const today = now.toPlainDate();
        const isLater = hour !== undefined && Temporal.PlainTime.compare(hour, now.toPlainTime()) > 0;
        const days = (iso - today.dayOfWeek + 7) % 7;
        const first = today.add({ days: days === 0 && !isLater ? 7 : days });
        const isThisWeek = Temporal.PlainDate.compare(first, weekAfter(today, words, 0)) < 0;
        return isNext && isThisWeek ? first.add({ days: 7 }) : first;
      },
    },
    end,
  };
}

/** "Next week", "the weekend": of a span of days, the last on which people work. */
function spanAt(text: string, at: number, words: ReadyWords): Read<SaidDay> | undefined {
  const weekend = wordAt(text, at, words.weekend);
  if (weekend !== undefined) return { value: { day: (now) => weekAfter(now.toPlainDate(), words, 0).subtract({ days: 1 }) }, end: weekend };
  const [next, coming] = [wordAt(text, at, words.next), wordAt(text, at, words.coming)];
  const before = next ?? coming;
  const unit = unitAt(text, blanks(text, before ?? at), words.units);
  if (!unit || (unit.value !== 'week' && unit.value !== 'month')) return undefined;
  const nextBehind = wordAt(text, blanks(text, unit.end), words.next);
  if (before === undefined && nextBehind === undefined) return undefined;
  const weeks = next !== undefined || nextBehind !== undefined ? 1 : 0;
  return { value: endOfSpan(unit.value, weeks, words), end: nextBehind ?? unit.end };
}

/** "The end of the week", "end of next month", "end of March"; in Armenian with the end behind. */
function endAt(text: string, at: number, words: ReadyWords): Read<SaidDay> | undefined {
  const ofDay = wordAt(text, at, words.endOfDay);
  if (ofDay !== undefined) return { value: inDays(0), end: ofDay };
  const said = wordAt(text, at, words.endOf);
  let from = blanks(text, said ?? at);
  const article = /^the\s+/.exec(text.slice(from));
  if (said !== undefined && article) from += article[0].length;
  const next = wordAt(text, from, words.next);
  const within = blanks(text, next ?? wordAt(text, from, words.coming) ?? from);
  const unit = unitAt(text, within, words.units);
  const month = unit ? undefined : oneOf(text, within, words.months);
  const end = unit?.end ?? month?.end;
  if (end === undefined) return undefined;
  const behind = wordAt(text, blanks(text, end), words.endBehind);
  const nextBehind = wordAt(text, blanks(text, end), words.next);
  if (said === undefined && behind === undefined) return undefined;
  if (month) return { value: { day: (now) => lastOfMonth(now.toPlainDate(), month.value + 1) }, end: behind ?? end };
  if (unit?.value === 'day') return { value: inDays(0), end: behind ?? end };
  if (unit?.value !== 'week' && unit?.value !== 'month') return undefined;
  return { value: endOfSpan(unit.value, next === undefined && nextBehind === undefined ? 0 : 1, words), end: behind ?? nextBehind ?? end };
}

function endOfSpan(unit: 'week' | 'month', spans: number, words: ReadyWords): SaidDay {
  return {
    day: (now) => {
      const today = now.toPlainDate();
      if (unit === 'month') return lastOf(today.add({ months: spans }));
      const { first, lastAtWork } = words.week;
      const end = weekAfter(today, words, spans - 1).add({ days: (lastAtWork - first + 7) % 7 });
      return Temporal.PlainDate.compare(end, today) < 0 ? end.add({ days: 7 }) : end;
    },
  };
}

/** The first day of the week after this one, so many weeks further on. */
function weekAfter(today: Temporal.PlainDate, words: ReadyWords, weeks: number): Temporal.PlainDate {
  const days = (words.week.first - today.dayOfWeek + 7) % 7 || 7;
  return today.add({ days: days + weeks * 7 });
}

function lastOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.with({ day: day.daysInMonth });
}

function lastOfMonth(today: Temporal.PlainDate, month: number): Temporal.PlainDate {
  return lastOf(Temporal.PlainDate.from({ year: today.year + (month < today.month ? 1 : 0), month, day: 1 }));
}

/** "In three days", "within two weeks", "۲ روز دیگر", "2 օրից". Hours and minutes are counted from the moment itself. */
function fromNowAt(text: string, at: number, words: ReadyWords): Read<SaidDay> | undefined {
  const said = wordAt(text, at, words.within);
  const from = blanks(text, said ?? at);
  const one = said === undefined ? undefined : unitAt(text, from, words.oneUnit);
  if (one) return { value: fromNow(1, one.value), end: one.end };
  const number = numberAt(text, from, words);
  const unitFrom = blanks(text, number?.end ?? from);
  const ending = unitAt(text, unitFrom, words.unitsFromNow);
  if (ending) return { value: fromNow(number?.value ?? 1, ending.value), end: ending.end };
  const unit = unitAt(text, unitFrom, words.units);
  if (!unit || !number || number.value === 0) return undefined;
  const later = wordAt(text, blanks(text, unit.end), words.later);
  if (said === undefined && later === undefined) return undefined;
  return { value: fromNow(number.value, unit.value), end: later ?? unit.end };
}

function fromNow(amount: number, unit: MomentUnit): SaidDay {
  const later = (now: Temporal.PlainDateTime): Temporal.PlainDateTime => {
    switch (unit) {
      case 'minute':
        return now.add({ minutes: amount });
      case 'hour':
        return now.add({ hours: amount });
      case 'day':
        return now.add({ days: amount });
      case 'week':
        return now.add({ weeks: amount });
      case 'month':
        return now.add({ months: amount });
    }
  };
  const isShort = unit === 'minute' || unit === 'hour';
  return { day: (now) => later(now).toPlainDate(), ...(isShort ? { exact: later } : {}) };
}

/** `2026-11-27`, `27/11`, `27.11.`, `27 November`, `November 27`, `the 27th`, `۱۵ آذر`. Without a year, the next one there is. */
function dateAt(text: string, at: number, words: ReadyWords, isExpected: boolean): Read<SaidDay> | undefined {
  const rest = text.slice(at);
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(rest);
  if (iso) return dateOf(at + iso[0].length, Number(iso[3]), Number(iso[2]), Number(iso[1]));
  const figures = /^(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2}))?(\.?)(?![\d:]|[.,]\d)/.exec(rest);
  // "1.5" may be a price: only where a date is due, or where a year or a point at the end makes it one.
  if (figures && (isExpected || figures[4] !== undefined || (figures[2] === '.' && figures[5] === '.'))) {
    const year = figures[4] === undefined ? undefined : Number(figures[4]) + (figures[4].length === 2 ? 2000 : 0);
    const found = dateOf(at + figures[0].length, Number(figures[1]), Number(figures[3]), year);
    if (found) return found;
  }
  const day = /^(\d{1,2})(?:st|nd|rd|th|[ηή]|\.|-?(?:ти|ви|ри|ми)|\s?(?:ام|م))?(?=[\s,]|$)/.exec(rest);
  const first = day ? monthAt(text, monthStart(text, at + day[0].length), words) : monthAt(text, at, words);
  if (!first) return isExpected && day && /(?:st|nd|rd|th)$/.test(day[0]) ? dayOfMonth(at + day[0].length, Number(day[1])) : undefined;
  const behind = day ? undefined : /^\s+(\d{1,2})(?:st|nd|rd|th)?(?![\d:.]\d)(?!\d)/.exec(text.slice(first.end));
  if (!day && !behind) return undefined;
  const end = first.end + (behind?.[0].length ?? 0);
  const year = /^,?\s+(\d{4})(?!\d)/.exec(text.slice(end));
  const last = end + (year?.[0].length ?? 0);
  const ending = wordAt(text, last, words.after) ?? last;
  const number = Number(day?.[1] ?? behind?.[1]);
  return dateOf(ending, number, first.value.month, year ? Number(year[1]) : undefined, first.value.calendar);
}

// "27 of November", "27 του Νοεμβρίου".
function monthStart(text: string, at: number): number {
  return at + (/^\s*(?:of\s+|του\s+)?/.exec(text.slice(at))?.[0].length ?? 0);
}

function monthAt(text: string, at: number, words: ReadyWords): Read<{ month: number; calendar: string }> | undefined {
  const solar = oneOf(text, at, words.persianMonths);
  if (solar) return { value: { month: solar.value + 1, calendar: 'persian' }, end: solar.end };
  const month = oneOf(text, at, words.months);
  return month && { value: { month: month.value + 1, calendar: 'gregory' }, end: month.end };
}

function dateOf(end: number, day: number, month: number, year?: number, calendar = 'gregory'): Read<SaidDay> | undefined {
  if (day < 1 || day > 31 || month < 1 || month > 12) return undefined;
  return {
    value: {
      day: (now) => {
        const today = now.toPlainDate().withCalendar(calendar);
        for (let ahead = 0; ahead < 8; ahead++) {
          const date = tryDate({ calendar, year: year ?? today.year + ahead, month, day });
          if (year !== undefined) return date;
          if (date && Temporal.PlainDate.compare(date, today) >= 0) return date;
        }
        return undefined;
      },
    },
    end,
  };
}

function dayOfMonth(end: number, day: number): Read<SaidDay> | undefined {
  if (day < 1 || day > 31) return undefined;
  return {
    value: {
      day: (now) => {
        const today = now.toPlainDate();
        for (let ahead = 0; ahead < 12; ahead++) {
          const { year, month } = today.with({ day: 1 }).add({ months: ahead });
          const date = tryDate({ calendar: 'gregory', year, month, day });
          if (date && Temporal.PlainDate.compare(date, today) >= 0) return date;
        }
        return undefined;
      },
    },
    end,
  };
}

function tryDate(parts: { calendar: string; year: number; month: number; day: number }): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(parts, { overflow: 'reject' }).withCalendar('iso8601');
  } catch {
    return undefined;
  }
}
