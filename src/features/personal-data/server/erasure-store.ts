import type { Selectable } from 'kysely';
import type { Tx } from '#kit/server/db/index.ts';
import type { MomentCursor } from '#kit/server/moment-cursor.ts';
import type { PersonalDataTables } from './tables.ts';

export type ErasureRow = Omit<Selectable<PersonalDataTables['erasure']>, 'workspace_id'>;

const erasures = (tx: Tx) => tx.over<PersonalDataTables>().selectFrom('erasure').where('workspace_id', '=', tx.workspace);

export async function insertErasure(tx: Tx, row: ErasureRow): Promise<void> {
  await tx
    .over<PersonalDataTables>()
    .insertInto('erasure')
    .values({ workspace_id: tx.workspace, ...row })
    .execute();
}

/** The one that waits for its day, held until the transaction ends. */
export async function holdWaiting(tx: Tx, customer: string): Promise<ErasureRow | undefined> {
  return await erasures(tx)
    .selectAll()
    .where('customer_id', '=', customer)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

/** The same, only to look. */
export async function findWaiting(tx: Tx, customer: string): Promise<ErasureRow | undefined> {
  return await erasures(tx)
    .selectAll()
    .where('customer_id', '=', customer)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
}

/** The customers who wait for their day. */
export async function listWaiting(tx: Tx): Promise<string[]> {
  const rows = await erasures(tx).select('customer_id').where('done_at', 'is', null).where('cancelled_at', 'is', null).execute();
  return rows.map((row) => row.customer_id);
}

/** Whose day has come. */
export async function listDue(tx: Tx, today: Temporal.PlainDate): Promise<ErasureRow[]> {
  return await erasures(tx)
    .selectAll()
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('due_on', '<=', today)
    .orderBy('due_on')
    .orderBy('id')
    .execute();
}

export async function updateErasure(
  tx: Tx,
  id: string,
  change: Partial<Pick<ErasureRow, 'done_at' | 'purchases' | 'cancelled_at' | 'cancelled_by'>>,
): Promise<void> {
  await tx
    .over<PersonalDataTables>()
    .updateTable('erasure')
    .set(change)
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .execute();
}

/** The latest first. */
export async function listErasures(tx: Tx, after: MomentCursor | undefined, limit: number): Promise<ErasureRow[]> {
  let query = erasures(tx).selectAll();
  if (after)
    query = query.where((is) => is.or([is('asked_at', '<', after.at), is.and([is('asked_at', '=', after.at), is('id', '<', after.id)])]));
  return await query.orderBy('asked_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}
