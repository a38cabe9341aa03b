import { upTo, type Tx } from '#kit/server/db/index.ts';
import { readFloorOf } from './calendar-store.ts';

/** A customer with whom a talk is due: planned for a day or before it. */
export type DueRow = {
  readonly customer: string;
  readonly owner: string;
  readonly by: string;
  readonly routine: string | null;
  readonly dueOn: Temporal.PlainDate;
  readonly latestOn: Temporal.PlainDate;
  readonly plannedOn: Temporal.PlainDate;
  readonly heardAt: Temporal.Instant | null;
  readonly firstPurchaseOn: Temporal.PlainDate | null;
  readonly attempts: number;
  /** Whether the floor holds. */
  readonly active: boolean;
};

const due = (
  activeDays: string,
  day: string,
) => `customer_id as customer, owner_id as owner, coalesce(contact_by, owner_id) as by, routine_id as routine,
  contact_due_on as "dueOn", contact_latest_on as "latestOn", contact_on as "plannedOn", last_contact_at as "heardAt",
  first_purchase_on as "firstPurchaseOn", attempts, coalesce(stage <> 'prospect' and last_purchase_on >= ${day}::date - ${activeDays}::integer, false) as active`;

/** Of these customers those with whom a talk is due on a day. */
export async function listDue(
  tx: Tx,
  asked: { readonly asOfOn: string; readonly day: Temporal.PlainDate; readonly customers: readonly string[] },
): Promise<DueRow[]> {
  const { activeDays } = await readFloorOf(tx);
  const { rows } = await tx.client.query<DueRow>(
    `select ${due('$5', '$3')} from customer_summary
     where workspace_id = $1 and as_of_on = $2::date and customer_id = any($4::uuid[]) and contact_on <= $3::date`,
    [tx.workspace, asked.asOfOn, asked.day.toString(), asked.customers, activeDays],
  );
  return rows;
}

/** A customer's window, with the day planned in it where there is one already. */
export type ContactRead = Omit<DueRow, 'plannedOn'> & {
  readonly plannedOn: Temporal.PlainDate | null;
  readonly lastAttemptAt: Temporal.Instant | null;
};

/** What is planned with one customer, whenever that is. */
export async function findContact(
  tx: Tx,
  asked: { readonly asOfOn: string; readonly day: Temporal.PlainDate; readonly customer: string },
): Promise<ContactRead | undefined> {
  const { activeDays } = await readFloorOf(tx);
  const { rows } = await tx.client.query<ContactRead>(
    `select ${due('$5', '$3')}, last_attempt_at as "lastAttemptAt" from customer_summary
     where workspace_id = $1 and as_of_on = $2::date and customer_id = $4 and contact_due_on is not null`,
    [tx.workspace, asked.asOfOn, asked.day.toString(), asked.customer, activeDays],
  );
  return rows[0];
}

/** Where a list of what is planned goes on. */
export type PlannedPlace = { readonly on: string; readonly customer: string };

export type PlannedRow = {
  readonly customer: string;
  readonly name: string;
  readonly by: string;
  readonly routine: string | null;
  readonly on: string;
  readonly latestOn: string;
  readonly attempts: number;
  readonly heardAt: Temporal.Instant | null;
};

/** With whom a colleague is to talk, by the day planned; up to a day. */
export async function listPlannedFor(
  tx: Tx,
  asked: { readonly by: string; readonly until: Temporal.PlainDate; readonly after: PlannedPlace | undefined; readonly limit: number },
): Promise<PlannedRow[]> {
  const values: unknown[] = [tx.workspace, asked.by, asked.until.toString()];
  const after = asked.after
    ? `and (contact_on, customer_id) > ($${values.push(asked.after.on)}::date, $${values.push(asked.after.customer)}::uuid)`
    : '';
  const { rows } = await tx.client.query<PlannedRow>(
    `select customer_id as customer, name, contact_by as by, routine_id as routine, contact_on::text as on, contact_latest_on::text as "latestOn",
       attempts, last_contact_at as "heardAt"
     from customer_summary
     where workspace_id = $1 and as_of_on = 'infinity' and contact_by = $2 and contact_on <= $3::date and contact_on is not null ${after}
     order by contact_on, customer_id ${upTo(asked.limit)}`,
    values,
  );
  return rows;
}

/** How many talks are planned for a day with each of these colleagues, and with whom where it is only one customer. */
export type TalksOfDay = { readonly by: string; readonly count: number; readonly customer: string | null };

export async function countTalksOn(tx: Tx, day: Temporal.PlainDate, colleagues: readonly string[]): Promise<TalksOfDay[]> {
  const { rows } = await tx.client.query<TalksOfDay>(
    `select contact_by as by, count(*)::integer as count, case when count(*) = 1 then (array_agg(customer_id))[1] end as customer
     from customer_summary
     where workspace_id = $1 and as_of_on = 'infinity' and contact_by = any($2::uuid[]) and contact_on = $3::date
     group by contact_by`,
    [tx.workspace, colleagues, day.toString()],
  );
  return rows;
}

/** Talks by colleague, day and routine: as they fall due, and as they are planned. What is past is still to be done on the day itself. */
export type LoadGroup = { readonly by: string; readonly on: number; readonly routine: string | null; readonly talks: number };

const epoch = "date '1970-01-01'";

export async function listLoad(
  tx: Tx,
  asked: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate; readonly as: 'due' | 'planned' },
): Promise<LoadGroup[]> {
  const column = asked.as === 'due' ? 'contact_due_on' : 'contact_on';
  const { rows } = await tx.client.query<LoadGroup>(
    `select contact_by as by, greatest(${column}, $2::date) - ${epoch} as on, routine_id as routine, count(*)::integer as talks
     from customer_summary where workspace_id = $1 and as_of_on = 'infinity' and contact_on is not null and ${column} <= $3::date
     group by 1, 2, 3`,
    [tx.workspace, asked.from.toString(), asked.until.toString()],
  );
  return rows;
}
