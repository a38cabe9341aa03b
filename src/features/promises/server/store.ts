import { sql, type Selectable } from 'kysely';
import type { Tx } from '#kit/server/db/index.ts';
import type { MomentCursor } from '#kit/server/moment-cursor.ts';
import { countedAt, toldToOwner, type PromiseStanding } from '../domain/index.ts';
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

/** Every open promise that a colleague owns or is asked to take over, held until the transaction ends, always in one order. */
export async function holdPromisesOf(tx: Tx, colleague: string): Promise<PromiseRow[]> {
  return await over(tx)
    .selectFrom('promise')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('ended_at', 'is', null)
    .where((is) => is.or([is('owner_id', '=', colleague), is('handed_to_id', '=', colleague)]))
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function findPromise(tx: Tx, id: string): Promise<PromiseRow | undefined> {
  return await over(tx).selectFrom('promise').selectAll().where('workspace_id', '=', tx.workspace).where('id', '=', id).executeTakeFirst();
}

/** The events of promises, in the order in which they happened. */
export async function listEvents(tx: Tx, promises: readonly string[]): Promise<PromiseEventRow[]> {
  if (promises.length === 0) return [];
  const { rows } = await tx.client.query<PromiseEventRow>(
    'select * from promise_event where workspace_id = $1 and promise_id = any($2::uuid[]) order by promise_id, number',
    [tx.workspace, promises],
  );
  return rows;
}

export async function insertPromise(
  tx: Tx,
  row: Pick<PromiseRow, 'id' | 'customer_id' | 'person_id' | 'what' | 'firmness' | 'giver_id' | 'touchpoint_id'>,
  standing: PromiseStanding,
): Promise<void> {
  await over(tx)
    .insertInto('promise')
    .values({ workspace_id: tx.workspace, ...row, given_at: standing.givenAt, changed_at: standing.givenAt, ...columnsOf(standing) })
    .execute();
}

export type Saved = { readonly id: string; readonly standing: PromiseStanding; readonly changedAt: Temporal.Instant };

/** Writes what the events of promises add up to, however many, in one statement. */
export async function saveStandings(tx: Tx, saved: readonly Saved[]): Promise<void> {
  const rows = saved.map(({ id, standing, changedAt }) => ({ id, changed_at: changedAt, ...columnsOf(standing) }));
  await tx.client.query(
    `update promise p set due_from = n.due_from, due_at = n.due_at, state = n.state, ended_at = n.ended_at, owner_id = n.owner_id,
       handed_to_id = n.handed_to_id, handed_at = n.handed_at, counts_for_id = n.counts_for_id, counted_at = n.counted_at, told = n.told, changed_at = n.changed_at
     from json_populate_recordset(null::promise, $2) n where p.workspace_id = $1 and p.id = n.id`,
    [tx.workspace, JSON.stringify(rows)],
  );
}

/** Adds events to what happened; two of the same number are refused by the database. */
export async function appendEvents(tx: Tx, rows: readonly Omit<PromiseEventRow, 'workspace_id'>[]): Promise<void> {
  await tx.client.query(
    `insert into promise_event (workspace_id, id, promise_id, number, kind, happened_at, colleague_id, to_id, due_from, due_at, touchpoint_id, note)
     select $1, id, promise_id, number, kind, happened_at, colleague_id, to_id, due_from, due_at, touchpoint_id, note
     from json_populate_recordset(null::promise_event, $2)`,
    [tx.workspace, JSON.stringify(rows)],
  );
}

function columnsOf(standing: PromiseStanding) {
  const { due, state, endedAt, owner, handed, countsFor } = standing;
  return {
    due_from: due.from,
    due_at: due.at,
    state,
    ended_at: endedAt,
    owner_id: owner,
    handed_to_id: handed?.to ?? null,
    handed_at: handed?.at ?? null,
    counts_for_id: countsFor,
    counted_at: countedAt(standing),
    told: toldToOwner(standing),
  };
}

/** Which of the open promises. */
export type OpenAsked = {
  /** Whose: one colleague, or any of several. */
  readonly owner?: string | readonly string[] | undefined;
  /** Who is asked to take them over; `anybody` for those that wait for an answer. */
  readonly handedTo?: string | undefined;
  readonly handedBefore?: Temporal.Instant | undefined;
  readonly dueBefore?: Temporal.Instant | undefined;
};

export type OpenRead = OpenAsked & { readonly after?: MomentCursor | undefined; readonly limit: number };

/** Open promises, those due first before the others. */
export async function listOpen(tx: Tx, { after, limit, ...asked }: OpenRead): Promise<PromiseRow[]> {
  let query = openOnes(tx, asked).selectAll();
  if (after) query = query.where((is) => is(is.refTuple('due_at', 'id'), '>', is.tuple(after.at, after.id)));
  return await query.orderBy('due_at').orderBy('id').limit(sql.lit(limit)).execute();
}

/** How many open promises there are. */
export async function countOpen(tx: Tx, asked: OpenAsked): Promise<number> {
  const [found] = await openOnes(tx, asked)
    .select((of) => of.fn.countAll<string>().as('count'))
    .execute();
  return Number(found?.count ?? 0);
}

function openOnes(tx: Tx, { owner, handedTo, handedBefore, dueBefore }: OpenAsked) {
  let query = over(tx).selectFrom('promise').where('workspace_id', '=', tx.workspace).where('ended_at', 'is', null);
  if (owner !== undefined) query = query.where('owner_id', '=', sql<string>`any(${[owner].flat()}::uuid[])`);
  if (handedTo === 'anybody') query = query.where('handed_to_id', 'is not', null);
  else if (handedTo !== undefined) query = query.where('handed_to_id', '=', handedTo);
  if (handedBefore !== undefined) query = query.where('handed_at', '<', handedBefore);
  if (dueBefore !== undefined) query = query.where('due_at', '<', dueBefore);
  return query;
}

/** All promises to a customer given before a moment, the latest due first. */
export async function listOfCustomer(tx: Tx, customer: string, before: Temporal.Instant | undefined, limit: number): Promise<PromiseRow[]> {
  let query = over(tx).selectFrom('promise').selectAll().where('workspace_id', '=', tx.workspace).where('customer_id', '=', customer);
  if (before) query = query.where('given_at', '<', before);
  return await query.orderBy('due_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** How many open promises each colleague owns, and is asked to take over. */
export async function countOpenByColleague(tx: Tx): Promise<ReadonlyMap<string, { promises: number; asked: number }>> {
  const { rows } = await tx.client.query<{ id: string; promises: number; asked: number }>(
    `select id, sum(promises)::int as promises, sum(asked)::int as asked from (
       select owner_id as id, count(*) as promises, 0 as asked from promise where workspace_id = $1 and ended_at is null group by owner_id
       union all
       select handed_to_id, 0, count(*) from promise where workspace_id = $1 and handed_to_id is not null group by handed_to_id
     ) held group by id`,
    [tx.workspace],
  );
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}
