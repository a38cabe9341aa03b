import { timeZonesOf } from '#features/people/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import { fail, unwrap } from '#kit/domain/result.ts';
import { isTimeZone } from '#kit/domain/time-zone.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { readDue, type Clock, type Due } from '../domain/index.ts';

/** By when, as it comes over the wire or from the terminal. */
export type DueWritten = {
  readonly dueAt: string;
  readonly dueFrom?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly clock?: Clock | undefined;
};

/**
 * Reads by when: local moments on the clocks named, or else on those of the customer, or of the business where theirs are not known. Refuses what
 * `readDue` refuses, and a place that has no clocks (`promise.time_zone_unknown`).
 */
export async function readDueThere(tx: Tx, customer: string, { dueAt, dueFrom, timeZone, clock }: DueWritten): Promise<Due> {
  if (timeZone !== undefined && !isTimeZone(timeZone)) throw fail('promise.time_zone_unknown', { timeZone }, 'timeZone');
  const there = timeZone ?? (await timeZonesOf(tx, [customer])).get(customer) ?? (await readWorkspace(tx)).timeZone;
  return unwrap(readDue({ at: dueAt, from: dueFrom, clock }, there));
}
