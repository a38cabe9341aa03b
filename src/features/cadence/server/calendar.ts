import { listColleagues, ownersHere } from '#features/access/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { dayNumberOf, workingCalendar, type WorkingCalendar } from '../domain/index.ts';
import { absenceOf, listAbsences, readSettings, readWeeks } from './calendar-store.ts';
import { publicHolidays, type Holiday } from './holidays.ts';

/** So far ahead anything is planned: the seldomest routine, and room behind it. */
const daysAhead = 800;

/** When each colleague works from a day on: their week, the public holidays of the country, absences, and who stands in. */
export async function readCalendar(tx: Tx, day: Temporal.PlainDate): Promise<WorkingCalendar> {
  const { week, country } = await readSettings(tx);
  const holidays = await holidaysFrom(tx, day, country);
  const colleagues = await listColleagues(tx);
  const left = colleagues.filter((one) => one.suspended_at !== null);
  const [owner] = await ownersHere(tx);
  return workingCalendar({
    today: dayNumberOf(day),
    days: daysAhead,
    week,
    weeks: await readWeeks(tx),
    holidays: new Set(holidays.map(({ on }) => dayNumberOf(Temporal.PlainDate.from(on)))),
    absences: [
      ...(await listAbsences(tx, day)).map(absenceOf),
      // Who has left is away for good, until their customers are handed over.
      ...left.map(({ id }) => ({ colleague: id, fromOn: day, untilOn: day.add({ days: daysAhead }), standIn: null })),
    ],
    lastResort: owner?.id ?? '',
  });
}

/** The public holidays of the years that are planned for, from a day on. None of a country that is unknown to the calendar. */
export async function holidaysFrom(tx: Tx, day: Temporal.PlainDate, country: string | null): Promise<readonly Holiday[]> {
  if (country === null) return [];
  const { language } = await readWorkspace(tx);
  const days = await publicHolidays(country, [day.year, day.year + 1, day.year + 2, day.year + 3], language);
  return days.filter(({ on }) => on >= day.toString());
}
