import { monthAt } from './date.ts';
import type { SaidDay } from './said-day.ts';
import { blanks, unitAt, wordAt, type Read, type ReadyWords } from './text.ts';

type Place = 'start' | 'middle' | 'end' | 'whole';

/** "Next week", "this month", "the weekend": of a span of days, the last on which people work. */
export function spanAt(text: string, at: number, words: ReadyWords): Read<SaidDay> | undefined {
  const weekend = wordAt(text, at, words.weekend);
  if (weekend !== undefined) return { value: { day: (now) => weekAfter(now.toPlainDate(), words, 0).subtract({ days: 1 }) }, end: weekend };
  const [next, coming] = [wordAt(text, at, words.next), wordAt(text, at, words.coming)];
  const before = next ?? coming;
  const unit = unitAt(text, blanks(text, before ?? at), words.units);
  if (!unit || (unit.value !== 'week' && unit.value !== 'month')) return undefined;
  const nextBehind = wordAt(text, blanks(text, unit.end), words.next);
  if (before === undefined && nextBehind === undefined) return undefined;
  const ahead = next !== undefined || nextBehind !== undefined ? 1 : 0;
  return { value: spanOf(unit.value, ahead, 'whole', words), end: nextBehind ?? unit.end };
}

/** "The end of the week", "early next week", "end of March"; in Armenian with the end behind. */
export function endAt(text: string, at: number, words: ReadyWords): Read<SaidDay> | undefined {
  const ahead = wordAt(text, at, words.beforeWeekend);
  if (ahead !== undefined) return { value: spanOf('week', 0, 'end', words), end: ahead };
  const [endOf, middleOf, startOf] = [words.endOf, words.middleOf, words.startOf].map((some) => wordAt(text, at, some));
  const said = endOf ?? middleOf ?? startOf;
  let from = blanks(text, said ?? at);
  const article = /^the\s+/.exec(text.slice(from));
  if (said !== undefined && article) from += article[0].length;
  const next = wordAt(text, from, words.next);
  const within = blanks(text, next ?? wordAt(text, from, words.coming) ?? from);
  const unit = unitAt(text, within, words.units);
  const month = unit ? undefined : monthAt(text, within, words);
  const last = unit?.end ?? month?.end;
  if (last === undefined) return undefined;
  const nextBehind = wordAt(text, blanks(text, last), words.next);
  const [endBehind, middleBehind, startBehind] = [words.endBehind, words.middleBehind, words.startBehind].map((some) =>
    wordAt(text, blanks(text, nextBehind ?? last), some),
  );
  const behind = endBehind ?? middleBehind ?? startBehind;
  if (said === undefined && behind === undefined) return undefined;
  const isMiddle = (middleOf ?? middleBehind) !== undefined;
  const place: Place = (endOf ?? endBehind) !== undefined ? 'end' : isMiddle ? 'middle' : 'start';
  const end = behind ?? nextBehind ?? last;
  if (month) return { value: monthNamed(month.value, place), end };
  if (unit?.value === 'day' && place === 'end') return { value: { day: (now) => now.toPlainDate() }, end };
  if (unit?.value !== 'week' && unit?.value !== 'month') return undefined;
  const weeks = next === undefined && nextBehind === undefined ? 0 : 1;
  return { value: spanOf(unit.value, weeks, place, words), end };
}

/** A day of the week that is so many weeks ahead: 1 is Monday. */
export function weekdayIn(weeksAhead: number, weekday: number, words: ReadyWords): SaidDay {
  const offset = (weekday - words.week.first + 7) % 7;
  return { day: (now) => weekAfter(now.toPlainDate(), words, weeksAhead - 1).add({ days: offset }) };
}

/** The first day of the week after this one, so many weeks further on. */
export function weekAfter(today: Temporal.PlainDate, words: ReadyWords, weeks: number): Temporal.PlainDate {
  const days = (words.week.first - today.dayOfWeek + 7) % 7 || 7;
  return today.add({ days: days + weeks * 7 });
}

function spanOf(unit: 'week' | 'month', ahead: number, place: Place, words: ReadyWords): SaidDay {
  const first = (now: Temporal.PlainDateTime) => firstOf(now.toPlainDate(), unit, ahead, words);
  const week = unit === 'week' ? { weeksAhead: ahead } : {};
  if (place === 'middle') return { day: (now) => first(now).add({ days: unit === 'week' ? 2 : 14 }), ...week };
  if (place === 'start') return { day: (now) => first(now).add({ days: unit === 'week' ? 1 : 4 }), from: first, ...week };
  const day = (now: Temporal.PlainDateTime) => lastOf(now.toPlainDate(), unit, ahead, words);
  return { day, ...(place === 'whole' && ahead > 0 ? { from: first } : {}), ...week };
}

function firstOf(today: Temporal.PlainDate, unit: 'week' | 'month', ahead: number, words: ReadyWords): Temporal.PlainDate {
  if (unit === 'week') return weekAfter(today, words, ahead - 1);
  return today.withCalendar(words.calendar).with({ day: 1 }).add({ months: ahead }).withCalendar('iso8601');
}

function lastOf(today: Temporal.PlainDate, unit: 'week' | 'month', ahead: number, words: ReadyWords): Temporal.PlainDate {
  if (unit === 'month') return firstOf(today, unit, ahead + 1, words).subtract({ days: 1 });
  const { first, lastAtWork } = words.week;
  const end = weekAfter(today, words, ahead - 1).add({ days: (lastAtWork - first + 7) % 7 });
  return Temporal.PlainDate.compare(end, today) < 0 ? end.add({ days: 7 }) : end;
}

/** "The end of March", "early in December". */
function monthNamed({ month, calendar }: { month: number; calendar: string }, place: Place): SaidDay {
  const first = (now: Temporal.PlainDateTime) => {
    const today = now.toPlainDate().withCalendar(calendar);
    return Temporal.PlainDate.from({ calendar, year: today.year + (month < today.month ? 1 : 0), month, day: 1 });
  };
  if (place === 'end') return { day: (now) => first(now).add({ months: 1 }).subtract({ days: 1 }).withCalendar('iso8601') };
  const from = (now: Temporal.PlainDateTime) => first(now).withCalendar('iso8601');
  if (place === 'middle') return { day: (now) => from(now).add({ days: 14 }) };
  return { day: (now) => from(now).add({ days: 4 }), from };
}
