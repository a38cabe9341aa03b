import type { Selectable } from 'kysely';
import type { Tx } from '#kit/server/db/index.ts';
import type { QuietPeriod } from '../domain/index.ts';
import type { CadenceTables } from './tables.ts';

export type QuietRow = Selectable<CadenceTables['quiet_period']>;

const over = (tx: Tx) => tx.over<CadenceTables>();

export async function insertQuietPeriod(tx: Tx, row: Omit<QuietRow, 'workspace_id'>): Promise<void> {
  await over(tx)
    .insertInto('quiet_period')
    .values({ workspace_id: tx.workspace, ...row })
    .execute();
}

/** Answers whose it was; undefined when there is none. */
export async function deleteQuietPeriod(tx: Tx, id: string): Promise<string | undefined> {
  const gone = await over(tx)
    .deleteFrom('quiet_period')
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .returning('customer_id')
    .executeTakeFirst();
  return gone?.customer_id;
}

/** Quiet times of customers that hold on a day or later, by their beginning. */
export async function listQuietPeriods(tx: Tx, customers: 'all' | readonly string[], day: Temporal.PlainDate): Promise<QuietRow[]> {
  const { rows } = await tx.client.query<QuietRow>(
    `select * from quiet_period where workspace_id = $1 and (yearly or until_on >= $2::date) ${customers === 'all' ? '' : 'and customer_id = any($3::uuid[])'}
     order by customer_id, yearly, from_on, id`,
    customers === 'all' ? [tx.workspace, day.toString()] : [tx.workspace, day.toString(), customers],
  );
  return rows;
}

/** The same by customer, as the domain reads them. */
export async function quietOf(
  tx: Tx,
  customers: 'all' | readonly string[],
  day: Temporal.PlainDate,
): Promise<ReadonlyMap<string, readonly QuietPeriod[]>> {
  const rows = await listQuietPeriods(tx, customers, day);
  const periods = new Map<string, QuietPeriod[]>();
  for (const { customer_id: customer, from_on: fromOn, until_on: untilOn, yearly } of rows)
    periods.set(customer, [...(periods.get(customer) ?? []), { fromOn, untilOn, yearly }]);
  return periods;
}
