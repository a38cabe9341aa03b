import type { Tx } from '#kit/server/db/index.ts';
import type { ContactPoint, ContactPointKind, PostalAddress } from '../domain/index.ts';
import { valuesBeside, type ValueRow } from './custom-fields/value-store.ts';
import type { CustomerColumns } from './customer-row.ts';
import type { CustomerRow, PeopleTables } from './tables.ts';

/** A customer's row with the rows that hang on it. */
export type WholeRow = CustomerRow & {
  readonly points: readonly (ContactPoint & { readonly kind: ContactPointKind })[];
  readonly addresses: readonly PostalAddress[];
  readonly custom: readonly ValueRow[];
  readonly parent_name: string | null;
};

/** Customers with everything that their details are made of, in one read. `lock` keeps others from changing them until the transaction ends. */
export async function listWholeCustomers(tx: Tx, ids: readonly string[], lock = false): Promise<WholeRow[]> {
  // Locked before they are read, since what hangs on a row would otherwise be read as it was before whoever held the lock changed it.
  if (lock) {
    await tx.client.query('select from customer where workspace_id = $1 and id = any($2::uuid[]) order by id for no key update', [
      tx.workspace,
      ids,
    ]);
  }
  // One is nearly always all, and looked for as one it need not be planned anew each time, which takes longer than the looking.
  const alone = ids.length === 1;
  const { rows } = await tx.client.query<WholeRow>(
    `select c.*, parent.name as parent_name,
       coalesce((
         select json_agg(json_build_object('kind', p.kind, 'value', p.value, 'label', p.label) order by p.place)
         from contact_point p where p.workspace_id = $1 and p.customer_id = c.id
       ), '[]') as points,
       coalesce((
         select json_agg(json_build_object('label', a.label, 'street', a.street, 'postalCode', a.postal_code, 'city', a.city, 'region', a.region,
           'country', a.country) order by a.place)
         from postal_address a where a.workspace_id = $1 and a.customer_id = c.id
       ), '[]') as addresses,
       ${valuesBeside('c.id')} as custom
     from customer c left join customer parent on parent.workspace_id = $1 and parent.id = c.parent_id
     where c.workspace_id = $1 and c.id = ${alone ? '$2' : 'any($2::uuid[])'}`,
    [tx.workspace, alone ? ids[0] : ids],
  );
  return rows;
}

/** Of the customers asked about, those there are, with what kind of customer they are. */
export async function listCustomerNames(
  tx: Tx,
  ids: readonly string[],
): Promise<Pick<CustomerRow, 'id' | 'name' | 'kind' | 'contact_only'>[]> {
  if (ids.length === 0) return [];
  return await tx
    .over<PeopleTables>()
    .selectFrom('customer')
    .select(['id', 'name', 'kind', 'contact_only'])
    .where('workspace_id', '=', tx.workspace)
    .where('id', 'in', ids)
    .execute();
}

/** Who is known under an external id, or was before being merged. */
export async function findCustomerIdByExternalId(tx: Tx, externalId: string): Promise<string | undefined> {
  const { rows } = await tx.client.query<{ id: string }>(
    `select id from customer where workspace_id = $1 and external_id = $2
     union all select customer_id from customer_alias where workspace_id = $1 and external_id = $2 limit 1`,
    [tx.workspace, externalId],
  );
  return rows[0]?.id;
}

/** Holds a customer against changes until the transaction ends; false where there is none. */
export async function lockCustomer(tx: Tx, id: string): Promise<boolean> {
  const { rowCount } = await tx.client.query('select from customer where workspace_id = $1 and id = $2 for no key update', [
    tx.workspace,
    id,
  ]);
  return rowCount === 1;
}

/**
 * Writes new customers, thousands in one statement. One whose external id another customer has, perhaps one made this very moment, is left out;
 * answers the ids of those written.
 */
export async function insertCustomerRows(
  tx: Tx,
  rows: readonly (CustomerColumns & { readonly id: string; readonly created_at: Temporal.Instant })[],
): Promise<Set<string>> {
  const [first] = rows;
  if (!first) return new Set();
  const columns = Object.keys(first).join(', ');
  const made = await tx.client.query<{ id: string }>(
    `insert into customer (workspace_id, ${columns}) select $1, ${columns} from json_populate_recordset(null::customer, $2)
     on conflict (workspace_id, external_id) where external_id is not null do nothing returning id`,
    [tx.workspace, JSON.stringify(rows)],
  );
  return new Set(made.rows.map(({ id }) => id));
}

/** Writes the columns of customers anew, thousands in one statement. */
export async function updateCustomerRows(tx: Tx, rows: readonly (CustomerColumns & { readonly id: string })[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).filter((column) => column !== 'id');
  await tx.client.query(
    `update customer c set (${columns.join(', ')}) = row(${columns.map((column) => `n.${column}`).join(', ')})
     from json_populate_recordset(null::customer, $2) n where c.workspace_id = $1 and c.id = n.id`,
    [tx.workspace, JSON.stringify(rows)],
  );
}

/**
 * Whether `parent` belongs, by however many steps, to `organization`. Two who tie organizations to each other at the same moment would each see
 * no circle, so from here until its end a transaction is the only one of the workspace to do so.
 */
export async function belongsTo(tx: Tx, parent: string, organization: string): Promise<boolean> {
  await tx.client.query(`select pg_advisory_xact_lock(hashtextextended('organizations of ' || $1, 0))`, [tx.workspace]);
  const { rowCount } = await tx.client.query(
    `with recursive above (id) as (
       select $2::uuid
       union
       select c.parent_id from above join customer c on c.workspace_id = $1 and c.id = above.id where c.parent_id is not null
     )
     select from above where id = $3::uuid`,
    [tx.workspace, parent, organization],
  );
  return rowCount === 1;
}

/** The organizations that belong to one, by name. */
export async function listParts(tx: Tx, organization: string): Promise<{ id: string; name: string }[]> {
  return await tx
    .over<PeopleTables>()
    .selectFrom('customer')
    .select(['id', 'name'])
    .where('workspace_id', '=', tx.workspace)
    .where('parent_id', '=', organization)
    .orderBy('sort_name')
    .orderBy('id')
    .execute();
}

/** Whether roles or other organizations hang on a customer being what it is. */
export async function hasTies(tx: Tx, customer: string): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    `select where exists (select from contact_role where workspace_id = $1 and (person_id = $2 or organization_id = $2))
       or exists (select from customer where workspace_id = $1 and parent_id = $2)`,
    [tx.workspace, customer],
  );
  return rowCount === 1;
}

/** Lets a contact be a customer too, known from a day on. */
export async function endContactOnly(tx: Tx, id: string, knownSinceOn: Temporal.PlainDate): Promise<void> {
  await tx
    .over<PeopleTables>()
    .updateTable('customer')
    .set({ contact_only: false, known_since_on: knownSinceOn })
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .execute();
}

/** Whether the workspace knows anybody yet. */
export async function hasCustomers(tx: Tx): Promise<boolean> {
  const row = await tx
    .over<PeopleTables>()
    .selectFrom('customer')
    .select('id')
    .where('workspace_id', '=', tx.workspace)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
