import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { living, type Summary } from '#kit/server/summary.ts';
import { todayOf } from '../domain/index.ts';
import { readWorkspace } from './actions.ts';

/** The day that a page or a command speaks of, and the key of the rows that know no more than was known then. */
export type View = {
  readonly day: Temporal.PlainDate;
  readonly asOfOn: string;
  readonly isPast: boolean;
};

/**
 * The view of a day: the living rows for today, and the rows of a past day, made when nobody has looked at it yet.
 * A day to come is refused (`workspace.day_to_come`).
 */
export async function viewOf(tx: Tx, summary: Summary, now: Temporal.Instant, asOf: string | undefined): Promise<View> {
  const today = todayOf(await readWorkspace(tx), now);
  if (asOf === undefined) return { day: today, asOfOn: living, isPast: false };
  const day = Temporal.PlainDate.from(asOf);
  const order = Temporal.PlainDate.compare(day, today);
  if (order > 0) throw fail('workspace.day_to_come', { day: asOf }, 'asOf');
  if (order === 0) return { day, asOfOn: living, isPast: false };
  await summary.ensureDay(tx, day);
  return { day, asOfOn: day.toString(), isPast: true };
}
