import { listColleagues } from '#features/access/server/index.ts';
import { namesOfCustomers, requireCustomer } from '#features/people/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { pageOf, readMomentCursor } from '#kit/server/moment-cursor.ts';
import { isOverdue, standingOf, type PromiseEvent, type PromiseState } from '../domain/index.ts';
import { toEvent } from './actions.ts';
import { findPromise, listEvents, listOfCustomer, listOpen, type PromiseEventRow, type PromiseRow } from './store.ts';

type Named = { readonly id: string; readonly name: string };

/** A promise as people read it. */
export type PromiseRead = {
  readonly id: string;
  readonly customer: Named;
  readonly what: string;
  readonly giver: Named;
  readonly owner: Named;
  readonly touchpointId: string | null;
  readonly state: PromiseState;
  readonly overdue: boolean;
  readonly givenAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
  readonly events: readonly {
    kind: PromiseEvent['kind'];
    at: Temporal.Instant;
    dueAt: Temporal.Instant | null;
    note: string | null;
    colleague: Named;
  }[];
};

const longestList = 200;

export async function readPromise(tx: Tx, now: Temporal.Instant, id: string): Promise<PromiseRead> {
  const row = await findPromise(tx, id);
  const [promise] = row ? await read(tx, now, [row]) : [];
  if (!promise) throw fail('promise.not_found');
  return promise;
}

/** Open promises of a colleague, or of all, those due first before the others, with the cursor of what comes after them (null at the end). */
export async function readOpenPromises(
  tx: Tx,
  now: Temporal.Instant,
  asked: { owner?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<{ promises: PromiseRead[]; next: string | null }> {
  const rows = await listOpen(tx, { owner: asked.owner, after: readMomentCursor(asked.cursor), limit: asked.limit + 1 });
  const { shown, next } = pageOf(rows, asked.limit, (row) => ({ at: row.due_at, id: row.id }));
  return { promises: await read(tx, now, shown), next };
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
  const promises = await read(tx, now, await listOfCustomer(tx, customer, before, longestList), before);
  const open = promises.filter((promise) => promise.state === 'open').toReversed();
  return [...open, ...promises.filter((promise) => promise.state !== 'open')];
}

async function read(tx: Tx, now: Temporal.Instant, rows: readonly PromiseRow[], before?: Temporal.Instant): Promise<PromiseRead[]> {
  const isKnown = (event: PromiseEventRow) => !before || Temporal.Instant.compare(event.happened_at, before) < 0;
  const known = (
    await listEvents(
      tx,
      rows.map((row) => row.id),
    )
  ).filter(isKnown);
  const events = Map.groupBy(known, (event) => event.promise_id);
  const customers = await namesOfCustomers(
    tx,
    rows.map((row) => row.customer_id),
  );
  const colleagues = new Map((await listColleagues(tx)).map((colleague) => [colleague.id, colleague.name]));
  const colleague = (id: string) => ({ id, name: colleagues.get(id) ?? '' });
  return rows.map((row) => {
    const own = events.get(row.id) ?? [];
    const { state, givenAt, dueAt, endedAt } = standingOf(own.map(toEvent));
    return {
      id: row.id,
      customer: { id: row.customer_id, name: customers.get(row.customer_id) ?? '' },
      what: row.what,
      giver: colleague(row.giver_id),
      owner: colleague(row.owner_id),
      touchpointId: row.touchpoint_id,
      state,
      overdue: isOverdue({ state, dueAt }, before ?? now),
      givenAt,
      dueAt,
      endedAt,
      events: own.map((event) => ({
        kind: event.kind,
        at: event.happened_at,
        dueAt: event.due_at,
        note: event.note,
        colleague: colleague(event.colleague_id),
      })),
    };
  });
}
