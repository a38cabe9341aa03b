import type { Tx } from '#kit/server/db/index.ts';
import type { CadenceTables } from './tables.ts';

/** A routine for those of a saved list. */
export type ListRoutine = { readonly routine: string; readonly list: string };

export async function listListRoutines(tx: Tx): Promise<ListRoutine[]> {
  const { rows } = await tx.client.query<ListRoutine>(
    'select id as routine, list_id as list from routine where workspace_id = $1 and list_id is not null order by id',
    [tx.workspace],
  );
  return rows;
}

/** Makes those the members of a routine, of these customers or of all; answers who came and who left. */
export async function replaceMembers(
  tx: Tx,
  routine: string,
  members: readonly string[],
  among: 'all' | readonly string[],
): Promise<readonly string[]> {
  const gone = await tx.client.query<{ customer: string }>(
    `delete from routine_member where workspace_id = $1 and routine_id = $2 and customer_id <> all($3::uuid[])
       ${among === 'all' ? '' : 'and customer_id = any($4::uuid[])'} returning customer_id as customer`,
    among === 'all' ? [tx.workspace, routine, members] : [tx.workspace, routine, members, among],
  );
  const come = await tx.client.query<{ customer: string }>(
    `insert into routine_member (workspace_id, routine_id, customer_id) select $1, $2, unnest($3::uuid[])
     on conflict do nothing returning customer_id as customer`,
    [tx.workspace, routine, members],
  );
  return [...gone.rows, ...come.rows].map(({ customer }) => customer);
}

/** Whether the list has a routine. */
export async function renameListOf(tx: Tx, list: string, name: string): Promise<boolean> {
  const renamed = await tx
    .over<CadenceTables>()
    .updateTable('routine')
    .set({ list_name: name })
    .where('workspace_id', '=', tx.workspace)
    .where('list_id', '=', list)
    .executeTakeFirst();
  return renamed.numUpdatedRows > 0n;
}

export async function deleteRoutineOfList(tx: Tx, list: string): Promise<boolean> {
  const gone = await tx
    .over<CadenceTables>()
    .deleteFrom('routine')
    .where('workspace_id', '=', tx.workspace)
    .where('list_id', '=', list)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
