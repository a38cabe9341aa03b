import { getCountries } from 'libphonenumber-js';

const known = new Map<string, string>();

/** The country in which clocks go by a time zone (Europe/Athens is in GR), where it is one; empty otherwise. */
export function countryOfZone(timeZone: string): string {
  if (known.size === 0) {
    for (const country of getCountries()) {
      for (const zone of zonesOf(country)) known.set(zone, known.has(zone) ? '' : country);
    }
  }
  return known.get(timeZone) ?? '';
}

function zonesOf(country: string): readonly string[] {
  return new Intl.Locale(`und-${country}`).getTimeZones() ?? [];
}
