import { upTo, type Tx } from '#kit/server/db/index.ts';
import type { Asking } from '../domain/index.ts';

/** Where a list was left: the last customer shown. */
export type Place = { readonly cost: number; readonly customer: string };

const columns = `cost, customer_id as customer, minutes, promised_at as "promisedAt"`;
const ofColleague = 'from attention where workspace_id = $1 and as_of_on = $2 and colleague_id = $3';

/** Whose attention is asked for: of a day, as it is known then. */
export type Asked = { readonly asOfOn: string; readonly colleague: string };

/** Who asks most of a colleague, in the order of what waiting costs; `but` are left out. */
export async function listAsking(
  tx: Tx,
  wanted: Asked & { after: Place | undefined; limit: number; but?: readonly string[] },
): Promise<Asking[]> {
  const { after, but = [] } = wanted;
  const values: unknown[] = [tx.workspace, wanted.asOfOn, wanted.colleague];
  // The second of the two conditions is the exact one; the first lets the index begin at the right place.
  const rest = after
    ? `and cost <= $${values.push(after.cost)} and (cost < $${values.length} or customer_id > $${values.push(after.customer)})`
    : '';
  const without = but.length > 0 ? `and customer_id <> all($${values.push(but)}::uuid[])` : '';
  const { rows } = await tx.client.query<Asking>(
    `select ${columns} ${ofColleague} ${rest} ${without} order by cost desc, customer_id ${upTo(wanted.limit)}`,
    values,
  );
  return rows;
}

/** To whom a promise of the colleague is due, in the order of what waiting costs. */
export async function listPromised(tx: Tx, wanted: Asked & { limit: number }): Promise<Asking[]> {
  const { rows } = await tx.client.query<Asking>(
    `select ${columns} ${ofColleague} and promised_at is not null order by cost desc, customer_id ${upTo(wanted.limit)}`,
    [tx.workspace, wanted.asOfOn, wanted.colleague],
  );
  return rows;
}

/** Of these customers those who ask something of the colleague. */
export async function listAmong(tx: Tx, wanted: Asked & { customers: readonly string[] }): Promise<Asking[]> {
  if (wanted.customers.length === 0) return [];
  const { rows } = await tx.client.query<Asking>(`select ${columns} ${ofColleague} and customer_id = any($4::uuid[])`, [
    tx.workspace,
    wanted.asOfOn,
    wanted.colleague,
    wanted.customers,
  ]);
  return rows;
}

/** How many customers ask something of each colleague, and how many minutes that would take. */
export async function sumAsking(tx: Tx, asOfOn: string): Promise<ReadonlyMap<string, { customers: number; minutes: number }>> {
  const { rows } = await tx.client.query<{ colleague: string; customers: number; minutes: number }>(
    `select colleague_id as colleague, count(*)::int as customers, sum(minutes)::float8 as minutes
     from attention where workspace_id = $1 and as_of_on = $2 group by colleague_id`,
    [tx.workspace, asOfOn],
  );
  return new Map(rows.map(({ colleague, ...sums }) => [colleague, sums]));
}
