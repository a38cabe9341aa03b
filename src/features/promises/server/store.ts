import type { Selectable } from 'kysely';
import type { Tx } from '#kit/server/db/index.ts';
import type { MomentCursor } from '#kit/server/moment-cursor.ts';
import type { PromiseStanding } from '../domain/index.ts';
import type { PromiseTables } from './tables.ts';

export type PromiseRow = Selectable<PromiseTables['promise']>;
export type PromiseEventRow = Selectable<PromiseTables['promise_event']>;

const over = (tx: Tx) => tx.over<PromiseTables>();

/** The promise, held until the transaction ends, so that of two colleagues who end it at once one comes second and is told so. */
export async function holdPromise(tx: Tx, id: string): Promise<PromiseRow | undefined> {
  return await over(tx)
    .selectFrom('promise')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function findPromise(tx: Tx, id: string): Promise<PromiseRow | undefined> {
  return await over(tx).selectFrom('promise').selectAll().where('workspace_id', '=', tx.workspace).where('id', '=', id).executeTakeFirst();
}

/** The events of promises, in the order in which they happened. */
export async function listEvents(tx: Tx, promises: readonly string[]): Promise<PromiseEventRow[]> {
  if (promises.length === 0) return [];
  return await over(tx)
    .selectFrom('promise_event')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('promise_id', 'in', promises)
    .orderBy('promise_id')
    .orderBy('number')
    .execute();
}

export async function insertPromise(
  tx: Tx,
  row: Pick<PromiseRow, 'id' | 'customer_id' | 'what' | 'giver_id' | 'owner_id' | 'touchpoint_id'>,
  standing: PromiseStanding,
): Promise<void> {
  await over(tx)
    .insertInto('promise')
    .values({ workspace_id: tx.workspace, ...row, given_at: standing.givenAt, ...columnsOf(standing) })
    .execute();
}

export async function saveStanding(tx: Tx, id: string, standing: PromiseStanding): Promise<void> {
  await over(tx).updateTable('promise').set(columnsOf(standing)).where('workspace_id', '=', tx.workspace).where('id', '=', id).execute();
}

export async function appendEvent(tx: Tx, row: Omit<PromiseEventRow, 'workspace_id'>): Promise<void> {
  await over(tx)
    .insertInto('promise_event')
    .values({ workspace_id: tx.workspace, ...row })
    .execute();
}

function columnsOf({ dueAt, dueSinceAt, state, endedAt }: PromiseStanding) {
  return { due_at: dueAt, due_since_at: dueSinceAt, state, ended_at: endedAt };
}

export type OpenRead = {
  readonly owner?: string | undefined;
  readonly after?: MomentCursor | undefined;
  readonly limit: number;
};

/** Open promises, those due first before the others. */
export async function listOpen(tx: Tx, { owner, after, limit }: OpenRead): Promise<PromiseRow[]> {
  let query = over(tx).selectFrom('promise').selectAll().where('workspace_id', '=', tx.workspace).where('ended_at', 'is', null);
  if (owner !== undefined) query = query.where('owner_id', '=', owner);
  if (after) query = query.where((is) => is(is.refTuple('due_at', 'id'), '>', is.tuple(after.at, after.id)));
  return await query.orderBy('due_at').orderBy('id').limit(limit).execute();
}

/** All promises to a customer given before a moment, the latest due first. */
export async function listOfCustomer(tx: Tx, customer: string, before: Temporal.Instant | undefined, limit: number): Promise<PromiseRow[]> {
  let query = over(tx).selectFrom('promise').selectAll().where('workspace_id', '=', tx.workspace).where('customer_id', '=', customer);
  if (before) query = query.where('given_at', '<', before);
  return await query.orderBy('due_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}
