import type { Tx } from '#kit/server/db/index.ts';

/** What a colleague wants to have at hand of a customer's purchases before a conversation. */
export type BasketAtHand = {
  readonly customer: string;
  readonly lastOn: string;
  readonly lastTotalMinor: number;
  readonly currency: string;
  /** The dearest products of the last purchase, and those most often among the last ten. */
  readonly lastProducts: readonly string[];
  readonly usualProducts: readonly string[];
};

/** The last purchase and the usual products of several customers at once, as of the end of a day; who never bought is left out. */
export async function basketsAtHand(
  tx: Tx,
  wanted: { customers: readonly string[]; day: Temporal.PlainDate },
): Promise<ReadonlyMap<string, BasketAtHand>> {
  const { rows } = await tx.client.query<BasketAtHand>(
    `select asked.customer, sale.placed_on::text as "lastOn", sale.total_minor as "lastTotalMinor", sale.currency,
       array(
         select d.name from purchase_lines l, unnest(l.product_ids, l.quantities, l.unit_prices) as one(product_id, quantity, unit_price)
           join product d on d.workspace_id = $1 and d.id = one.product_id
         where l.workspace_id = $1 and l.purchase_id = sale.id
         group by d.id, d.name order by sum(one.quantity * one.unit_price) desc, d.name limit 3
       ) as "lastProducts",
       array(
         select d.name from (${salesOf('asked.customer', 10)}) recent
           join purchase_lines l on l.workspace_id = $1 and l.purchase_id = recent.id
           cross join unnest(l.product_ids) as bought(product_id)
           join product d on d.workspace_id = $1 and d.id = bought.product_id
         group by d.id, d.name having count(distinct recent.id) > 1 order by count(distinct recent.id) desc, d.name limit 3
       ) as "usualProducts"
     from unnest($2::uuid[]) as asked(customer) cross join lateral (${salesOf('asked.customer', 1)}) sale`,
    [tx.workspace, wanted.customers, wanted.day.toString()],
  );
  return new Map(rows.map((row) => [row.customer, row]));
}

function salesOf(customer: string, count: number): string {
  return `select id, placed_on, total_minor, currency from purchase
    where workspace_id = $1 and customer_id = ${customer} and kind = 'sale' and placed_on <= $3
    order by placed_on desc, id desc limit ${count}`;
}
