import { inBatches, type Tx } from '#kit/server/db/index.ts';

/** A line of the temporary table that an import prepared. */
export type Mentioned = {
  readonly external_id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly country: string | null;
  readonly known_since_on: Temporal.PlainDate;
};

/** What a line tells of a known customer; e-mail address and number only where the customer has none. */
export type News = Mentioned & { readonly id: string };

export type ToMake = {
  readonly id: string;
  readonly external_id: string;
  readonly name: string;
  readonly sort_name: string;
  readonly search_name: string;
  readonly search_rest: string;
  readonly search_digits: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly country: string | null;
  readonly known_since_on: Temporal.PlainDate;
};

export type ToFill = {
  readonly id: string;
  readonly external_id: string;
  readonly name: string | null;
  readonly sort_name: string | null;
  readonly search_name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly country: string | null;
};

const batch = 5000;

/** Lines whose customer is not known yet, a batch at a time, so that the memory needed does not grow with the import. */
export function readUnknown(tx: Tx, table: string, { withAliases }: { withAliases: boolean }): AsyncGenerator<Mentioned[]> {
  const merged = `and not exists (select from customer_alias a where a.workspace_id = '${tx.workspace}' and a.external_id = i.external_id)`;
  return inBatches<Mentioned>(
    tx,
    'unknown_customer',
    `select i.external_id, i.name, i.email, i.phone, i.country, i.known_since_on from ${temporary(table)} i
     where not exists (select from customer c where c.workspace_id = '${tx.workspace}' and c.external_id = i.external_id) ${withAliases ? merged : ''}`,
    batch,
  );
}

/** Ids by the numbers under which other systems know customers, those of merged ones among them; undefined when there are more than `most`. */
export async function listExternalIds(tx: Tx, most: number): Promise<Map<string, string> | undefined> {
  const { rows } = await tx.client.query<{ external_id: string; id: string }>(
    `select external_id, id from customer where workspace_id = $1 and external_id is not null
     union all
     select external_id, customer_id from customer_alias where workspace_id = $1
     limit $2`,
    [tx.workspace, most + 1],
  );
  return rows.length > most ? undefined : new Map(rows.map((row) => [row.external_id, row.id]));
}

/** Whether some customers were merged, so that numbers may lead to others than those who bear them. */
export async function hasAliases(tx: Tx): Promise<boolean> {
  const { rowCount } = await tx.client.query('select from customer_alias where workspace_id = $1 limit 1', [tx.workspace]);
  return rowCount === 1;
}

/** The same as `answerIds` and `knowSince` for numbers of customers that were merged: they lead to the one that was kept. */
export async function answerAliases(tx: Tx, table: string): Promise<void> {
  await tx.client.query(
    `update ${temporary(table)} i set customer_id = a.customer_id from customer_alias a
     where a.workspace_id = $1 and a.external_id = i.external_id and i.customer_id is null`,
    [tx.workspace],
  );
  await tx.client.query(
    `update customer c set known_since_on = earliest.on_day
     from (
       select a.customer_id, min(i.known_since_on) as on_day from ${temporary(table)} i
         join customer_alias a on a.workspace_id = $1 and a.external_id = i.external_id group by 1
     ) earliest
     where c.workspace_id = $1 and c.id = earliest.customer_id and earliest.on_day < c.known_since_on`,
    [tx.workspace],
  );
}

/** Lines that tell something of a known customer that nobody has told before. A customer without a name is called by the external id. */
export function readNews(tx: Tx, table: string): AsyncGenerator<News[]> {
  return inBatches<News>(
    tx,
    'customer_news',
    `select c.id, i.external_id, i.name, case when c.email is null then i.email end as email, case when c.phone is null then i.phone end as phone,
       i.country, i.known_since_on
     from ${temporary(table)} i join customer c on c.workspace_id = '${tx.workspace}' and c.external_id = i.external_id
     where (c.name = c.external_id and i.name <> c.name) or (c.email is null and i.email is not null)
        or (c.phone is null and i.phone is not null) or (c.country is null and i.country is not null)`,
    batch,
  );
}

/** Writes new customers; one that another transaction made in the meantime is left as it is. Answers how many were made. */
export async function insertCustomers(tx: Tx, owner: string, rows: readonly ToMake[]): Promise<number> {
  const made = await tx.client.query(
    `insert into customer (workspace_id, id, external_id, name, sort_name, search_name, search_rest, search_digits, email, phone, country, owner_id,
       known_since_on)
     select $1, n.id, n.external_id, n.name, n.sort_name, n.search_name, n.search_rest, n.search_digits, n.email, n.phone, n.country, $2, n.known_since_on
     from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[],
       $13::date[]) as n (id, external_id, name, sort_name, search_name, search_rest, search_digits, email, phone, country, known_since_on)
     on conflict (workspace_id, external_id) where external_id is not null do nothing`,
    [
      tx.workspace,
      owner,
      rows.map((row) => row.id),
      rows.map((row) => row.external_id),
      rows.map((row) => row.name),
      rows.map((row) => row.sort_name),
      rows.map((row) => row.search_name),
      rows.map((row) => row.search_rest),
      rows.map((row) => row.search_digits),
      rows.map((row) => row.email),
      rows.map((row) => row.phone),
      rows.map((row) => row.country),
      rows.map((row) => row.known_since_on.toString()),
    ],
  );
  return made.rowCount ?? 0;
}

/** Fills what was empty; what a colleague wrote is never overwritten by an import. By what they are found is made anew at the next refresh. */
export async function fillCustomers(tx: Tx, rows: readonly ToFill[]): Promise<number> {
  const filled = await tx.client.query(
    `update customer c set
       name = case when c.name = c.external_id then coalesce(n.name, c.name) else c.name end,
       sort_name = case when c.name = c.external_id then coalesce(n.sort_name, c.sort_name) else c.sort_name end,
       search_name = case when c.name = c.external_id then coalesce(n.search_name, c.search_name) else c.search_name end,
       email = coalesce(c.email, n.email), phone = coalesce(c.phone, n.phone), country = coalesce(c.country, n.country),
       search_rest = null
     from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
       as n (external_id, name, sort_name, search_name, email, phone, country)
     where c.workspace_id = $1 and c.external_id = n.external_id
       and ((c.name = c.external_id and n.name <> c.name) or (c.email is null and n.email is not null)
         or (c.phone is null and n.phone is not null) or (c.country is null and n.country is not null))`,
    [
      tx.workspace,
      rows.map((row) => row.external_id),
      rows.map((row) => row.name),
      rows.map((row) => row.sort_name),
      rows.map((row) => row.search_name),
      rows.map((row) => row.email),
      rows.map((row) => row.phone),
      rows.map((row) => row.country),
    ],
  );
  return filled.rowCount ?? 0;
}

/** Customers whom the lines know earlier than we did are known since then. */
export async function knowSince(tx: Tx, table: string): Promise<number> {
  const earlier = await tx.client.query(
    `update customer c set known_since_on = i.known_since_on from ${temporary(table)} i
     where c.workspace_id = $1 and c.external_id = i.external_id and i.known_since_on < c.known_since_on`,
    [tx.workspace],
  );
  return earlier.rowCount ?? 0;
}

/** Tells the import the id of each customer that it mentions. */
export async function answerIds(tx: Tx, table: string): Promise<void> {
  await tx.client.query(
    `update ${temporary(table)} i set customer_id = c.id from customer c where c.workspace_id = $1 and c.external_id = i.external_id`,
    [tx.workspace],
  );
}

// The name goes into the statement as it is: it must be one, and of this session.
function temporary(table: string): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(table)) throw new Error(`${table} is not the name of a temporary table`);
  return `pg_temp.${table}`;
}
