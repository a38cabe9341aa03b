import type { Tx } from '#kit/server/db/index.ts';
import { answer, handOver, remind, withdraw, type Actor } from '../domain/index.ts';
import { changePromise } from './change.ts';

/** Asks a colleague to take a promise over. Refuses what `handOver` of the domain refuses, `promise_hand_over.to_unknown` (also for one who has left), `promise.not_found`. */
export async function handOverPromise(tx: Tx, now: Temporal.Instant, by: Actor, id: string, to: string, note?: string): Promise<void> {
  await changePromise(tx, id, { by: by.id, to }, (promise) => handOver(promise, by, to, now), { note });
}

/** Takes over what one was asked to. Where it was withdrawn at the same moment, one of the two comes second and is told. */
export async function acceptPromise(tx: Tx, now: Temporal.Instant, colleague: string, id: string): Promise<void> {
  await changePromise(tx, id, { by: colleague }, (promise) => answer(promise, 'accepted', colleague, now));
}

/** Declines what one was asked to take over: it stays with its owner. */
export async function declinePromise(tx: Tx, now: Temporal.Instant, colleague: string, id: string, note?: string): Promise<void> {
  await changePromise(tx, id, { by: colleague }, (promise) => answer(promise, 'declined', colleague, now), { note });
}

/** Takes back a hand-over that nobody has answered. */
export async function withdrawHandOver(tx: Tx, now: Temporal.Instant, by: Actor, id: string): Promise<void> {
  await changePromise(tx, id, { by: by.id }, (promise) => withdraw(promise, by, now));
}

export async function remindOfPromise(tx: Tx, now: Temporal.Instant, colleague: string, id: string, note?: string): Promise<void> {
  await changePromise(tx, id, { by: colleague }, (promise) => remind(promise, colleague, now), { note });
}
