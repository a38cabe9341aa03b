import type { Tx } from './db/index.ts';

/** What a value is: how it is read out, and how the documents describe it. `colleague` and `customer` are ids that are told by name. */
export type PersonalKind = 'text' | 'word' | 'number' | 'minor' | 'day' | 'moment' | 'flag' | 'list' | 'colleague' | 'customer';

/** Rows that hold something about a person: what of them is told to the person. The SQL names the table `t`, the workspace $1 and the person $2. */
export type PersonalRows = {
  /** What the rows are called in the file, `promises`, and in the reader's words: `personal_data.command.part.promises`. */
  readonly part: string;
  readonly from: string;
  readonly whose: string;
  readonly order: string;
  /** The names in the file, with the SQL of the value. */
  readonly fields: Readonly<Record<string, readonly [sql: string, kind: PersonalKind]>>;
  /** The columns through which the rows name the person: `promise.customer_id`. */
  readonly covers: readonly string[];
};

/** Somebody who is erased. */
export type Erasing = {
  /** The record that it happened. */
  readonly erasure: string;
  readonly customer: string;
  /** The same person under every id that was ever theirs: those who were merged into them. */
  readonly ids: readonly string[];
  /** By what a row of a file tells them: names, addresses, numbers, lower-cased. */
  readonly marks: readonly string[];
};

/** Something that speaks against erasing somebody now, in the reader's words `personal_data.hold.<kind>`. */
export type Hold = { readonly kind: string; readonly count: number };

/** What one feature knows of persons, and what becomes of it. What hangs on the row of the customer goes with it, unless `erase` says more. */
export type PersonalPart = {
  readonly feature: string;
  readonly rows: readonly PersonalRows[];
  /** Columns that name a customer and are told to nobody, with the reason. */
  readonly besides?: Readonly<Record<string, string>>;
  readonly holds?: (tx: Tx, customer: string) => Promise<readonly Hold[]>;
  /** Before the row of the customer goes. */
  readonly erase?: (tx: Tx, erasing: Erasing) => Promise<void>;
  readonly fileRows?: FileRows;
};

/** Rows of files that were set aside: a table of `cells`, each with the `import_id` of an import that knows when it was `added_at`. */
export type FileRows = { readonly table: string; readonly ofImport: string };

export type PersonalRow = Readonly<Record<string, unknown>>;

/** The rows of a part, as the database has them. */
export async function readPersonalRows(tx: Tx, { from, whose, order, fields }: PersonalRows, customer: string): Promise<PersonalRow[]> {
  const told = Object.entries(fields).map(([name, [sql]]) => `${sql} as "${name}"`);
  const { rows } = await tx.client.query<PersonalRow>(
    `select ${told.join(', ')} from ${from} where t.workspace_id = $1 and (${whose}) order by ${order}`,
    [tx.workspace, customer],
  );
  return rows;
}

/** Lets go of the rows of files of which a cell tells of somebody, by the marks of `Erasing`. */
export async function eraseFileRows(tx: Tx, { table }: FileRows, marks: readonly string[]): Promise<void> {
  await tx.client.query(
    `delete from ${table} where workspace_id = $1 and exists (
       select from unnest(cells) as cell
       where lower(btrim(cell)) = any($2::text[])
         or (length(regexp_replace(cell, '\\D', '', 'g')) >= 7 and regexp_replace(cell, '\\D', '', 'g') = any($2::text[])))`,
    [tx.workspace, marks],
  );
}

/** How many rows came with files that were added before a moment. */
export async function countFileRows(tx: Tx, rowsOf: FileRows, before: Temporal.Instant): Promise<number> {
  const { rows } = await tx.client.query<{ count: number }>(`select count(*)::integer as count from ${addedBefore(rowsOf)}`, [
    tx.workspace,
    before.toString(),
  ]);
  return rows[0]?.count ?? 0;
}

export async function forgetFileRows(tx: Tx, rowsOf: FileRows, before: Temporal.Instant): Promise<void> {
  await tx.client.query(`delete from ${addedBefore(rowsOf)}`, [tx.workspace, before.toString()]);
}

function addedBefore({ table, ofImport }: FileRows): string {
  return `${table} r where r.workspace_id = $1
    and exists (select from ${ofImport} i where i.workspace_id = r.workspace_id and i.id = r.import_id and i.added_at < $2)`;
}
