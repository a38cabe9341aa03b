import type { Tx } from '#kit/server/db/index.ts';

/** Which of some customers stood on the list of key customers at the end of a day and were to be looked at again by then. */
export async function listKeyReviewsDue(
  tx: Tx,
  customers: readonly string[],
  day: Temporal.PlainDate,
): Promise<{ customer: string; reason: string; reviewOn: Temporal.PlainDate }[]> {
  const { rows } = await tx.client.query<{ customer: string; reason: string; reviewOn: Temporal.PlainDate }>(
    `select customer_id as customer, reason, review_on as "reviewOn" from key_customer
     where workspace_id = $1 and customer_id = any($2::uuid[]) and listed_on <= $3::date and (removed_on is null or removed_on > $3::date)
       and review_on <= $3::date`,
    [tx.workspace, customers, day.toString()],
  );
  return rows;
}
