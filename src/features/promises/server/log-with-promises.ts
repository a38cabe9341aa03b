import type { TouchpointTold } from '#features/conversations/domain/index.ts';
import { logTouchpoint, type ParticipantsTold } from '#features/conversations/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { givePromise, type PromiseTold } from './actions.ts';

export type PromiseInTouchpoint = Pick<PromiseTold, 'what' | 'dueAt' | 'dueFrom'>;

/**
 * Logs a touchpoint with what we promised in it, all or nothing: the promises are ours, due to whoever it was with, and know where they were given. Refuses what
 * `logTouchpoint` and `givePromise` refuse.
 */
export async function logWithPromises(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  customer: string,
  told: {
    readonly touchpoint: TouchpointTold;
    readonly participants?: ParticipantsTold;
    readonly promises: readonly PromiseInTouchpoint[];
  },
): Promise<{ readonly touchpoint: string; readonly promises: readonly string[] }> {
  const touchpoint = await logTouchpoint(tx, now, colleague, customer, told.touchpoint, told.participants);
  const promises: string[] = [];
  for (const { what, dueAt, dueFrom } of told.promises)
    promises.push(await givePromise(tx, now, colleague, { customer, what, dueAt, dueFrom, touchpoint }));
  return { touchpoint, promises };
}
