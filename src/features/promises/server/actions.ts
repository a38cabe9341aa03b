import { mayBeEntrusted } from '#features/access/domain/index.ts';
import type { TouchpointKind } from '#features/conversations/domain/index.ts';
import { customerOfTouchpoint, logTouchpoint } from '#features/conversations/server/index.ts';
import { namesOfCustomers, requireCustomer } from '#features/people/server/index.ts';
import { fail, ok, unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import { after, askTime, assign, end, give, handOver, reopen, standingOf, type Due, type Firmness } from '../domain/index.ts';
import { changePromise, requireColleagues, writeEvents } from './change.ts';
import { findPromise, insertPromise } from './store.ts';

export type PromiseTold = {
  readonly customer: string;
  readonly what: string;
  /** The moment by which, and where it is a window its beginning. */
  readonly dueAt: Temporal.Instant;
  readonly dueFrom?: Temporal.Instant | null | undefined;
  /** A word given, unless told otherwise. */
  readonly firmness?: Firmness | undefined;
  /** To whom there in particular. */
  readonly person?: string | undefined;
  /** Who is asked to keep it; until they accept it is the giver's. */
  readonly to?: string | undefined;
  /** The conversation in which it was given. */
  readonly touchpoint?: string | undefined;
  /** When it was given, where that was before it is told: the moment by which is judged by it. */
  readonly givenAt?: Temporal.Instant | undefined;
};

/**
 * Gives a customer our word, and answers the promise's id. Besides what `give` and `handOver` refuse: `customer.not_found`, `promise.person_unknown`,
 * `promise_hand_over.to_unknown` (also for one who has left), and `promise.touchpoint_unknown` (none of this customer).
 */
export async function givePromise(tx: Tx, now: Temporal.Instant, colleague: string, told: PromiseTold): Promise<string> {
  const { customer, person = null, to, touchpoint = null, firmness = 'firm', givenAt = now } = told;
  const { what, event } = unwrap(give({ what: told.what, due: { from: told.dueFrom ?? null, at: told.dueAt } }, colleague, givenAt));
  // Whoever is leaving at this moment leaves nothing behind.
  await requireColleagues(tx, { by: colleague, to: to === colleague ? undefined : to });
  await requireCustomer(tx, customer);
  if (person !== null && (person === customer || !(await namesOfCustomers(tx, [person])).has(person)))
    throw fail('promise.person_unknown', {}, 'personId');
  if (touchpoint !== null && (await customerOfTouchpoint(tx, touchpoint)) !== customer)
    throw fail('promise.touchpoint_unknown', {}, 'touchpointId');
  const given = standingOf([event]);
  // Nobody was asked before it was told.
  const handed =
    to === undefined || to === colleague ? [] : unwrap(handOver(given, { id: colleague, mayActForColleagues: false }, to, now));
  const id = newId(now.epochMilliseconds);
  const events = [event, ...handed];
  const row = { id, customer_id: customer, person_id: person, what, firmness, giver_id: colleague, touchpoint_id: touchpoint };
  await insertPromise(tx, row, standingOf(events));
  await writeEvents(tx, [{ promise: id, customer, before: [], events, said: { toldAt: now } }]);
  tx.touch(customer);
  return id;
}

/**
 * Keeps a promise, now or at an earlier moment that is told now: late, where its moment had passed by then. Refuses one that has ended
 * (`promise.already_…`, with who ended it and when), and `promise.not_found`.
 */
export async function keepPromise(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  id: string,
  doneAt: Temporal.Instant = now,
): Promise<void> {
  await changePromise(tx, id, { by: colleague }, (promise) => end(promise, 'kept', colleague, doneAt), { toldAt: now });
}

/** The customer lets us off. Refuses what `keepPromise` refuses. */
export async function releasePromise(tx: Tx, now: Temporal.Instant, colleague: string, id: string, note?: string): Promise<void> {
  await changePromise(tx, id, { by: colleague }, (promise) => end(promise, 'released', colleague, now), { note });
}

/** Says that we could not. Refuses what `keepPromise` refuses. */
export async function admitBroken(tx: Tx, now: Temporal.Instant, colleague: string, id: string, note?: string): Promise<void> {
  await changePromise(tx, id, { by: colleague }, (promise) => end(promise, 'broken', colleague, now), { note });
}

/** Asks the customer for more time, by a new moment. Refuses what `askTime` of the domain refuses, and `promise.not_found`. */
export async function askForTime(tx: Tx, now: Temporal.Instant, colleague: string, id: string, due: Due, note?: string): Promise<void> {
  await changePromise(tx, id, { by: colleague }, (promise) => askTime(promise, 'time_asked', due, colleague, now), { note });
}

export type CalledAnyway = {
  /** What the customer was told, though there is no answer yet. */
  readonly word: string;
  readonly due: Due;
  /** How they were told; a call, unless said otherwise. */
  readonly kind?: Extract<TouchpointKind, 'call' | 'message' | 'email' | 'visit'> | undefined;
  readonly minutes?: number | undefined;
  readonly pulse?: number | undefined;
};

/**
 * Calls at the promised moment although there is no answer yet: the call, the interim word and the new moment in one, all or nothing. Refuses what
 * `askTime` of the domain and `logTouchpoint` refuse, a call in which nothing was said (`promise.word_missing`), and `promise.not_found`.
 */
export async function callAnyway(tx: Tx, now: Temporal.Instant, colleague: string, id: string, told: CalledAnyway): Promise<void> {
  const { word, due, kind = 'call', minutes, pulse } = told;
  if (word.trim() === '') throw fail('promise.word_missing', {}, 'word');
  const promise = await findPromise(tx, id);
  if (!promise) throw fail('promise.not_found');
  const said = { kind, direction: 'out', reached: true, at: now, minutes: minutes ?? null, summary: word, pulse: pulse ?? null } as const;
  const touchpoint = await logTouchpoint(tx, now, colleague, promise.customer_id, said);
  await changePromise(tx, id, { by: colleague }, (standing) => askTime(standing, 'called_anyway', due, colleague, now), {
    note: word,
    touchpoint,
  });
}

/**
 * Opens a promise again whose end was a mistake. Where its owner has left, or only reads by now, it is whose who opens it: no promise is nobody's. Refuses one that is open
 * (`promise.already_open`), and `promise.not_found`.
 */
export async function reopenPromise(tx: Tx, now: Temporal.Instant, colleague: string, id: string): Promise<void> {
  await changePromise(tx, id, { by: colleague }, (promise, here) => {
    const reopened = reopen(promise, colleague, now);
    const owner = here.get(promise.owner);
    if (!reopened.ok || (owner && mayBeEntrusted(owner))) return reopened;
    return ok([reopened.value, ...assign(after(promise, reopened.value), colleague, colleague, now)]);
  });
}
