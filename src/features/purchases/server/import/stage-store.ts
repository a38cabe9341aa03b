import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Tx } from '#kit/server/db/index.ts';
import type { SeenNumbers } from './seen-numbers.ts';
import type { Staged } from './stager.ts';

/** Makes the tables of one import, which go with the transaction, and waits for an import of the workspace that is under way. */
export async function makeStage(tx: Tx): Promise<void> {
  await tx.client.query("select pg_advisory_xact_lock(hashtextextended('purchase import ' || $1::text, 0))", [tx.workspace]);
  // Coarse statistics are enough to tell hundreds from millions.
  await tx.client.query(`
    set local default_statistics_target = 10;
    drop table if exists ${tables.map((table) => `pg_temp.${table}`).join(', ')};
    create temporary table import_run (
      id uuid, line integer, number text, person integer, local_at timestamp, ahead integer, adjusted boolean, returned boolean, negative boolean,
      amount numeric, lines integer, early boolean
    ) on commit drop;
    create temporary table import_early (run_id uuid, product_ids uuid[], quantities numeric[], unit_prices numeric[]) on commit drop;
    create temporary table import_lines (run_id uuid, product_ids uuid[], quantities numeric[], unit_prices numeric[]) on commit drop;
    create temporary table import_set_aside (line integer, reason text, cells text[]) on commit drop;
    create temporary table import_product (id uuid, code text, name text, firm boolean) on commit drop;
    create temporary table import_person (ordinal integer, external_id text, name text, email text, phone text, country text, since_day integer) on commit drop`);
}

// An earlier import of the same transaction may have left its tables.
const tables = [
  'import_run',
  'import_early',
  'import_lines',
  'import_set_aside',
  'import_product',
  'import_person',
  'import_customer',
  'import_renamed',
  'import_part',
  'import_purchase',
  'import_addition',
];

/**
 * Sends rows to their table. Early lines go on at once to where they belong, while the file is still being read; not straight there, since
 * COPY may not pass row-level security.
 */
export async function copyRows(tx: Tx, table: Staged, rows: Buffer): Promise<void> {
  await pipeline(Readable.from([rows]), tx.client.query(copyFrom(`copy ${table} from stdin (format binary)`)));
  if (table !== 'import_early') return;
  await tx.client.query(
    `insert into purchase_lines (workspace_id, purchase_id, product_ids, quantities, unit_prices)
     select '${tx.workspace}', run_id, product_ids, quantities, unit_prices from import_early; truncate import_early`,
  );
}

/** Keeps the lines that were set aside. They come by a stage as everything does: COPY goes past row-level security, so it may not write here. */
export async function keepSetAside(tx: Tx, importId: string): Promise<void> {
  await tx.client.query(
    `insert into purchase_import_set_aside (workspace_id, import_id, line, reason, cells) select $1, $2, line, reason, cells from import_set_aside`,
    [tx.workspace, importId],
  );
}

/** The workspace's products by code, when there are few enough to hold; otherwise none, and the merge finds them. */
export async function readCatalogue(tx: Tx, most: number): Promise<Map<string, string>> {
  const { rows } = await tx.client.query<{ code: string; id: string }>('select code, id from product where workspace_id = $1 limit $2', [
    tx.workspace,
    most + 1,
  ]);
  return rows.length > most ? new Map() : new Map(rows.map((row) => [row.code, row.id]));
}

/** Notes the numbers of the workspace's purchases, when there are few enough to read; otherwise every number may be one of them. */
export async function noteKnownNumbers(tx: Tx, seen: SeenNumbers, most: number): Promise<void> {
  const { rows } = await tx.client.query<{ number: string }>('select number from purchase where workspace_id = $1 limit $2', [
    tx.workspace,
    most + 1,
  ]);
  if (rows.length > most) seen.seeAll();
  else for (const { number } of rows) seen.see(number);
}
