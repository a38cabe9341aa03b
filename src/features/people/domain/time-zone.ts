/** The time zone of a customer: the one told, or that of their country where all its clocks show the same. */
export function timeZoneOf({ timeZone, country }: { readonly timeZone: string | null; readonly country: string | null }): string | null {
  if (timeZone !== null || country === null || !/^[A-Z]{2}$/.test(country)) return timeZone;
  const known = ofCountries.get(country);
  if (known !== undefined) return known;
  const zones = new Intl.Locale('und', { region: country }).getTimeZones() ?? [];
  const clocks = new Set(zones.map((zone) => seasons.map((moment) => moment.toZonedDateTimeISO(zone).offset).join()));
  const only = clocks.size === 1 ? (zones[0] ?? null) : null;
  ofCountries.set(country, only);
  return only;
}

const ofCountries = new Map<string, string | null>();

// Countries whose clocks agree in winter and in summer agree.
const seasons = ['2026-01-15T12:00Z', '2026-07-15T12:00Z'].map((moment) => Temporal.Instant.from(moment));
