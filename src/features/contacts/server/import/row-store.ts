import type { Tx } from '#kit/server/db/index.ts';

/** A row of which something was not taken: all of it, or only the values named. */
export type LeftRow = {
  readonly line: number;
  readonly taken: boolean;
  readonly reasons: readonly { readonly reason: string; readonly value: string }[];
  readonly cells: readonly string[];
};

/** Waits for an import of the workspace's contacts that is under way: two at once would each make whom the other makes. */
export async function takeTurn(tx: Tx): Promise<void> {
  await tx.client.query("select pg_advisory_xact_lock(hashtextextended('contact import ' || $1::text, 0))", [tx.workspace]);
}

export async function keepRows(tx: Tx, importId: string, rows: readonly LeftRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.client.query(
    `insert into contact_import_row (workspace_id, import_id, line, taken, reasons, cells)
     select $1, $2, n.line, n.taken, n.reasons, n.cells
     from jsonb_to_recordset($3::jsonb) as n (line integer, taken boolean, reasons jsonb, cells text[])
     on conflict do nothing`,
    [tx.workspace, importId, jsonOf(rows)],
  );
}

/** Says more of rows, whether something was said of them before or not. */
export async function addReasons(tx: Tx, importId: string, rows: readonly LeftRow[]): Promise<void> {
  const byLine = new Map<number, LeftRow>();
  for (const row of rows) byLine.set(row.line, { ...row, reasons: [...(byLine.get(row.line)?.reasons ?? []), ...row.reasons] });
  const known = await tx.client.query<{ line: number }>(
    `update contact_import_row r set reasons = r.reasons || n.reasons
     from jsonb_to_recordset($3::jsonb) as n (line integer, reasons jsonb)
     where r.workspace_id = $1 and r.import_id = $2 and r.line = n.line returning r.line`,
    [tx.workspace, importId, jsonOf([...byLine.values()])],
  );
  for (const { line } of known.rows) byLine.delete(line);
  await keepRows(tx, importId, [...byLine.values()]);
}

export async function listRows(tx: Tx, importId: string, taken: boolean, after: number, most: number): Promise<readonly LeftRow[]> {
  const { rows } = await tx.client.query<LeftRow>(
    `select line, taken, reasons, cells from contact_import_row
     where workspace_id = $1 and import_id = $2 and taken = $3 and line > $4 order by line limit $5`,
    [tx.workspace, importId, taken, after, most],
  );
  return rows;
}

/** Without what text in the database cannot hold. */
function jsonOf(rows: readonly LeftRow[]): string {
  return JSON.stringify(rows).replaceAll('\\u0000', '\\ufffd');
}
