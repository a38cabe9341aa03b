import { findColleague } from '#features/access/server/index.ts';
import { customerOfTouchpoint } from '#features/conversations/server/index.ts';
import { tidyLine } from '#features/people/domain/index.ts';
import { requireCustomer } from '#features/people/server/index.ts';
import { fail, unwrap, type Result } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { newId } from '#kit/server/ids.ts';
import { after, askTime, end, give, reopen, standingOf, type PromiseEvent, type PromiseStanding } from '../domain/index.ts';
import { appendEvent, holdPromise, insertPromise, listEvents, saveStanding, type PromiseEventRow } from './store.ts';

export type PromiseTold = {
  readonly customer: string;
  readonly what: string;
  readonly dueAt: Temporal.Instant;
  /** Who is to keep it; the one who gives it where nobody is named. */
  readonly owner?: string | undefined;
  /** The conversation in which it was given. */
  readonly touchpoint?: string | undefined;
};

/**
 * Gives a customer our word, and answers the promise's id. Besides what `give` refuses: `customer.not_found`, `promise.owner_unknown`,
 * `promise.touchpoint_unknown` (none of this customer).
 */
export async function givePromise(tx: Tx, now: Temporal.Instant, colleague: string, told: PromiseTold): Promise<string> {
  const { what, event } = unwrap(give(told, now));
  await requireCustomer(tx, told.customer);
  const owner = told.owner ?? colleague;
  if (owner !== colleague && !(await findColleague(tx, owner))) throw fail('promise.owner_unknown', {}, 'ownerId');
  const touchpoint = told.touchpoint ?? null;
  if (touchpoint !== null && (await customerOfTouchpoint(tx, touchpoint)) !== told.customer)
    throw fail('promise.touchpoint_unknown', {}, 'touchpointId');
  const id = newId(now.epochMilliseconds);
  await insertPromise(
    tx,
    { id, customer_id: told.customer, what, giver_id: colleague, owner_id: owner, touchpoint_id: touchpoint },
    standingOf([event]),
  );
  await append(tx, { promise: id, customer: told.customer, number: 1, colleague, event, note: null });
  return id;
}

/** Keeps a promise: late, where its moment has passed. Refuses one that has ended (`promise.already_…`), and `promise.not_found`. */
export async function keepPromise(tx: Tx, now: Temporal.Instant, colleague: string, id: string): Promise<void> {
  await change(tx, colleague, id, (promise) => end(promise, 'kept', now));
}

/** The customer lets us off. Refuses what `keepPromise` refuses. */
export async function releasePromise(tx: Tx, now: Temporal.Instant, colleague: string, id: string, note?: string): Promise<void> {
  await change(tx, colleague, id, (promise) => end(promise, 'released', now), note);
}

/** Says that we could not. Refuses what `keepPromise` refuses. */
export async function admitBroken(tx: Tx, now: Temporal.Instant, colleague: string, id: string, note?: string): Promise<void> {
  await change(tx, colleague, id, (promise) => end(promise, 'broken', now), note);
}

/** Asks the customer for more time, by a new moment. Refuses what `askTime` of the domain refuses, and `promise.not_found`. */
export async function askForTime(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  id: string,
  dueAt: Temporal.Instant,
  note?: string,
): Promise<void> {
  await change(tx, colleague, id, (promise) => askTime(promise, dueAt, now), note);
}

/** Opens a promise again whose end was a mistake. Refuses one that is open (`promise.already_open`), and `promise.not_found`. */
export async function reopenPromise(tx: Tx, now: Temporal.Instant, colleague: string, id: string): Promise<void> {
  await change(tx, colleague, id, (promise) => reopen(promise, now));
}

async function change(
  tx: Tx,
  colleague: string,
  id: string,
  decide: (promise: PromiseStanding) => Result<PromiseEvent>,
  note?: string,
): Promise<void> {
  const row = await holdPromise(tx, id);
  if (!row) throw fail('promise.not_found');
  const events = await listEvents(tx, [id]);
  const standing = standingOf(events.map(toEvent));
  const event = unwrap(decide(standing));
  await saveStanding(tx, id, after(standing, event));
  await append(tx, { promise: id, customer: row.customer_id, number: events.length + 1, colleague, event, note: tidyLine(note) });
}

type Appended = {
  readonly promise: string;
  readonly customer: string;
  readonly number: number;
  readonly colleague: string;
  readonly event: PromiseEvent;
  readonly note: string | null;
};

async function append(tx: Tx, { promise, customer, number, colleague, event, note }: Appended): Promise<void> {
  const dueAt = 'dueAt' in event ? event.dueAt : null;
  await appendEvent(tx, {
    id: newId(event.at.epochMilliseconds),
    promise_id: promise,
    number,
    kind: event.kind,
    happened_at: event.at,
    colleague_id: colleague,
    due_at: dueAt,
    note,
  });
  await recordEvent(tx, event.at, {
    kind: `promise.${event.kind}`,
    colleague,
    customer,
    subject: promise,
    detail: dueAt ? { dueAt: dueAt.toString() } : {},
  });
  tx.touch(customer);
}

export function toEvent(row: PromiseEventRow): PromiseEvent {
  if (row.kind !== 'given' && row.kind !== 'time_asked') return { kind: row.kind, at: row.happened_at };
  if (!row.due_at) throw new Error('a moment that was promised stands with its event');
  return { kind: row.kind, at: row.happened_at, dueAt: row.due_at };
}
