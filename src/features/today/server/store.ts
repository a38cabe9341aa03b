import type { Tx } from '#kit/server/db/index.ts';

/** Where a list was left: the last customer shown. */
export type Place = { readonly cost: number; readonly customer: string };

export type Asking = Place & { readonly minutes: number };

/** Who asks most of a colleague, in the order of what waiting costs. */
export async function listAsking(
  tx: Tx,
  wanted: { asOfOn: string; colleague: string; after: Place | undefined; limit: number },
): Promise<Asking[]> {
  const { after } = wanted;
  // The second of the two conditions is the exact one; the first lets the index begin at the right place.
  const rest = after ? 'and cost <= $5 and (cost < $5 or customer_id > $6)' : '';
  const { rows } = await tx.client.query<Asking>(
    `select cost, customer_id as customer, minutes from attention
     where workspace_id = $1 and as_of_on = $2 and colleague_id = $3 ${rest}
     order by cost desc, customer_id limit $4`,
    [tx.workspace, wanted.asOfOn, wanted.colleague, wanted.limit, ...(after ? [after.cost, after.customer] : [])],
  );
  return rows;
}
