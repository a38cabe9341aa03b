import { readWorkspace } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { SummaryPart } from '#kit/server/summary.ts';

// What was open at a moment ($2), and the moment then in force. A promise whose moment was agreed later was due at an earlier one, which its
// events know.
const openThen = `
  select p.id, p.customer_id, p.what, p.owner_id,
    case when p.due_since_at < $2::timestamptz then p.due_at
      else (select e.due_at from promise_event e where e.workspace_id = $1 and e.promise_id = p.id and e.due_at is not null and e.happened_at < $2::timestamptz
            order by e.number desc limit 1) end as due_at
  from promise p
  where p.workspace_id = $1 and p.given_at < $2::timestamptz and (p.ended_at is null or p.ended_at >= $2::timestamptz)`;

/** How many promises are open to each customer, and when the next one is due, as known at the end of the day. */
export const summary: SummaryPart = {
  feature: 'promises',
  beginsEmpty: true,
  refresh: async (tx, { day, asOfOn, customers }) => {
    const { timeZone } = await readWorkspace(tx);
    const values = [tx.workspace, endOfDay(day, timeZone).toString(), asOfOn];
    const only = (column: string) => (customers === 'all' ? '' : `and ${column} = any($4::uuid[])`);
    await tx.client.query(
      `update customer_summary s set open_promises = t.open, next_promise_due_at = t.due_at
       from (
         select c.customer_id, coalesce(o.open, 0) as open, o.due_at
         from customer_summary c left join (
           select customer_id, count(*)::integer as open, min(due_at) as due_at from (${openThen} ${only('p.customer_id')}) o group by customer_id
         ) o on o.customer_id = c.customer_id
         where c.workspace_id = $1 and c.as_of_on = $3::date ${only('c.customer_id')}
       ) t
       where s.workspace_id = $1 and s.as_of_on = $3::date and s.customer_id = t.customer_id
         and (s.open_promises, s.next_promise_due_at) is distinct from (t.open, t.due_at)`,
      customers === 'all' ? values : [...values, customers],
    );
  },
};

export type OpenThen = {
  readonly id: string;
  readonly customer: string;
  readonly what: string;
  readonly owner: string;
  readonly dueAt: Temporal.Instant;
};

/** Promises to these customers that were open at a moment and due before it. */
export async function listDueThen(tx: Tx, moment: Temporal.Instant, customers: readonly string[]): Promise<OpenThen[]> {
  const { rows } = await tx.client.query<OpenThen>(
    `select id, customer_id as customer, what, owner_id as owner, due_at as "dueAt" from (${openThen} and p.customer_id = any($3::uuid[])) o
     where due_at < $2::timestamptz order by due_at, id`,
    [tx.workspace, moment.toString(), customers],
  );
  return rows;
}

/** Promises to these customers that were open at a moment, those due first before the others, with the moments then in force. */
export async function openPromisesThen(tx: Tx, moment: Temporal.Instant, customers: readonly string[]): Promise<OpenThen[]> {
  const { rows } = await tx.client.query<OpenThen>(
    `select id, customer_id as customer, what, owner_id as owner, due_at as "dueAt" from (${openThen} and p.customer_id = any($3::uuid[])) o order by due_at, id`,
    [tx.workspace, moment.toString(), customers],
  );
  return rows;
}
