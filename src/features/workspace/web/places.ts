/** Every IANA time zone, as something to choose from. */
export function timeZones(): { id: string; text: string }[] {
  const here = Temporal.Now.timeZoneId();
  const known = Intl.supportedValuesOf('timeZone');
  return (known.includes(here) ? known : [here, ...known]).map((id) => ({ id, text: id.replaceAll('_', ' ') }));
}

/** Currencies that are not the euro, by the time zones they are paid in. */
const CURRENCY_BY_ZONE: readonly (readonly [RegExp, string])[] = [
  [/^Europe\/(London|Belfast)$/, 'GBP'],
  [/^Europe\/(Belgrade)$/, 'RSD'],
  [/^Europe\/(Sarajevo)$/, 'BAM'],
  [/^Europe\/(Skopje)$/, 'MKD'],
  [/^Europe\/(Zurich)$/, 'CHF'],
  [/^Europe\/(Istanbul)$/, 'TRY'],
  [/^Asia\/Tehran$/, 'IRR'],
  [/^Asia\/Yerevan$/, 'AMD'],
  [/^Asia\/Tbilisi$/, 'GEL'],
  [/^America\/(New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Detroit|Boise)|^Pacific\/Honolulu$/, 'USD'],
  [/^America\/(Toronto|Vancouver|Montreal|Edmonton|Winnipeg|Halifax)$/, 'CAD'],
  [/^Australia\//, 'AUD'],
];

/** The likely currency of a business where the clock says so; only a suggestion in a form. */
export function currencyAround(timeZone: string): string {
  return CURRENCY_BY_ZONE.find(([zone]) => zone.test(timeZone))?.[1] ?? 'EUR';
}
