/** How many backups are kept: of the latest days, weeks and months in which there is one, the last of each. */
export type Retention = { readonly daily: number; readonly weekly: number; readonly monthly: number };

type Kept = { readonly madeAt: Temporal.Instant };

/**
 * Which backups are kept; the others may go. The last one always is. Days, weeks and months are counted where there are backups: a server that stood still for a month
 * loses none of them.
 */
export function keptOf<B extends Kept>(backups: readonly B[], retention: Retention, timeZone: string): Set<B> {
  const latestFirst = backups.toSorted((a, b) => Temporal.Instant.compare(b.madeAt, a.madeAt));
  const kept = new Set<B>(latestFirst.slice(0, 1));
  const spans: readonly [number, (day: Temporal.PlainDate) => string][] = [
    [retention.daily, (day) => day.toString()],
    [retention.weekly, (day) => `${day.yearOfWeek}-${day.weekOfYear}`],
    [retention.monthly, (day) => `${day.year}-${day.month}`],
  ];
  for (const [most, spanOf] of spans) {
    const seen = new Set<string>();
    for (const backup of latestFirst) {
      const span = spanOf(backup.madeAt.toZonedDateTimeISO(timeZone).toPlainDate());
      if (seen.has(span)) continue;
      if (seen.size === most) break;
      seen.add(span);
      kept.add(backup);
    }
  }
  return kept;
}
