import type { Tx } from '#kit/server/db/index.ts';
import type { PeopleTables } from './tables.ts';

/** Owner and deputy of a customer; undefined where there is no such customer. */
export async function findThoseWhoAnswer(tx: Tx, customer: string): Promise<string[] | undefined> {
  const row = await tx
    .over<PeopleTables>()
    .selectFrom('customer')
    .select(['owner_id', 'deputy_id'])
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', customer)
    .executeTakeFirst();
  return row && [row.owner_id, row.deputy_id].filter((one) => one !== null);
}
