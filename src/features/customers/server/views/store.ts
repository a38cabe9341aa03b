import type { Selectable } from 'kysely';
import type { Tx } from '#kit/server/db/index.ts';
import type { CustomersTables } from '../tables.ts';

export type ViewRow = Selectable<CustomersTables['saved_view']>;

/** One's own and those that others share, by name. */
export async function listViews(tx: Tx, colleague: string): Promise<ViewRow[]> {
  return await tx
    .over<CustomersTables>()
    .selectFrom('saved_view')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where((is) => is.or([is('colleague_id', '=', colleague), is('shared', '=', true)]))
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** A view as it stands, to read it only. */
export async function readView(tx: Tx, id: string): Promise<ViewRow | undefined> {
  return await savedView(tx, id).executeTakeFirst();
}

/** The view, held until the transaction ends. */
export async function findView(tx: Tx, id: string): Promise<ViewRow | undefined> {
  return await savedView(tx, id).forUpdate().executeTakeFirst();
}

function savedView(tx: Tx, id: string) {
  return tx.over<CustomersTables>().selectFrom('saved_view').selectAll().where('workspace_id', '=', tx.workspace).where('id', '=', id);
}

/** False when the colleague has a view of that name already. */
export async function insertView(tx: Tx, row: Omit<ViewRow, 'workspace_id'>): Promise<boolean> {
  const made = await tx
    .over<CustomersTables>()
    .insertInto('saved_view')
    .values({ workspace_id: tx.workspace, ...row, state: JSON.stringify(row.state) })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'colleague_id', 'name']).doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

export async function updateView(tx: Tx, { id, name, shared, state, changed_at }: Omit<ViewRow, 'workspace_id'>): Promise<void> {
  await tx
    .over<CustomersTables>()
    .updateTable('saved_view')
    .set({ name, shared, state: JSON.stringify(state), changed_at })
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .execute();
}

export async function isNameTaken(tx: Tx, colleague: string, name: string, except: string): Promise<boolean> {
  const row = await tx
    .over<CustomersTables>()
    .selectFrom('saved_view')
    .select('id')
    .where('workspace_id', '=', tx.workspace)
    .where('colleague_id', '=', colleague)
    .where('name', '=', name)
    .where('id', '<>', except)
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteView(tx: Tx, id: string): Promise<void> {
  await tx.over<CustomersTables>().deleteFrom('saved_view').where('workspace_id', '=', tx.workspace).where('id', '=', id).execute();
}
