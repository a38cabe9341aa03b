import type { Tx } from '#kit/server/db/index.ts';
import { putBack, type Merging } from '#kit/server/merge.ts';
import type { DuplicateTables } from './tables.ts';

/** A customer as it was, row by row, with everything that is only its own. */
export type RowsOfCustomer = {
  readonly customer: readonly Readonly<Record<string, unknown>>[];
  readonly contact_point: readonly Readonly<Record<string, unknown>>[];
  readonly postal_address: readonly Readonly<Record<string, unknown>>[];
};

const ownTables = ['customer', 'contact_point', 'postal_address'] as const;

/** Holds customers against everybody else until the transaction ends, in one order, so that two who merge the same pair wait for each other. */
export async function holdCustomers(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await tx.client.query<{ id: string }>(
    'select id from customer where workspace_id = $1 and id = any($2::uuid[]) order by id for update',
    [tx.workspace, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

export async function readRowsOf(tx: Tx, customer: string): Promise<RowsOfCustomer> {
  const { rows } = await tx.client.query<RowsOfCustomer>(
    `select
       (select coalesce(json_agg(c), '[]') from customer c where c.workspace_id = $1 and c.id = $2) as customer,
       (select coalesce(json_agg(p), '[]') from contact_point p where p.workspace_id = $1 and p.customer_id = $2) as contact_point,
       (select coalesce(json_agg(a), '[]') from postal_address a where a.workspace_id = $1 and a.customer_id = $2) as postal_address`,
    [tx.workspace, customer],
  );
  return rows[0] ?? { customer: [], contact_point: [], postal_address: [] };
}

export async function writeRowsOf(tx: Tx, rows: RowsOfCustomer): Promise<void> {
  for (const table of ownTables) await putBack(tx, table, 'select jsonb_array_elements($1::jsonb) as data', [JSON.stringify(rows[table])]);
}

export async function removeCustomer(tx: Tx, id: string): Promise<void> {
  await tx.client.query('delete from customer where workspace_id = $1 and id = $2', [tx.workspace, id]);
}

export async function clearParent(tx: Tx, id: string, parent: string): Promise<void> {
  await tx.client.query('update customer set parent_id = null where workspace_id = $1 and id = $2 and parent_id = $3', [
    tx.workspace,
    id,
    parent,
  ]);
}

export async function clearExternalId(tx: Tx, id: string): Promise<void> {
  await tx.client.query('update customer set external_id = null where workspace_id = $1 and id = $2', [tx.workspace, id]);
}

export async function addAlias(tx: Tx, externalId: string, customer: string): Promise<void> {
  await tx.client.query('insert into customer_alias (workspace_id, external_id, customer_id) values ($1, $2, $3) on conflict do nothing', [
    tx.workspace,
    externalId,
    customer,
  ]);
}

export async function removeAliases(tx: Tx, externalIds: readonly string[]): Promise<void> {
  await tx.client.query('delete from customer_alias where workspace_id = $1 and external_id = any($2)', [tx.workspace, externalIds]);
}

export type MergeRow = DuplicateTables['customer_merge'];

export async function insertMerge(
  tx: Tx,
  row: { id: string; kept: string; gone: string; goneName: string; by: string; at: Temporal.Instant },
): Promise<void> {
  await tx
    .over<DuplicateTables>()
    .insertInto('customer_merge')
    .values({
      workspace_id: tx.workspace,
      id: row.id,
      kept_id: row.kept,
      gone_id: row.gone,
      gone_name: row.goneName,
      merged_by: row.by,
      merged_at: row.at,
      memory: null,
      undone_by: null,
      undone_at: null,
    })
    .execute();
}

export async function rememberMerge(tx: Tx, id: string, memory: unknown): Promise<void> {
  await tx.client.query('update customer_merge set memory = $3 where workspace_id = $1 and id = $2', [
    tx.workspace,
    id,
    JSON.stringify(memory),
  ]);
}

export async function holdMerge(tx: Tx, id: string): Promise<MergeRow | undefined> {
  return await tx
    .over<DuplicateTables>()
    .selectFrom('customer_merge')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** A merge after this one, not undone, by which the kept one went on or was given more: it stands in the way of undoing this one. */
export async function findLaterMerge(tx: Tx, merge: MergeRow): Promise<MergeRow | undefined> {
  return await tx
    .over<DuplicateTables>()
    .selectFrom('customer_merge')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('undone_at', 'is', null)
    .where((is) =>
      is.or([
        // Whoever is gone went after everything that came to them.
        is('gone_id', '=', merge.kept_id),
        is.and([is('kept_id', '=', merge.kept_id), is('merged_at', '>', merge.merged_at)]),
      ]),
    )
    .orderBy('merged_at', 'desc')
    .executeTakeFirst();
}

export async function markUndone(tx: Tx, id: string, by: string, at: Temporal.Instant): Promise<void> {
  await tx
    .over<DuplicateTables>()
    .updateTable('customer_merge')
    .set({ undone_by: by, undone_at: at, memory: null })
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .execute();
  await tx.client.query('delete from customer_merge_row where workspace_id = $1 and merge_id = $2', [tx.workspace, id]);
}

/** Merges since a moment, the last first. */
export async function listMerges(tx: Tx, since: Temporal.Instant): Promise<MergeRow[]> {
  return await tx
    .over<DuplicateTables>()
    .selectFrom('customer_merge')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('merged_at', '>', since)
    .where('undone_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
}

/** Forgets what only undoing needs, of merges before a moment. That the one became the other is not forgotten. */
export async function forgetMerges(tx: Tx, before: Temporal.Instant): Promise<void> {
  const { rows } = await tx.client.query<{ id: string }>(
    'update customer_merge set memory = null where workspace_id = $1 and merged_at <= $2::timestamptz and memory is not null returning id',
    [tx.workspace, before.toString()],
  );
  if (rows.length === 0) return;
  await tx.client.query('delete from customer_merge_row where workspace_id = $1 and merge_id = any($2::uuid[])', [
    tx.workspace,
    rows.map(({ id }) => id),
  ]);
}

/** Who stands today for a customer that was merged, by however many steps; undefined where it was not, or is nobody's any more. */
export async function findMergedInto(tx: Tx, gone: string): Promise<{ id: string; name: string } | undefined> {
  const { rows } = await tx.client.query<{ id: string; name: string }>(
    `with recursive became (id) as (
       select kept_id from customer_merge where workspace_id = $1 and gone_id = $2 and undone_at is null
       union
       select m.kept_id from became join customer_merge m on m.workspace_id = $1 and m.gone_id = became.id and m.undone_at is null
     )
     select c.id, c.name from became join customer c on c.workspace_id = $1 and c.id = became.id`,
    [tx.workspace, gone],
  );
  return rows[0];
}

/** What was said of the one that goes holds of the one that stays: who was not the same as the one is not the same as the other. */
export async function carryNotDuplicates(tx: Tx, { merge, from, to }: Merging): Promise<void> {
  await tx.client.query(
    `with said as (
       select d.*, case when d.one_id = $3 then d.other_id else d.one_id end as third
       from not_duplicate d where d.workspace_id = $1 and (d.one_id = $3 or d.other_id = $3)
     ), carried as (
       insert into not_duplicate (workspace_id, one_id, other_id, said_by, said_at)
       select $1::uuid, least($4::uuid, third), greatest($4::uuid, third), said_by, said_at from said where third <> $4::uuid
       on conflict do nothing returning one_id, other_id
     )
     insert into customer_merge_row (workspace_id, merge_id, table_name, column_name, what, data)
     select $1::uuid, $2::uuid, 'not_duplicate', 'said', 'dropped', to_jsonb(said) from said
     union all select $1::uuid, $2::uuid, 'not_duplicate', 'carried', 'moved', to_jsonb(carried) from carried`,
    [tx.workspace, merge, from, to],
  );
}

export async function giveBackNotDuplicates(tx: Tx, { merge }: Merging): Promise<void> {
  await tx.client.query(
    `delete from not_duplicate d using customer_merge_row m
     where m.workspace_id = $1 and m.merge_id = $2 and m.table_name = 'not_duplicate' and m.what = 'moved'
       and d.workspace_id = $1 and d.one_id = (m.data->>'one_id')::uuid and d.other_id = (m.data->>'other_id')::uuid`,
    [tx.workspace, merge],
  );
  await tx.client.query(
    `insert into not_duplicate (workspace_id, one_id, other_id, said_by, said_at)
     select $1, k.one_id, k.other_id, k.said_by, k.said_at
     from customer_merge_row m cross join lateral jsonb_populate_record(null::not_duplicate, m.data) k
       join customer a on a.workspace_id = $1 and a.id = k.one_id join customer b on b.workspace_id = $1 and b.id = k.other_id
     where m.workspace_id = $1 and m.merge_id = $2 and m.table_name = 'not_duplicate' and m.what = 'dropped'
     on conflict do nothing`,
    [tx.workspace, merge],
  );
}
