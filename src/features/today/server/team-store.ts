import type { Tx } from '#kit/server/db/index.ts';

/** A customer whom nobody answers for on a day. */
export type Unanswered = { readonly customer: string; readonly owner: string };

/** Customers of colleagues who are away and have no deputy who is there, the most valuable first, and how many there are of each colleague. */
export async function listUnanswered(
  tx: Tx,
  away: { readonly withoutStandIn: readonly string[]; readonly all: readonly string[] },
  limit: number,
): Promise<{ readonly customers: readonly Unanswered[]; readonly counts: ReadonlyMap<string, number> }> {
  if (away.withoutStandIn.length === 0) return { customers: [], counts: new Map() };
  const whose = `from customer_summary where workspace_id = $1 and as_of_on = 'infinity' and owner_id = any($2::uuid[])
    and (deputy_id is null or deputy_id = any($3::uuid[]))`;
  const values = [tx.workspace, away.withoutStandIn, away.all];
  const { rows: customers } = await tx.client.query<Unanswered>(
    `select customer_id as customer, owner_id as owner ${whose} order by value_minor desc nulls last, customer_id limit $4`,
    [...values, limit],
  );
  const { rows: counts } = await tx.client.query<{ owner: string; customers: number }>(
    `select owner_id as owner, count(*)::int as customers ${whose} group by owner_id`,
    values,
  );
  return { customers, counts: new Map(counts.map(({ owner, customers: count }) => [owner, count])) };
}

/** A customer whose reasons were declined again and again, and what was said last. */
export type OftenDeclined = {
  readonly customer: string;
  readonly owner: string;
  readonly times: number;
  readonly lastAt: Temporal.Instant;
  readonly lastBy: string;
  readonly lastWhy: string;
};

/** Customers to whom a no was said at least so many times since a moment, the most often first, and how many there are. */
export async function listOftenDeclined(
  tx: Tx,
  since: Temporal.Instant,
  least: number,
  limit: number,
): Promise<{ readonly customers: readonly OftenDeclined[]; readonly count: number }> {
  const { rows } = await tx.client.query<OftenDeclined & { count: number }>(
    `select d.*, s.owner_id as owner from (
       select customer_id as customer, count(distinct id)::int as times, max(answered_at) as "lastAt",
         (array_agg(colleague_id order by answered_at desc, id))[1] as "lastBy", (array_agg(why order by answered_at desc, id))[1] as "lastWhy",
         count(*) over ()::int as count
       from reason_answer where workspace_id = $1 and answer = 'declined' and answered_at >= $2
       group by customer_id having count(distinct id) >= $3 order by times desc, customer_id limit $4
     ) d join customer_summary s on s.workspace_id = $1 and s.as_of_on = 'infinity' and s.customer_id = d.customer
     order by d.times desc, d.customer`,
    [tx.workspace, since.toString(), least, limit],
  );
  return { customers: rows, count: rows[0]?.count ?? 0 };
}
