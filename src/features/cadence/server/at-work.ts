import { readWorkspace } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { dayNumberOf, dayOf, minutesAtWork, weekdayOf } from '../domain/index.ts';
import { listAbsences, readSettings, readWeeks } from './calendar-store.ts';
import { holidaysFrom, readCalendar } from './calendar.ts';

/** Whether a colleague is at work on a day, and for how long; or why not. */
export type DayAtWork =
  | { readonly works: true; readonly minutes: number }
  | { readonly works: false; readonly because: 'week' }
  | { readonly works: false; readonly because: 'holiday'; readonly name: string }
  /** `standIn` is who was named for everything; otherwise each customer's deputy is asked. */
  | { readonly works: false; readonly because: 'absence'; readonly id: string; readonly untilOn: string; readonly standIn: string | null };

/** Tells of any colleague whether they are at work on a day, as was known at its end: by their week, public holidays and absences. */
export async function whoWorksOn(tx: Tx, day: Temporal.PlainDate): Promise<(colleague: string) => DayAtWork> {
  const { week, country } = await readSettings(tx);
  const weeks = await readWeeks(tx);
  const holiday = (await holidaysFrom(tx, day, country)).find(({ on }) => on === day.toString());
  const { timeZone } = await readWorkspace(tx);
  const evening = endOfDay(day, timeZone);
  const absences = (await listAbsences(tx, day)).filter(
    (one) => Temporal.PlainDate.compare(one.from_on, day) <= 0 && Temporal.Instant.compare(one.noted_at, evening) < 0,
  );
  const weekday = weekdayOf(dayNumberOf(day));
  return (colleague) => {
    const away = absences.find((one) => one.colleague_id === colleague);
    if (away) return { works: false, because: 'absence', id: away.id, untilOn: away.until_on.toString(), standIn: away.stand_in_id };
    if (holiday) return { works: false, because: 'holiday', name: holiday.name };
    const theirs = weeks.get(colleague) ?? week;
    return theirs.weekdays.includes(weekday) ? { works: true, minutes: minutesAtWork(theirs) } : { works: false, because: 'week' };
  };
}

/** The next day after one on which a colleague works; the day after it where they never do. */
export async function nextWorkdayOf(tx: Tx, colleague: string, after: Temporal.PlainDate): Promise<Temporal.PlainDate> {
  const tomorrow = after.add({ days: 1 });
  const [next] = (await readCalendar(tx, tomorrow)).workdaysOf(colleague);
  return next === undefined ? tomorrow : dayOf(next);
}
