import type { Tx } from '#kit/server/db/index.ts';

export type SetAsideRow = { readonly line: number; readonly reason: string; readonly cells: string[] };

/** The lines that an import did not take, as they stood in the file, after a line. */
export async function listSetAside(tx: Tx, id: string, after: number, most: number): Promise<SetAsideRow[]> {
  const { rows } = await tx.client.query<SetAsideRow>(
    'select line, reason, cells from purchase_import_set_aside where workspace_id = $1 and import_id = $2 and line > $3 order by line limit $4',
    [tx.workspace, id, after, most],
  );
  return rows;
}
