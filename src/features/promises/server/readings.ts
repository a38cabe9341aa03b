import { namesOfColleagues } from '#features/access/server/index.ts';
import { namesOfCustomers, requireCustomer, timeZonesOf } from '#features/people/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { pageOf, readMomentCursor } from '#kit/server/moment-cursor.ts';
import { isOverdue, standingOf, type Firmness, type PromiseEvent, type PromiseState } from '../domain/index.ts';
import { toEvent } from './change.ts';
import {
  countOpen,
  findPromise,
  listEvents,
  listOfCustomer,
  listOpen,
  type OpenAsked,
  type OpenRead,
  type PromiseEventRow,
  type PromiseRow,
} from './store.ts';

type Named = { readonly id: string; readonly name: string };

/** A promise as people read it. */
export type PromiseRead = {
  readonly id: string;
  readonly customer: Named;
  readonly person: Named | null;
  readonly what: string;
  readonly firmness: Firmness;
  readonly giver: Named;
  readonly owner: Named;
  readonly handedTo: Named | null;
  readonly handedAt: Temporal.Instant | null;
  readonly touchpointId: string | null;
  readonly state: PromiseState;
  readonly overdue: boolean;
  readonly missed: boolean;
  readonly givenAt: Temporal.Instant;
  readonly dueFrom: Temporal.Instant | null;
  readonly dueAt: Temporal.Instant;
  /** The customer's, where it is known and not that of the business. */
  readonly timeZone: string | null;
  readonly endedAt: Temporal.Instant | null;
  readonly events: readonly {
    kind: PromiseEvent['kind'];
    at: Temporal.Instant;
    dueFrom: Temporal.Instant | null;
    dueAt: Temporal.Instant | null;
    to: Named | null;
    note: string | null;
    touchpointId: string | null;
    /** Nobody in particular where Tend itself reminded. */
    colleague: Named | null;
  }[];
};

const longestList = 200;

export async function readPromise(tx: Tx, now: Temporal.Instant, id: string): Promise<PromiseRead> {
  const row = await findPromise(tx, id);
  const [promise] = row ? await readRows(tx, now, [row]) : [];
  if (!promise) throw fail('promise.not_found');
  return promise;
}

/**
 * Open promises of a colleague or several, of all, or those that wait for somebody's answer; those due first before the others, with the cursor of what comes after
 * them (null at the end).
 */
export async function readOpenPromises(
  tx: Tx,
  now: Temporal.Instant,
  asked: Omit<OpenRead, 'after'> & { readonly cursor?: string | undefined },
): Promise<{ promises: PromiseRead[]; next: string | null }> {
  const { cursor, limit, ...which } = asked;
  const rows = await listOpen(tx, { ...which, after: readMomentCursor(cursor), limit: limit + 1 });
  const { shown, next } = pageOf(rows, limit, (row) => ({ at: row.due_at, id: row.id }));
  return { promises: await readRows(tx, now, shown), next };
}

/** How many open promises there are of those asked for, and the first of them, those due first before the others. */
export async function countOpenPromises(
  tx: Tx,
  now: Temporal.Instant,
  asked: OpenAsked,
  limit: number,
): Promise<{ count: number; promises: PromiseRead[] }> {
  const { promises, next } = await readOpenPromises(tx, now, { ...asked, limit });
  return { count: next === null ? promises.length : await countOpen(tx, asked), promises };
}

/**
 * What we promised a customer, open promises first by their moment, then the others, the latest first; the last 200. With `asOf` as it stood at the end
 * of that day.
 */
export async function readPromisesTo(
  tx: Tx,
  now: Temporal.Instant,
  customer: string,
  asOf: Temporal.PlainDate | undefined,
): Promise<PromiseRead[]> {
  await requireCustomer(tx, customer);
  const before = asOf && endOfDay(asOf, (await readWorkspace(tx)).timeZone);
  const promises = await readRows(tx, now, await listOfCustomer(tx, customer, before, longestList), before);
  const open = promises.filter((promise) => promise.state === 'open').toReversed();
  return [...open, ...promises.filter((promise) => promise.state !== 'open')];
}

/** Rows as people read them; with `before` knowing nothing of what happened later. */
export async function readRows(
  tx: Tx,
  now: Temporal.Instant,
  rows: readonly PromiseRow[],
  before?: Temporal.Instant,
): Promise<PromiseRead[]> {
  const isKnown = (event: PromiseEventRow) => !before || Temporal.Instant.compare(event.happened_at, before) < 0;
  const all = await listEvents(
    tx,
    rows.map((row) => row.id),
  );
  const events = Map.groupBy(all.filter(isKnown), (event) => event.promise_id);
  const customers = rows.map((row) => row.customer_id);
  const names = await namesOfCustomers(tx, [...customers, ...rows.flatMap((row) => row.person_id ?? [])]);
  const zones = await timeZonesOf(tx, customers);
  const { timeZone: ours } = await readWorkspace(tx);
  const colleagues = await namesOfColleagues(tx);
  const colleague = (id: string) => ({ id, name: colleagues.get(id) ?? '' });
  const customer = (id: string) => ({ id, name: names.get(id) ?? '' });
  return rows.map((row) => {
    const own = events.get(row.id) ?? [];
    const standing = standingOf(own.map(toEvent));
    const { state, givenAt, due, endedAt, missedAt, owner, handed } = standing;
    const overdue = isOverdue(standing, before ?? now);
    const zone = zones.get(row.customer_id);
    return {
      id: row.id,
      customer: customer(row.customer_id),
      person: row.person_id === null ? null : customer(row.person_id),
      what: row.what,
      firmness: row.firmness,
      giver: colleague(row.giver_id),
      owner: colleague(owner),
      handedTo: handed && colleague(handed.to),
      handedAt: handed && handed.at,
      touchpointId: row.touchpoint_id,
      state,
      overdue,
      missed: overdue || missedAt !== null,
      givenAt,
      dueFrom: due.from,
      dueAt: due.at,
      timeZone: zone === undefined || zone === ours ? null : zone,
      endedAt,
      events: own.map((event) => ({
        kind: event.kind,
        at: event.happened_at,
        dueFrom: event.due_from,
        dueAt: event.due_at,
        to: event.to_id === null ? null : colleague(event.to_id),
        note: event.note,
        touchpointId: event.touchpoint_id,
        colleague: event.colleague_id === null ? null : colleague(event.colleague_id),
      })),
    };
  });
}
