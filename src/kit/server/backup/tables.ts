import type pg from 'pg';

export type TableShape = { readonly name: string; readonly columns: readonly string[] };

/** How values are written as text depends on these; so they are the same whoever reads or writes. */
export const plainText = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8'; set local statement_timeout = 0;
  set local search_path = pg_catalog, public`;

/**
 * Every table, and which of its columns hold anything of their own: what is generated follows from the others. What migrations ran stands in the head. There are no sequences
 * (`tools/describe-database.ts` refuses them): ids are made by the application.
 */
export async function readTables(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migration'
     group by c.relname order by c.relname`,
  );
  return rows;
}

/** Every row in the order of the key, so that the same rows are the same text wherever they are; texts in that of their bytes, which is the same everywhere. */
export async function copyOutStatement(client: pg.Client, { name, columns }: TableShape): Promise<string> {
  const { rows } = await client.query<{ key: string }>(
    `select quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end as key
     from pg_index i, unnest(i.indkey) with ordinality k(number, place) join pg_attribute a on a.attnum = k.number
     where i.indrelid = $1::regclass and a.attrelid = i.indrelid and i.indisprimary order by k.place`,
    [`public.${name}`],
  );
  const order = rows.length === 0 ? '' : ` order by ${rows.map(({ key }) => key).join(', ')}`;
  return `copy (select ${list(columns)} from public.${quote(name)}${order}) to stdout`;
}

export function copyInStatement({ name, columns }: TableShape): string {
  return `copy public.${quote(name)} (${list(columns)}) from stdin`;
}

export type AppliedMigration = { readonly name: string; readonly checksum: string };

/** What ran on a database, in order; nothing on one that Tend has never met. */
export async function appliedMigrations(client: pg.Client): Promise<AppliedMigration[]> {
  const { rows: known } = await client.query(`select 1 where to_regclass('public.migration') is not null`);
  if (known.length === 0) return [];
  return (await client.query<AppliedMigration>('select name, checksum from public.migration order by name')).rows;
}

function list(columns: readonly string[]): string {
  return columns.map(quote).join(', ');
}

// Names come from the catalog, or were checked to be plain words.
function quote(word: string): string {
  return `"${word}"`;
}
