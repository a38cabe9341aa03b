import type { Selectable } from 'kysely';
import type { Tx } from '#kit/server/db/index.ts';
import type { PeopleTables } from './tables.ts';

export type KeyCustomerRow = Selectable<PeopleTables['key_customer']>;

/** The open listing of a customer, or the one that stood at the end of a day, where there is one. */
export async function findKeyListing(tx: Tx, customer: string, day?: Temporal.PlainDate): Promise<KeyCustomerRow | undefined> {
  const stood = day ? 'listed_on <= $3::date and (removed_on is null or removed_on > $3::date)' : 'removed_on is null';
  const { rows } = await tx.client.query<KeyCustomerRow>(
    `select * from key_customer where workspace_id = $1 and customer_id = $2 and ${stood}`,
    [tx.workspace, customer, ...(day ? [day.toString()] : [])],
  );
  return rows[0];
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

export type KeyCustomerListed = {
  readonly id: string;
  readonly name: string;
  readonly language: string | null;
  readonly reason: string;
  readonly listed_on: Temporal.PlainDate;
  readonly review_on: Temporal.PlainDate;
  readonly owner_id: string;
};

/** The whole short list, those first whose review is due first. */
export async function listKeyCustomers(tx: Tx): Promise<KeyCustomerListed[]> {
  return await tx
    .over<PeopleTables>()
    .selectFrom('key_customer')
    .innerJoin('customer', (join) =>
      join.onRef('customer.workspace_id', '=', 'key_customer.workspace_id').onRef('customer.id', '=', 'key_customer.customer_id'),
    )
    .select(['customer.id', 'customer.name', 'customer.language', 'reason', 'listed_on', 'review_on', 'customer.owner_id'])
    .where('key_customer.workspace_id', '=', tx.workspace)
    .where('removed_on', 'is', null)
    .orderBy('review_on')
    .orderBy('customer.id')
    .execute();
}
