import type { Selectable } from 'kysely';
import type { Tx } from '#kit/server/db/index.ts';
import type { DigestOutcome, ReminderTables } from './tables.ts';

/** Takes on the digest of a colleague for a day; false where it was taken on before, by whomever. */
export async function claimDigest(tx: Tx, colleague: string, day: Temporal.PlainDate, owedAt: Temporal.Instant): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    'insert into digest (workspace_id, colleague_id, due_on, owed_at) values ($1, $2, $3, $4) on conflict do nothing',
    [tx.workspace, colleague, day.toString(), owedAt.toString()],
  );
  return rowCount === 1;
}

/** The digest, held until the transaction ends. */
export async function holdDigest(
  tx: Tx,
  colleague: string,
  day: Temporal.PlainDate,
): Promise<Selectable<ReminderTables['digest']> | undefined> {
  return await tx
    .over<ReminderTables>()
    .selectFrom('digest')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('colleague_id', '=', colleague)
    .where('due_on', '=', day)
    .forUpdate()
    .executeTakeFirst();
}

/** The digests that were taken on and not settled yet. */
export async function listUnsettled(tx: Tx): Promise<Pick<Selectable<ReminderTables['digest']>, 'colleague_id' | 'due_on'>[]> {
  return await tx
    .over<ReminderTables>()
    .selectFrom('digest')
    .select(['colleague_id', 'due_on'])
    .where('workspace_id', '=', tx.workspace)
    .where('outcome', 'is', null)
    .execute();
}

export async function settleDigest(
  tx: Tx,
  colleague: string,
  day: Temporal.PlainDate,
  settled: { readonly at: Temporal.Instant; readonly outcome: DigestOutcome; readonly letter?: string },
): Promise<void> {
  await tx
    .over<ReminderTables>()
    .updateTable('digest')
    .set({ outcome: settled.outcome, letter_id: settled.letter ?? null, settled_at: settled.at })
    .where('workspace_id', '=', tx.workspace)
    .where('colleague_id', '=', colleague)
    .where('due_on', '=', day)
    .execute();
}
