import { CopyRows, inBatches, type Tx } from '#kit/server/db/index.ts';

/** A pair worth showing to a colleague, by the numbers or the ids of the two. */
export type Found<Which> = {
  readonly one: Which;
  readonly other: Which;
  readonly probability: number;
  /** As JSON. */
  readonly reasons: string;
};

/** Rows that are read, and worked on, at a time. */
const batch = 20_000;

/** Makes the tables of one look at everybody, which go with the transaction, and waits for a look that is under way. */
export async function openLook(tx: Tx): Promise<void> {
  await tx.client.query("select pg_advisory_xact_lock(hashtextextended('duplicates ' || $1::text, 0))", [tx.workspace]);
  await tx.client.query(`
    set local work_mem = '128MB';
    set local cursor_tuple_fraction = 1;
    drop table if exists pg_temp.key_of, pg_temp.shared_key, pg_temp.found;
    create temporary table key_of (key bigint not null, n integer not null) on commit drop;
    create temporary table found (one integer not null, other integer not null, probability double precision not null, reasons jsonb not null) on commit drop`);
}

/** The numbers and lines of what is compared. */
export function readLines(tx: Tx): AsyncGenerator<readonly { n: number; line: string }[]> {
  return inBatches(tx, 'compared_line', 'select n, line from pg_temp.compared', batch);
}

export async function addKeys(tx: Tx, keys: readonly { readonly n: number; readonly keys: readonly number[] }[]): Promise<void> {
  const rows = new CopyRows(2);
  for (const one of keys) {
    for (const key of one.keys) {
      rows.begin();
      rows.long(key);
      rows.integer(one.n);
    }
  }
  await tx.client.copyIn('copy pg_temp.key_of from stdin (format binary)', [rows.take()]);
}

/**
 * Leaves the keys by which some customers can be compared: those that at least two share. A key that more than `most` share is a common name,
 * or a switchboard, and by itself no reason to compare; who shares more than that shares another key as well.
 */
export async function keepSharedKeys(tx: Tx, most: number): Promise<void> {
  await tx.client.query(
    `create temporary table shared_key on commit drop as
     select key, n from (select key, n, count(*) over (partition by key) as many from pg_temp.key_of) k where many between 2 and ${most}`,
  );
  await tx.client.query('drop table pg_temp.key_of');
  await tx.client.query('analyze pg_temp.shared_key');
}

/** The customers that share a key, key by key. */
export function readSharing(tx: Tx): AsyncGenerator<readonly { key: number; n: number; line: string }[]> {
  return inBatches(
    tx,
    'sharing',
    'select s.key, s.n, c.line from pg_temp.shared_key s join pg_temp.compared c using (n) order by s.key',
    batch,
  );
}

export async function addFound(tx: Tx, found: readonly Found<number>[]): Promise<void> {
  await tx.client.query(
    'insert into pg_temp.found select * from unnest($1::integer[], $2::integer[], $3::double precision[], $4::jsonb[])',
    [
      found.map(({ one }) => one),
      found.map(({ other }) => other),
      found.map(({ probability }) => probability),
      found.map(({ reasons }) => reasons),
    ],
  );
}

/** Lets the candidates be those found, but for pairs of which somebody said that they are not the same. Answers how many there are. */
export async function replaceCandidates(tx: Tx, now: Temporal.Instant): Promise<number> {
  await tx.client.query(
    `create temporary table found_pair on commit drop as
     select distinct least(a.id, b.id) as one, greatest(a.id, b.id) as other, f.probability, f.reasons
     from pg_temp.found f join pg_temp.compared a on a.n = f.one join pg_temp.compared b on b.n = f.other`,
  );
  await tx.client.query(
    `delete from duplicate_candidate d where d.workspace_id = $1
       and not exists (select from pg_temp.found_pair f where f.one = d.one_id and f.other = d.other_id)`,
    [tx.workspace],
  );
  await insertFound(tx, now, 'pg_temp.found_pair');
  await tx.client.query('drop table pg_temp.found_pair');
  const { rows } = await tx.client.query<{ count: number }>(
    'select count(*)::integer as count from duplicate_candidate where workspace_id = $1',
    [tx.workspace],
  );
  return rows[0]?.count ?? 0;
}

/** Lets the candidates among whom these customers are be those found. */
export async function replaceCandidatesOf(
  tx: Tx,
  now: Temporal.Instant,
  customers: readonly string[],
  found: readonly Found<string>[],
): Promise<void> {
  await tx.client.query(
    'delete from duplicate_candidate where workspace_id = $1 and (one_id = any($2::uuid[]) or other_id = any($2::uuid[]))',
    [tx.workspace, customers],
  );
  await insertFound(
    tx,
    now,
    `(select least(one, other) as one, greatest(one, other) as other, probability, reasons
      from unnest($3::uuid[], $4::uuid[], $5::double precision[], $6::jsonb[]) as f (one, other, probability, reasons))`,
    [
      found.map(({ one }) => one),
      found.map(({ other }) => other),
      found.map(({ probability }) => probability),
      found.map(({ reasons }) => reasons),
    ],
  );
}

async function insertFound(tx: Tx, now: Temporal.Instant, from: string, values: readonly unknown[] = []): Promise<void> {
  await tx.client.query(
    `insert into duplicate_candidate (workspace_id, one_id, other_id, probability, reasons, found_at)
     select distinct on (f.one, f.other) $1, f.one, f.other, f.probability, f.reasons, $2::timestamptz
     from ${from} f
       join customer a on a.workspace_id = $1 and a.id = f.one
       join customer b on b.workspace_id = $1 and b.id = f.other
     where not exists (select from not_duplicate d where d.workspace_id = $1 and d.one_id = f.one and d.other_id = f.other)
     order by f.one, f.other, f.probability desc
     on conflict (workspace_id, one_id, other_id) do update set probability = excluded.probability, reasons = excluded.reasons
     where (duplicate_candidate.probability, duplicate_candidate.reasons) is distinct from (excluded.probability, excluded.reasons)`,
    [tx.workspace, now.toString(), ...values],
  );
}

/** Keeps how common names are, for comparing single customers until the next look at everybody. */
export async function keepFrequencies(tx: Tx, now: Temporal.Instant, customers: number, names: ReadonlyMap<number, number>): Promise<void> {
  await tx.client.query('delete from name_frequency where workspace_id = $1', [tx.workspace]);
  await tx.client.query(
    'insert into name_frequency (workspace_id, name, bearers) select $1, n.name, n.bearers from unnest($2::bigint[], $3::integer[]) as n (name, bearers)',
    [tx.workspace, [...names.keys()], [...names.values()]],
  );
  await tx.client.query(
    `insert into duplicate_look (workspace_id, looked_at, customers) values ($1, $2, $3)
     on conflict (workspace_id) do update set looked_at = excluded.looked_at, customers = excluded.customers`,
    [tx.workspace, now.toString(), customers],
  );
}

/** Puts customers on the list of those to look at; answers whether there were others on it before. */
export async function rememberToLook(tx: Tx, customers: readonly string[]): Promise<boolean> {
  // A statement does not see what it writes itself.
  const { rows } = await tx.client.query<{ isBegun: boolean }>(
    `with remembered as (insert into duplicate_wish (workspace_id, customer_id) select $1, unnest($2::uuid[]) on conflict do nothing)
     select exists (select from duplicate_wish where workspace_id = $1) as "isBegun"`,
    [tx.workspace, customers],
  );
  return rows[0]?.isBegun ?? false;
}

/** Takes some customers off the list of those to look at, and answers whether others are left. */
export async function takeThoseToLookAt(tx: Tx, most: number): Promise<{ readonly taken: readonly string[]; readonly isMore: boolean }> {
  const { rows } = await tx.client.query<{ id: string }>(
    `delete from duplicate_wish w using (
       select customer_id from duplicate_wish where workspace_id = $1 order by customer_id limit $2 for update skip locked
     ) chosen where w.workspace_id = $1 and w.customer_id = chosen.customer_id returning w.customer_id as id`,
    [tx.workspace, most],
  );
  return { taken: rows.map(({ id }) => id), isMore: rows.length === most };
}

/** How many customers there are: exactly up to `few`, beyond that as of the last look at everybody. */
export async function readSize(tx: Tx, few: number): Promise<number> {
  const { rows } = await tx.client.query<{ count: number; looked: number | null }>(
    `select (select count(*)::integer from (select from customer where workspace_id = $1 limit $2) c) as count,
       (select customers from duplicate_look where workspace_id = $1) as looked`,
    [tx.workspace, few + 1],
  );
  const { count = 0, looked = null } = rows[0] ?? {};
  return count <= few ? count : Math.max(count, looked ?? 0);
}

/** Who else has one of the addresses or numbers; one that very many have is passed over. */
export async function customersSharing(
  tx: Tx,
  customer: string,
  emails: readonly string[],
  phones: readonly string[],
  most: number,
): Promise<string[]> {
  const { rows } = await tx.client.query<{ id: string }>(
    `select found.customer_id as id
     from (select 'email' as kind, unnest($3::text[]) as value union all select 'phone', unnest($4::text[])) wanted
     cross join lateral (
       select p.customer_id from contact_point p
       where p.workspace_id = $1 and p.kind = wanted.kind and p.value = wanted.value and p.customer_id <> $2 limit $5
     ) found`,
    [tx.workspace, customer, emails, phones, most],
  );
  return rows.map(({ id }) => id);
}

/** How many customers have each of the addresses or numbers, as they stand; of one that very many have, that it is a hundred. */
export async function countHolders(tx: Tx, kind: 'email' | 'phone', values: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.client.query<{ value: string; count: number }>(
    `select wanted.value, (
       select count(*)::integer from (select from contact_point p where p.workspace_id = $1 and p.kind = $2 and p.value = wanted.value limit 100) held
     ) as count from unnest($3::text[]) as wanted (value)`,
    [tx.workspace, kind, values],
  );
  return new Map(rows.map(({ value, count }) => [value, count]));
}

export async function readCommon(tx: Tx, names: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const { rows } = await tx.client.query<{ name: number; bearers: number }>(
    'select name, bearers from name_frequency where workspace_id = $1 and name = any($2::bigint[])',
    [tx.workspace, names],
  );
  return new Map(rows.map(({ name, bearers }) => [name, bearers]));
}
