import type { PromiseSeen } from './promises.ts';

export type DueGroup = { readonly name: 'overdue' | 'today' | 'week' | 'later'; readonly promises: readonly PromiseSeen[] };

/** Open promises under what they ask of us: overdue, due today, within a week, later. Empty groups are left out. */
export function dueGroups(promises: readonly PromiseSeen[], today: string, timeZone: string): readonly DueGroup[] {
  const groups = Map.groupBy(promises, (promise) => groupOf(promise, Temporal.PlainDate.from(today), timeZone));
  return (['overdue', 'today', 'week', 'later'] as const).flatMap((name) => {
    const found = groups.get(name);
    return found ? [{ name, promises: found }] : [];
  });
}

function groupOf(promise: PromiseSeen, today: Temporal.PlainDate, timeZone: string): DueGroup['name'] {
  if (promise.overdue) return 'overdue';
  const days = today.until(Temporal.Instant.from(promise.dueAt).toZonedDateTimeISO(timeZone).toPlainDate()).days;
  return days <= 0 ? 'today' : days <= 7 ? 'week' : 'later';
}
