import type { Tx } from '#kit/server/db/index.ts';

export type Before = { readonly customer: string; readonly before: unknown };

export async function insertBulkChange(
  tx: Tx,
  change: { id: string; colleague: string; changedAt: Temporal.Instant; change: unknown },
  before: readonly Before[],
): Promise<void> {
  await tx.client.query('insert into bulk_change (workspace_id, id, colleague_id, changed_at, change) values ($1, $2, $3, $4, $5)', [
    tx.workspace,
    change.id,
    change.colleague,
    change.changedAt.toString(),
    JSON.stringify(change.change),
  ]);
  await tx.client.query(
    `insert into bulk_changed (workspace_id, change_id, customer_id, before)
     select $1, $2, n.customer, n.before from unnest($3::uuid[], $4::jsonb[]) as n (customer, before)`,
    [tx.workspace, change.id, before.map(({ customer }) => customer), before.map((one) => JSON.stringify(one.before))],
  );
}

/** Marks a change as taken back; undefined when there is none, or when it is already. */
export async function markUndone(tx: Tx, id: string, now: Temporal.Instant): Promise<'undone' | 'already' | undefined> {
  const { rows } = await tx.client.query<{ undone: boolean }>(
    'select undone_at is not null as undone from bulk_change where workspace_id = $1 and id = $2 for update',
    [tx.workspace, id],
  );
  const [found] = rows;
  if (!found) return undefined;
  if (found.undone) return 'already';
  await tx.client.query('update bulk_change set undone_at = $3 where workspace_id = $1 and id = $2', [tx.workspace, id, now.toString()]);
  return 'undone';
}

export async function listChanged(tx: Tx, id: string): Promise<Before[]> {
  const { rows } = await tx.client.query<Before>(
    'select customer_id as customer, before from bulk_changed where workspace_id = $1 and change_id = $2 order by customer_id',
    [tx.workspace, id],
  );
  return rows;
}
