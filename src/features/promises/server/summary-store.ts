import { readWorkspace } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { SummaryPart } from '#kit/server/summary.ts';
import type { Firmness } from '../domain/index.ts';

// A column as it was at a moment ($2): the row says it where nothing happened since, otherwise the last event before it of those that speak of it.
const then = (column: string, value: string, kinds: string) =>
  `case when p.changed_at < $2::timestamptz then p.${column} else (
     select ${value} from promise_event e
     where e.workspace_id = $1 and e.promise_id = p.id and e.happened_at < $2::timestamptz and e.kind = any('{${kinds}}'::text[])
     order by e.number desc limit 1) end`;

const ofDue = 'given,time_asked,called_anyway';
const ofOwner = 'given,accepted';
const ofHanding = 'handed_over,accepted,declined,withdrawn,kept,broken,released';

// What was open at the moment, with whose it was, who was asked to take it over, and the moment in force then. What is open still and what has ended since
// are found by an index each: together they are few of all that was ever promised.
const openThen = `
  select p.id, p.customer_id, p.what, p.firmness, ${then('due_at', 'e.due_at', ofDue)} as due_at,
    ${then('owner_id', 'coalesce(e.to_id, e.colleague_id)', ofOwner)} as owner_id,
    ${then('handed_to_id', "case when e.kind = 'handed_over' then e.to_id end", ofHanding)} as handed_to_id,
    ${then('handed_at', "case when e.kind = 'handed_over' then e.happened_at end", ofHanding)} as handed_at
  from (
    select * from promise where workspace_id = $1 and ended_at is null
    union all
    select * from promise where workspace_id = $1 and ended_at >= $2::timestamptz
  ) p where p.given_at < $2::timestamptz`;

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
  readonly firmness: Firmness;
  readonly owner: string;
  readonly dueAt: Temporal.Instant;
  readonly handedTo: string | null;
  readonly handedAt: Temporal.Instant | null;
};

const columns = `id, customer_id as customer, what, firmness, owner_id as owner, due_at as "dueAt", handed_to_id as "handedTo", handed_at as "handedAt"`;

/** Promises to these customers that were open at a moment, and due before it or waiting for a colleague to take them over. */
export async function listAskingThen(tx: Tx, moment: Temporal.Instant, customers: readonly string[]): Promise<OpenThen[]> {
  const { rows } = await tx.client.query<OpenThen>(
    `select ${columns} from (${openThen} and p.customer_id = any($3::uuid[])) o
     where due_at < $2::timestamptz or handed_to_id is not null order by due_at, id`,
    [tx.workspace, moment.toString(), customers],
  );
  return rows;
}

/** Promises to these customers that were open at a moment, those due first before the others, with the moments then in force. */
export async function openPromisesThen(tx: Tx, moment: Temporal.Instant, customers: readonly string[]): Promise<OpenThen[]> {
  const { rows } = await tx.client.query<OpenThen>(
    `select ${columns} from (${openThen} and p.customer_id = any($3::uuid[])) o order by due_at, id`,
    [tx.workspace, moment.toString(), customers],
  );
  return rows;
}
