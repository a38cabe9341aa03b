import { parentPort, workerData } from 'node:worker_threads';
import Holidays from 'date-holidays';

/** A day on which a country does not work, with its name there. */
export type Holiday = { readonly on: string; readonly name: string };

export type HolidaysAsked = { readonly country: string; readonly years: readonly number[]; readonly languages: readonly string[] };

const { country, years, languages } = workerData as HolidaysAsked;
const calendar = new Holidays(country, { languages: [...languages], types: ['public'] });
const days = years.flatMap((year) => calendar.getHolidays(year).flatMap(daysOf));
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- between threads there are no origins
parentPort?.postMessage(days);

// A feast may take several days; times are those of the country.
function daysOf({ date, start, end, name }: { date: string; start: Date; end: Date; name: string }): Holiday[] {
  const first = Temporal.PlainDate.from(date.slice(0, 10));
  const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
  return Array.from({ length }, (_, index) => ({ on: first.add({ days: index }).toString(), name }));
}
