import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Tx } from '#kit/server/db/index.ts';
import type { Staged } from './stager.ts';

/** Makes the tables of one import, which go with the transaction, and waits for an import of the workspace that is under way. */
export async function makeStage(tx: Tx): Promise<void> {
  await tx.client.query("select pg_advisory_xact_lock(hashtextextended('purchase import ' || $1::text, 0))", [tx.workspace]);
  await tx.client.query(`
    create temporary table import_run (
      id uuid, line integer, number text, person integer, local_at timestamp, ahead integer, adjusted boolean, returned boolean, negative boolean,
      amount numeric, product_ids uuid[], quantities numeric[], unit_prices numeric[]
    ) on commit drop;
    create temporary table import_product (id uuid, code text, name text, firm boolean) on commit drop;
    create temporary table import_person (ordinal integer, external_id text, name text, email text, phone text, country text, since_day integer) on commit drop`);
}

const columns: Record<Staged, string> = {
  import_run: '',
  import_product: '',
  import_person: '',
  purchase_import_set_aside: '(workspace_id, import_id, line, reason, cells)',
};

export async function copyRows(tx: Tx, table: Staged, rows: Buffer): Promise<void> {
  await pipeline(Readable.from([rows]), tx.client.query(copyFrom(`copy ${table} ${columns[table]} from stdin (format binary)`)));
}

/** The workspace's products by code, when there are few enough to hold; otherwise none, and the merge finds them. */
export async function readCatalogue(tx: Tx, most: number): Promise<Map<string, string>> {
  const { rows } = await tx.client.query<{ code: string; id: string }>('select code, id from product where workspace_id = $1 limit $2', [
    tx.workspace,
    most + 1,
  ]);
  return rows.length > most ? new Map() : new Map(rows.map((row) => [row.code, row.id]));
}
