import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Tx } from '#kit/server/db/index.ts';
import type { PeopleTables } from './tables.ts';

export type CustomerRow = Selectable<PeopleTables['customer']>;
export type KeyCustomerRow = Selectable<PeopleTables['key_customer']>;

export async function findCustomerRow(tx: Tx, id: string, lock = false): Promise<CustomerRow | undefined> {
  const query = tx.over<PeopleTables>().selectFrom('customer').selectAll().where('workspace_id', '=', tx.workspace).where('id', '=', id);
  return await (lock ? query.forUpdate() : query).executeTakeFirst();
}

export async function findCustomerIdByExternalId(tx: Tx, externalId: string): Promise<string | undefined> {
  const row = await tx
    .over<PeopleTables>()
    .selectFrom('customer')
    .select('id')
    .where('workspace_id', '=', tx.workspace)
    .where('external_id', '=', externalId)
    .executeTakeFirst();
  return row?.id;
}

export async function listCustomerNames(tx: Tx, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return [];
  return await tx
    .over<PeopleTables>()
    .selectFrom('customer')
    .select(['id', 'name'])
    .where('workspace_id', '=', tx.workspace)
    .where('id', 'in', ids)
    .execute();
}

/** False when another customer, perhaps one made this very moment, has the external id. */
export async function insertCustomer(tx: Tx, row: Omit<Insertable<PeopleTables['customer']>, 'workspace_id'>): Promise<boolean> {
  const made = await tx
    .over<PeopleTables>()
    .insertInto('customer')
    .values({ workspace_id: tx.workspace, ...row })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'external_id']).doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

export async function updateCustomer(tx: Tx, id: string, row: Updateable<PeopleTables['customer']>): Promise<void> {
  await tx.over<PeopleTables>().updateTable('customer').set(row).where('workspace_id', '=', tx.workspace).where('id', '=', id).execute();
}

/** The open listing of a customer, or the one that stood at the end of a day, where there is one. */
export async function findKeyListing(tx: Tx, customer: string, day?: Temporal.PlainDate): Promise<KeyCustomerRow | undefined> {
  const listings = tx
    .over<PeopleTables>()
    .selectFrom('key_customer')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('customer_id', '=', customer);
  if (!day) return await listings.where('removed_on', 'is', null).executeTakeFirst();
  return await listings
    .where('listed_on', '<=', day)
    .where((is) => is.or([is('removed_on', 'is', null), is('removed_on', '>', day)]))
    .executeTakeFirst();
}

/** Opens a listing, or changes the open one. One that ended earlier the same day is taken up again. */
export async function saveKeyListing(
  tx: Tx,
  row: { customer: string; reason: string; reviewOn: Temporal.PlainDate; listedOn: Temporal.PlainDate; listedBy: string },
): Promise<void> {
  const values = { reason: row.reason, review_on: row.reviewOn, removed_on: null, removed_by: null };
  await tx
    .over<PeopleTables>()
    .insertInto('key_customer')
    .values({ workspace_id: tx.workspace, customer_id: row.customer, listed_on: row.listedOn, listed_by: row.listedBy, ...values })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'customer_id', 'listed_on']).doUpdateSet(values))
    .execute();
}

export async function endKeyListing(tx: Tx, customer: string, on: Temporal.PlainDate, by: string): Promise<void> {
  await tx
    .over<PeopleTables>()
    .updateTable('key_customer')
    .set({ removed_on: on, removed_by: by })
    .where('workspace_id', '=', tx.workspace)
    .where('customer_id', '=', customer)
    .where('removed_on', 'is', null)
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
