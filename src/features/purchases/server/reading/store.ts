import type { Tx } from '#kit/server/db/index.ts';

export type PurchaseRead = {
  readonly id: string;
  readonly number: string;
  readonly kind: 'sale' | 'return' | 'adjustment';
  readonly placed_at: Temporal.Instant;
  readonly placed_on: Temporal.PlainDate;
  readonly total_minor: number;
  readonly currency: string;
  readonly lines: { code: string; name: string; quantity: string; unitPrice: string }[];
};

export type Place = { readonly on: string; readonly id: string };

/** The purchases of a customer up to a day, the latest first, after the place where the page before ended. */
export async function listPurchases(
  tx: Tx,
  wanted: { customer: string; day: Temporal.PlainDate; after: Place | undefined; limit: number },
): Promise<PurchaseRead[]> {
  const { rows } = await tx.client.query<PurchaseRead>(
    `with page as (
       select p.id, p.number, p.kind, p.placed_at, p.placed_on, p.total_minor, p.currency from purchase p
       where p.workspace_id = $1 and p.customer_id = $2 and p.placed_on <= $3
         and ($4::date is null or (p.placed_on, p.id) < ($4::date, $5::uuid))
       order by p.placed_on desc, p.id desc limit $6
     )
     select page.*, coalesce((
       select json_agg(json_build_object('code', d.code, 'name', d.name, 'quantity', one.quantity::text, 'unitPrice', one.unit_price::text) order by one.place)
       from purchase_lines l, unnest(l.product_ids, l.quantities, l.unit_prices) with ordinality as one(product_id, quantity, unit_price, place)
       join product d on d.workspace_id = $1 and d.id = one.product_id
       where l.workspace_id = $1 and l.purchase_id = page.id
     ), '[]') as lines
     from page order by page.placed_on desc, page.id desc`,
    [tx.workspace, wanted.customer, wanted.day.toString(), wanted.after?.on ?? null, wanted.after?.id ?? null, wanted.limit],
  );
  return rows;
}

/** What the customer bought most often, by the number of purchases it was in. */
export async function listFavourites(
  tx: Tx,
  wanted: { customer: string; day: Temporal.PlainDate; limit: number },
): Promise<{ code: string; name: string; purchases: number }[]> {
  const { rows } = await tx.client.query<{ code: string; name: string; purchases: number }>(
    `select d.code, d.name, count(distinct p.id)::int as purchases
     from purchase p join purchase_lines l on l.workspace_id = p.workspace_id and l.purchase_id = p.id
       cross join unnest(l.product_ids) as bought(product_id)
       join product d on d.workspace_id = p.workspace_id and d.id = bought.product_id
     where p.workspace_id = $1 and p.customer_id = $2 and p.kind = 'sale' and p.placed_on <= $3
     group by d.id, d.code, d.name order by count(distinct p.id) desc, d.code limit $4`,
    [tx.workspace, wanted.customer, wanted.day.toString(), wanted.limit],
  );
  return rows;
}
