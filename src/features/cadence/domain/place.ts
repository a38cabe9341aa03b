import { countriesIn } from '#features/people/domain/index.ts';
import type { WorkingWeek } from './working-calendar.ts';

/** The country in which clocks show this time zone, where there is one; a business keeps its holidays until it says otherwise. */
export function countryAt(timeZone: string): string | null {
  const known = countryOfZone.get(timeZone);
  if (known !== undefined) return known;
  const found = countriesIn('en').find(({ code }) => new Intl.Locale('und', { region: code }).getTimeZones()?.includes(timeZone));
  countryOfZone.set(timeZone, found?.code ?? null);
  return found?.code ?? null;
}

// Asking two hundred countries for their clocks takes a third of a second.
const countryOfZone = new Map<string, string | null>();

/** The week as it is usual in a country: all days that are no weekend there, from nine to five. */
export function usualWeek(country: string | null): WorkingWeek {
  const { weekend } = new Intl.Locale('und', { region: country ?? '001' }).getWeekInfo();
  return { weekdays: [1, 2, 3, 4, 5, 6, 7].filter((day) => !weekend.includes(day)), fromTime: '09:00', untilTime: '17:00' };
}
