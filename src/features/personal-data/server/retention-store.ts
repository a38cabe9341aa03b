import type { Tx } from '#kit/server/db/index.ts';
import { forEver, type Retention } from '../domain/index.ts';
import type { PersonalDataTables } from './tables.ts';

export async function readRetention(tx: Tx): Promise<Retention> {
  const row = await tx
    .over<PersonalDataTables>()
    .selectFrom('retention')
    .select(['customer_years as customerYears', 'file_days as fileDays', 'event_years as eventYears'])
    .where('workspace_id', '=', tx.workspace)
    .executeTakeFirst();
  return row ?? forEver;
}

export async function writeRetention(tx: Tx, { customerYears, fileDays, eventYears }: Retention): Promise<void> {
  const columns = { customer_years: customerYears, file_days: fileDays, event_years: eventYears };
  await tx
    .over<PersonalDataTables>()
    .insertInto('retention')
    .values({ workspace_id: tx.workspace, ...columns })
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(columns))
    .execute();
}

/** How many events would lose their words. */
export async function countEvents(tx: Tx, before: Temporal.Instant): Promise<number> {
  const { rows } = await tx.client.query<{ count: number }>(
    `select count(*)::integer as count from event
     where workspace_id = $1 and happened_at < $2 and (salt is not null or (proof is null and detail <> '{}')) and kind !~ '^(?:audit|personal_data)[.]'`,
    [tx.workspace, before.toString()],
  );
  return rows[0]?.count ?? 0;
}
