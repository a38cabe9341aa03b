import type { TouchpointTold } from '#features/conversations/domain/index.ts';
import { logTouchpoint, type ParticipantsTold } from '#features/conversations/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { givePromise } from './actions.ts';
import { readDueThere, type DueWritten } from './due.ts';

export type PromiseInTouchpoint = DueWritten & { readonly what: string };

/**
 * Logs a touchpoint with what we promised in it, all or nothing: the promises are ours, due to whoever it was with, and know where they were given. Refuses what
 * `logTouchpoint`, `readDueThere` and `givePromise` refuse.
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
    /** When the promises were given, where that was before it is told. */
    readonly doneAt?: Temporal.Instant;
  },
): Promise<{ readonly touchpoint: string; readonly promises: readonly string[] }> {
  const touchpoint = await logTouchpoint(tx, now, colleague, customer, told.touchpoint, told.participants);
  const promises: string[] = [];
  for (const { what, ...written } of told.promises) {
    const { at: dueAt, from: dueFrom } = await readDueThere(tx, customer, written);
    promises.push(await givePromise(tx, now, colleague, { customer, what, dueAt, dueFrom, touchpoint, givenAt: told.doneAt }));
  }
  return { touchpoint, promises };
}
