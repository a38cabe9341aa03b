import type { Tx } from '#kit/server/db/index.ts';

export type HandedOver = {
  /** Customers whom the colleague answered for, and those for whom the colleague stood in. Contacts who are no customers go along uncounted. */
  readonly owned: number;
  readonly deputized: number;
};

/**
 * Gives everybody whom `from` owns or deputizes to `to`, however many, in one statement. Who would be owner and deputy at once is owner, and `spare`
 * stands in, or nobody.
 */
export async function handOver(tx: Tx, from: string, to: string, spare: string | null): Promise<HandedOver> {
  // Held in one order before they are written: those of two colleagues who leave at once may be the same customers.
  const { rows } = await tx.client.query<HandedOver>(
    `select count(*) filter (where owner_id = $2 and not contact_only)::int as owned, count(*) filter (where deputy_id = $2 and not contact_only)::int as deputized
     from (
       select owner_id, deputy_id, contact_only from customer
       where workspace_id = $1 and (owner_id = $2 or deputy_id = $2) order by id for no key update
     ) held`,
    [tx.workspace, from],
  );
  // Lists show today's owners on every day, so the rows of past days change too.
  await tx.client.query(
    `with handed as (
       update customer set
         owner_id = case when owner_id = $2 then $3 else owner_id end,
         deputy_id = case
           when owner_id = $2 and deputy_id = $3 then $4
           when deputy_id = $2 and owner_id = $3 then $4
           when deputy_id = $2 then $3
           else deputy_id
         end
       where workspace_id = $1 and (owner_id = $2 or deputy_id = $2)
       returning id, owner_id, deputy_id
     )
     update customer_summary s set owner_id = h.owner_id, deputy_id = h.deputy_id from handed h where s.workspace_id = $1 and s.customer_id = h.id`,
    [tx.workspace, from, to, spare],
  );
  return rows[0] ?? { owned: 0, deputized: 0 };
}

/** How many customers, and contacts who are none, a colleague answers and stands in for. */
export async function countEntrusted(tx: Tx, colleague: string): Promise<number> {
  const { rows } = await tx.client.query<{ count: number }>(
    'select count(*)::int as count from customer where workspace_id = $1 and (owner_id = $2 or deputy_id = $2)',
    [tx.workspace, colleague],
  );
  return rows[0]?.count ?? 0;
}

/** For how many customers each colleague answers and stands in; those of whom nobody is are left out. */
export async function countCare(tx: Tx): Promise<ReadonlyMap<string, HandedOver>> {
  const { rows } = await tx.client.query<HandedOver & { id: string }>(
    `select id, sum(owned)::int as owned, sum(deputized)::int as deputized from (
       select owner_id as id, count(*) as owned, 0 as deputized from customer where workspace_id = $1 and not contact_only group by owner_id
       union all
       select deputy_id, 0, count(*) from customer where workspace_id = $1 and not contact_only and deputy_id is not null group by deputy_id
     ) care group by id`,
    [tx.workspace],
  );
  return new Map(rows.map(({ id, ...care }) => [id, care]));
}
