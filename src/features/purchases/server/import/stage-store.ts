import { listExternalIds } from '#features/people/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { SeenNumbers } from './seen-numbers.ts';
import type { Known, Staged } from './stager.ts';

/** Makes the tables of one import, which go with the transaction, and waits for an import of the workspace that is under way. */
export async function makeStage(tx: Tx): Promise<void> {
  await tx.client.query("select pg_advisory_xact_lock(hashtextextended('purchase import ' || $1::text, 0))", [tx.workspace]);
  // Coarse statistics are enough to tell hundreds from millions.
  await tx.client.query(`
    set local default_statistics_target = 10;
    drop table if exists ${tables.map((table) => `pg_temp.${table}`).join(', ')};
    create temporary table import_product (id uuid, code text, name text, firm boolean) on commit drop;
    create temporary table import_renamed (staged uuid, code text, id uuid) on commit drop;
    create temporary table import_person (external_id text, name text, email text, phone text, country text, known_since_on date) on commit drop;
    create temporary table import_customer (
      external_id text primary key, name text, email text, phone text, country text, known_since_on date not null, customer_id uuid
    ) on commit drop;
    create temporary table import_load (
      id uuid, line integer, number text, customer text, customer_id uuid, local_at timestamp, ahead integer, kind text, told boolean,
      amount numeric, lines integer, early boolean, apart text, product_ids uuid[], quantities numeric[], unit_prices numeric[]
    ) on commit drop;
    create temporary table import_run (
      id uuid, line integer, number text, customer text, customer_id uuid, placed_at timestamptz, kind text, told boolean, amount numeric,
      lines integer, early boolean, apart text
    ) on commit drop;
    create temporary table import_lines (run_id uuid, product_ids uuid[], quantities numeric[], unit_prices numeric[]) on commit drop;
    ${['import_load', 'import_lines'].map((table) => `alter table ${table} ${unpacked}`).join(';')};
    create temporary table import_set_aside (line integer, reason text, cells text[]) on commit drop`);
}

// As in `purchase_lines`.
const unpacked = 'alter product_ids set storage external, alter quantities set storage external, alter unit_prices set storage external';

// An earlier import of the same transaction may have left its tables.
const tables = [
  'import_product',
  'import_renamed',
  'import_person',
  'import_customer',
  'import_load',
  'import_run',
  'import_lines',
  'import_set_aside',
  'import_part',
  'import_purchase',
  'import_addition',
];

/** Sends rows to their stage. COPY may not pass row-level security, so it cannot write where they belong. */
export async function copyRows(tx: Tx, table: Staged, rows: Buffer): Promise<void> {
  await tx.client.copyIn(`copy ${table} from stdin (format binary)`, [rows]);
}

/** Keeps the lines that were set aside. */
export async function keepSetAside(tx: Tx, importId: string): Promise<void> {
  await tx.client.query(
    `with aside as (delete from import_set_aside returning *)
     insert into purchase_import_set_aside (workspace_id, import_id, line, reason, cells) select $1, $2, line, reason, cells from aside`,
    [tx.workspace, importId],
  );
}

/** What the workspace has, as far as it is few enough to hold; what is not read here, the merge finds. */
export async function readKnown(tx: Tx, most: number): Promise<Known> {
  const products = await readFew<{ code: string; id: string }>(tx, 'select code, id from product where workspace_id = $1', most);
  const purchases = await readFew<{ number: string }>(tx, 'select number from purchase where workspace_id = $1', most);
  const customers = await listExternalIds(tx, most);
  const numbers = new SeenNumbers();
  for (const { number } of purchases ?? []) numbers.see(number);
  return {
    products: new Map(products?.map(({ code, id }) => [code, id])),
    customers: customers ?? new Map(),
    numbers,
    whole: purchases !== undefined && customers !== undefined,
  };
}

async function readFew<Row extends object>(tx: Tx, query: string, most: number): Promise<Row[] | undefined> {
  const { rows } = await tx.client.query<Row>(`${query} limit $2`, [tx.workspace, most + 1]);
  return rows.length > most ? undefined : rows;
}
