import { readWorkspace } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { countDueByDay, listOfSpan } from './day-store.ts';
import { readRows, type PromiseRead } from './readings.ts';

const longestDay = 500;

/**
 * What became of our word on a day: promises that were kept, kept late, not kept, or from which we were let off on it, and those due on it that were
 * still open at its end, as was known then. Of everybody, or of one colleague, who owned them at the end of the day; at most 500, those due
 * first before the others.
 */
export async function promisesOfDay(
  tx: Tx,
  now: Temporal.Instant,
  { day, of, isPast }: { readonly day: Temporal.PlainDate; readonly of: string | undefined; readonly isPast: boolean },
): Promise<PromiseRead[]> {
  const { timeZone } = await readWorkspace(tx);
  const span = { from: day.toZonedDateTime(timeZone).toInstant(), before: endOfDay(day, timeZone) };
  const within = (moment: Temporal.Instant | null) =>
    moment !== null && Temporal.Instant.compare(moment, span.from) >= 0 && Temporal.Instant.compare(moment, span.before) < 0;
  const promises = await readRows(tx, now, await listOfSpan(tx, span, isPast, longestDay), span.before);
  return promises.filter((promise) => {
    const isTheirs = of === undefined || promise.owner.id === of;
    return isTheirs && within(promise.state === 'open' ? promise.dueAt : promise.endedAt);
  });
}

/** How many promises of each colleague fall due on each of so many days from one on; what is late counts with the first. Days are ISO. */
export async function promisesDueByDay(
  tx: Tx,
  day: Temporal.PlainDate,
  days: number,
): Promise<readonly { readonly colleague: string; readonly on: string; readonly promises: number }[]> {
  const { timeZone } = await readWorkspace(tx);
  const span = { from: day.toZonedDateTime(timeZone).toInstant(), before: endOfDay(day.add({ days: days - 1 }), timeZone) };
  return await countDueByDay(tx, span, timeZone);
}
