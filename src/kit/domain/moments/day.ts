import { dateAt } from './date.ts';
import type { SaidDay } from './said-day.ts';
import { endAt, spanAt, weekAfter, weekdayIn } from './span.ts';
import { blanks, numberAt, oneOf, unitAt, wordAt, type Read, type ReadyWords } from './text.ts';
import type { MomentUnit } from './words.ts';

/** Reads a day: today, a weekday, a date, "in three days", "end of the week". */
export function dayAt(text: string, at: number, words: ReadyWords): Read<SaidDay> | undefined {
  const said = wordAt(text, at, words.beforeDay);
  const from = said === undefined ? at : blanks(text, said);
  return (
    fromNowAt(text, at, words) ??
    endOfDayAt(text, at, words) ??
    endOfDayAt(text, from, words) ??
    endAt(text, at, words) ??
    plainDayAt(text, from, words, said !== undefined) ??
    // "On" may be the beginning of a longer word that says in how long, or be no part of it at all.
    (from === at ? undefined : (fromNowAt(text, from, words) ?? endAt(text, from, words) ?? plainDayAt(text, at, words, false)))
  );
}

/** "By close of business": today's, or that of the day that follows. */
function endOfDayAt(text: string, at: number, words: ReadyWords): Read<SaidDay> | undefined {
  const end = wordAt(text, at, words.endOfDay);
  if (end === undefined) return undefined;
  const near = blanks(text, end);
  const said = wordAt(text, near, words.beforeDay);
  return plainDayAt(text, said === undefined ? near : blanks(text, said), words, said !== undefined) ?? { value: inDays(0), end };
}

function plainDayAt(text: string, at: number, words: ReadyWords, isExpected: boolean): Read<SaidDay> | undefined {
  const [weekday, span] = [weekdayAt(text, at, words), spanAt(text, at, words)];
  // Serbian and Armenian call a week by the name of one of its days: behind "next" it is the week.
  const named = span && span.end >= (weekday?.end ?? at) ? withWeekday(text, span, words) : weekday;
  return nearAt(text, at, words) ?? named ?? dateAt(text, at, words, isExpected);
}

function nearAt(text: string, at: number, words: ReadyWords): Read<SaidDay> | undefined {
  const near = oneOf(text, at, [words.today, words.tomorrow, words.dayAfterTomorrow]);
  return near && { value: inDays(near.value), end: near.end };
}

function inDays(days: number): SaidDay {
  return { day: (now) => now.toPlainDate().add({ days }) };
}

/** "Next week on Friday". */
function withWeekday(text: string, span: Read<SaidDay>, words: ReadyWords): Read<SaidDay> {
  const { weeksAhead } = span.value;
  const near = blanks(text, span.end);
  const said = wordAt(text, near, words.beforeDay);
  const weekday = weeksAhead === undefined ? undefined : oneOf(text, said === undefined ? near : blanks(text, said), words.weekdays);
  if (!weekday || weeksAhead === undefined) return span;
  return { value: weekdayIn(weeksAhead, weekday.value + 1, words), end: weekday.end };
}

/** "Friday", "next Friday", "Friday 27 November", "Friday next week". The same weekday as today is today only with an hour that is still to come. */
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
  const week = spanAt(text, blanks(text, wordAt(text, blanks(text, behind), words.ofSpan) ?? behind), words);
  if (week?.value.weeksAhead !== undefined) return { value: weekdayIn(week.value.weeksAhead, iso, words), end: week.end };
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

/** "In three days", "within two weeks", "in half an hour", "۲ روز دیگر", "2 օրից". Hours and minutes are counted from the moment itself. */
function fromNowAt(text: string, at: number, words: ReadyWords): Read<SaidDay> | undefined {
  const said = wordAt(text, at, words.within);
  const from = blanks(text, said ?? at);
  const half = wordAt(text, from, words.halfAnHour);
  if (half !== undefined) {
    const later = wordAt(text, blanks(text, half), words.later);
    if (said !== undefined || later !== undefined || words.unitsFromNow.size > 0)
      return { value: fromNow(30, 'minute', words), end: later ?? half };
  }
  const one = said === undefined ? undefined : unitAt(text, from, words.oneUnit);
  if (one) return { value: fromNow(1, one.value, words), end: wordAt(text, blanks(text, one.end), words.later) ?? one.end };
  const number = numberAt(text, from, words);
  const unitFrom = blanks(text, number?.end ?? from);
  const ending = unitAt(text, unitFrom, words.unitsFromNow);
  if (ending) return { value: fromNow(number?.value ?? 1, ending.value, words), end: ending.end };
  const unit = unitAt(text, unitFrom, words.units);
  if (!unit || !number || number.value === 0) return undefined;
  const later = wordAt(text, blanks(text, unit.end), words.later);
  if (said === undefined && later === undefined) return undefined;
  // "След 16 часа" is after four o'clock; nobody counts so many hours.
  if (unit.value === 'hour' && number.value > 12 && number.value < 22) return undefined;
  return { value: fromNow(number.value, unit.value, words), end: later ?? unit.end };
}

function fromNow(amount: number, unit: MomentUnit, words: ReadyWords): SaidDay {
  const later = (now: Temporal.PlainDateTime): Temporal.PlainDateTime => {
    switch (unit) {
      case 'minute':
        return now.add({ minutes: amount });
      case 'hour':
        return now.add({ hours: amount });
      case 'day':
        return now.add({ days: amount });
      case 'workday':
        return workdaysLater(now, amount, words);
      case 'week':
        return now.add({ weeks: amount });
      case 'month':
        return now.add({ months: amount });
    }
  };
  const isShort = unit === 'minute' || unit === 'hour';
  return { day: (now) => later(now).toPlainDate(), ...(isShort ? { exact: later } : {}) };
}

/** So many days on which people work, those of the week of the language. */
function workdaysLater(now: Temporal.PlainDateTime, amount: number, { week }: ReadyWords): Temporal.PlainDateTime {
  const workdays = (week.lastAtWork - week.first + 7) % 7;
  let [day, left] = [now, amount];
  while (left > 0) {
    day = day.add({ days: 1 });
    if ((day.dayOfWeek - week.first + 7) % 7 <= workdays) left--;
  }
  return day;
}
