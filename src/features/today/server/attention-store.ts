import type { Stage } from '#features/purchases/domain/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { Attention, LastTouch } from '../domain/index.ts';

export type AttentionRow = Attention & { readonly customer: string; readonly colleague: string };

/** A customer as the weighing of reasons and the list need one. */
export type Weighed = {
  readonly customer: string;
  readonly owner: string;
  readonly stage: Stage;
  readonly isKey: boolean;
  readonly touch: Omit<LastTouch, 'attemptOn'>;
};

/** The next customers in the order of their ids, or those named. Days are the workspace's, in its time zone. */
export async function listWeighed(
  tx: Tx,
  wanted: { asOfOn: string; timeZone: string; among: readonly string[] | { after: string; limit: number } },
): Promise<Weighed[]> {
  const named = 'after' in wanted.among ? undefined : wanted.among;
  const page = 'after' in wanted.among ? wanted.among : undefined;
  const { rows } = await tx.client.query<Omit<Weighed, 'touch'> & { contact: string | null; from_us: string | null }>(
    `select customer_id as customer, owner_id as owner, stage, key_since_on is not null as "isKey",
       (last_contact_at at time zone $3)::date::text as contact, (last_from_us_at at time zone $3)::date::text as from_us
     from customer_summary
     where workspace_id = $1 and as_of_on = $2 and ${named ? 'customer_id = any($4)' : 'customer_id > $4 order by customer_id limit $5'}`,
    [tx.workspace, wanted.asOfOn, wanted.timeZone, ...(page ? [page.after, page.limit] : [named])],
  );
  return rows.map(({ contact, from_us: fromUs, ...row }) => ({ ...row, touch: { contactOn: contact, fromUsOn: fromUs } }));
}

/** Which customers the rows speak of: those named, or all whose ids lie after one and up to another. */
export type AttentionOf = readonly string[] | { readonly after: string; readonly until: string };

/** Makes the table say of some customers what the rows say, touching only what differs. */
export async function replaceAttention(tx: Tx, asOfOn: string, customers: AttentionOf, rows: readonly AttentionRow[]): Promise<void> {
  const values: unknown[] = [
    tx.workspace,
    asOfOn,
    rows.map(({ customer }) => customer),
    rows.map(({ colleague }) => colleague),
    rows.map(({ cost }) => cost),
    rows.map(({ minutes }) => minutes),
    rows.map(({ promisedAt }) => promisedAt),
  ];
  const among =
    'after' in customers
      ? `a.customer_id > $${values.push(customers.after)} and a.customer_id <= $${values.push(customers.until)}`
      : `a.customer_id = any($${values.push(customers)}::uuid[])`;
  const standing = `a.workspace_id = $1 and a.as_of_on = $2::date and ${among}`;
  await tx.client.query(
    `with fresh as materialized (
       select * from unnest($3::uuid[], $4::uuid[], $5::bigint[], $6::integer[], $7::timestamptz[]) n (customer_id, colleague_id, cost, minutes, promised_at)
     ), changed as (
       update attention a set cost = n.cost, minutes = n.minutes, promised_at = n.promised_at from fresh n
       where ${standing} and a.customer_id = n.customer_id and a.colleague_id = n.colleague_id
         and (a.cost, a.minutes, a.promised_at) is distinct from (n.cost, n.minutes, n.promised_at)
     ), gone as (
       delete from attention a
       where ${standing} and not exists (select from fresh n where n.customer_id = a.customer_id and n.colleague_id = a.colleague_id)
     )
     insert into attention (workspace_id, as_of_on, customer_id, colleague_id, cost, minutes, promised_at)
     select $1, $2::date, n.* from fresh n
     where not exists (select from attention a where ${standing} and a.customer_id = n.customer_id and a.colleague_id = n.colleague_id)`,
    values,
  );
}

/** Forgets what was weighed for past days: it is weighed again when somebody looks back. */
export async function forgetPastAttention(tx: Tx): Promise<void> {
  await tx.client.query("delete from attention where workspace_id = $1 and as_of_on < 'infinity'", [tx.workspace]);
}
