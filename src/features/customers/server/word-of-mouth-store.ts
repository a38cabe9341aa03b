import type { Tx } from '#kit/server/db/index.ts';

/** What some customers have spent in all, as of a day. */
export async function sumSpent(tx: Tx, asOfOn: string, customers: readonly string[]): Promise<number> {
  const { rows } = await tx.client.query<{ spent: number }>(
    `select coalesce(sum(spent_minor), 0)::bigint as spent from customer_summary
     where workspace_id = $1 and as_of_on = $2::date and customer_id = any($3::uuid[])`,
    [tx.workspace, asOfOn, customers],
  );
  return rows[0]?.spent ?? 0;
}
