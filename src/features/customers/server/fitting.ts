import { readWorkspace, todayOf } from '#features/workspace/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { living } from '#kit/server/summary.ts';
import { writeConditions } from '../domain/index.ts';
import { conditionsOf } from './conditions.ts';
import { findFittingAmong } from './list.ts';

/**
 * Which of these customers fit conditions, as they are now; conditions are written as in the address of a list. Refuses what `readConditions` refuses.
 */
export async function whoFits(tx: Tx, now: Temporal.Instant, where: string, among: readonly string[]): Promise<ReadonlySet<string>> {
  const day = todayOf(await readWorkspace(tx), now);
  return new Set(await findFittingAmong(tx, { asOfOn: living, day, where }, among, among.length));
}

/** The first of the conditions that a customer does not fit, written as in an address; undefined where all are fitted. Refuses what `whoFits` refuses. */
export async function firstUnfit(tx: Tx, now: Temporal.Instant, where: string, customer: string): Promise<string | undefined> {
  for (const { condition } of await conditionsOf(tx, where)) {
    const written = writeConditions([condition]);
    if (!(await whoFits(tx, now, written, [customer])).has(customer)) return written;
  }
  return undefined;
}
