import type { Tx } from './db/index.ts';

/** Two customers becoming one: what hangs on `from` goes over to `to`, under a merge that remembers it. */
export type Merging = {
  /** The row of `customer_merge`. */
  readonly merge: string;
  readonly from: string;
  readonly to: string;
};

/** A table whose rows hang on customers. */
export type HangingTable = {
  readonly table: string;
  /** The column that names the customer; `customer_id` unless said otherwise. */
  readonly column?: string;
  /** The other columns of the primary key, besides the workspace and the customer. */
  readonly key: readonly string[];
  /**
   * When a row of the one that goes (`gone`) cannot stand beside another row (`kept`) of the customer who stays (`:kept`), in SQL. Such a row is
   * remembered and dropped.
   */
  readonly collides?: string;
  /** What such a row becomes instead of being dropped: it goes over with another value in this column. */
  readonly instead?: { readonly column: string; readonly value: string };
  /** Another column that names a customer, who must not be the same one. A row that would join a customer to itself is dropped. */
  readonly besides?: string;
  /** What the rows are called where they are counted before a merge: the message `merge.hanging.<word>`. */
  readonly counted?: string;
};

/** One feature's part in merging customers, and in undoing it. */
export type MergePart = {
  readonly feature: string;
  readonly tables: readonly HangingTable[];
};

/** All features' parts together, in the order of the floors; undone in the opposite order. */
export type Merge = {
  /** How much hangs on each of the customers, by what it is called; what there is none of is left out. */
  count(tx: Tx, customers: readonly string[]): Promise<ReadonlyMap<string, Readonly<Record<string, number>>>>;
  move(tx: Tx, merging: Merging): Promise<void>;
  /** Gives back what was moved and still belongs to the kept one. What the kept one has got since stays with it. */
  undo(tx: Tx, merging: Merging): Promise<void>;
};

export function makeMerge(parts: readonly MergePart[]): Merge {
  const tables = parts.flatMap((part) => part.tables);
  return {
    count: async (tx, customers) => {
      const counts = new Map<string, Record<string, number>>(customers.map((customer) => [customer, {}]));
      for (const table of tables) {
        if (table.counted === undefined) continue;
        for (const { customer, count } of await countRows(tx, table, customers)) {
          const counted = counts.get(customer);
          if (counted) counted[table.counted] = (counted[table.counted] ?? 0) + count;
        }
      }
      return counts;
    },
    move: async (tx, merging) => {
      for (const table of tables) await moveRows(tx, table, merging);
    },
    undo: async (tx, merging) => {
      for (const table of tables.toReversed()) await giveBack(tx, table, merging);
    },
  };
}

async function countRows(tx: Tx, { table, column = 'customer_id' }: HangingTable, customers: readonly string[]) {
  const { rows } = await tx.client.query<{ customer: string; count: number }>(
    `select ${column} as customer, count(*)::integer as count from ${table} where workspace_id = $1 and ${column} = any($2::uuid[]) group by 1`,
    [tx.workspace, customers],
  );
  return rows;
}

async function moveRows(tx: Tx, hanging: HangingTable, { merge, from, to }: Merging): Promise<void> {
  const { table, column = 'customer_id', key, collides, besides, instead } = hanging;
  const pairs = (of: string, ...more: string[]) => ['workspace_id', ...key, ...more].map((one) => `'${one}', ${of}.${one}`).join(', ');
  const refusals = [
    ...(collides === undefined
      ? []
      : [`exists (select from ${table} kept where kept.workspace_id = $1 and ${collides.replaceAll(':kept', '$4')})`]),
    ...(besides === undefined ? [] : [`gone.${besides} = $4`]),
  ];
  if (refusals.length > 0 && instead)
    await tx.client.query(
      `with changed as (
         select * from ${table} gone where gone.workspace_id = $1 and gone.${column} = $3 and (${refusals.join(' or ')}) for update
       ), done as (
         update ${table} t set ${instead.column} = '${instead.value}' from changed where t.workspace_id = $1 and ${same('changed', key)}
       )
       insert into customer_merge_row (workspace_id, merge_id, table_name, column_name, what, data)
       select $1, $2, '${table}', '${column}', 'changed', jsonb_build_object(${pairs('changed', instead.column)}) from changed where $4::uuid is not null`,
      [tx.workspace, merge, from, to],
    );
  else if (refusals.length > 0)
    await tx.client.query(
      `with dropped as (
         delete from ${table} gone where gone.workspace_id = $1 and gone.${column} = $3 and (${refusals.join(' or ')}) returning to_jsonb(gone) as data
       )
       insert into customer_merge_row (workspace_id, merge_id, table_name, column_name, what, data)
       select $1, $2, '${table}', '${column}', 'dropped', data from dropped`,
      [tx.workspace, merge, from, to],
    );
  await tx.client.query(
    `with moved as (
       update ${table} t set ${column} = $4 where workspace_id = $1 and ${column} = $3 returning jsonb_build_object(${pairs('t')}) as data
     )
     insert into customer_merge_row (workspace_id, merge_id, table_name, column_name, what, data)
     select $1, $2, '${table}', '${column}', 'moved', data from moved`,
    [tx.workspace, merge, from, to],
  );
}

function same(other: string, key: readonly string[]): string {
  return key.map((one) => `t.${one} = ${other}.${one}`).join(' and ');
}

async function giveBack(
  tx: Tx,
  { table, column = 'customer_id', key, instead }: HangingTable,
  { merge, from, to }: Merging,
): Promise<void> {
  await tx.client.query(
    `update ${table} t set ${column} = $3
     from customer_merge_row m cross join lateral jsonb_populate_record(null::${table}, m.data) k
     where m.workspace_id = $1 and m.merge_id = $2 and m.table_name = '${table}' and m.column_name = '${column}' and m.what = 'moved'
       and t.workspace_id = $1 and ${same('k', key)} and t.${column} = $4`,
    [tx.workspace, merge, from, to],
  );
  if (instead)
    await tx.client.query(
      `update ${table} t set ${instead.column} = k.${instead.column}
       from customer_merge_row m cross join lateral jsonb_populate_record(null::${table}, m.data) k
       where m.workspace_id = $1 and m.merge_id = $2 and m.table_name = '${table}' and m.column_name = '${column}' and m.what = 'changed'
         and t.workspace_id = $1 and ${same('k', key)} and t.${column} = $3`,
      [tx.workspace, merge, from],
    );
  await putBack(
    tx,
    table,
    `select data from customer_merge_row where workspace_id = $1 and merge_id = $2 and table_name = '${table}' and column_name = '${column}' and what = 'dropped'`,
    [tx.workspace, merge],
  );
}

/** Rows that were kept as JSON become rows again, also when a release in between has given the table new columns. */
export async function putBack(tx: Tx, table: string, query: string, values: readonly unknown[]): Promise<void> {
  const { rows } = await tx.client.query<{ data: Readonly<Record<string, unknown>> }>(query, [...values]);
  const [first] = rows;
  if (!first) return;
  const known = await tx.client.query<{ name: string }>(
    "select attname::text as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''",
    [table],
  );
  const columns = known.rows.map(({ name }) => name).filter((name) => name in first.data);
  await tx.client.query(
    `insert into ${table} (${columns.join(', ')})
     select ${columns.join(', ')} from jsonb_populate_recordset(null::${table}, $1) on conflict do nothing`,
    [JSON.stringify(rows.map(({ data }) => data))],
  );
}
