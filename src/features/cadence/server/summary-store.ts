import { hasTag } from '#features/people/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { living, type SummaryScope } from '#kit/server/summary.ts';
import { attemptsInARound, daysOfPause, floorTerms, leastWindow } from '../domain/index.ts';
import { readFloorOf } from './calendar-store.ts';

/**
 * Which routine each customer follows, and the window of their next talk: what `contactWindow` of the domain says, for all of them at once. Who has
 * another window than before has no planned day until one is chosen. On a past day nothing was planned: there, it is the ideal day.
 */
export async function refreshWindows(tx: Tx, { day, asOfOn, customers }: SummaryScope, withTags: boolean): Promise<void> {
  const { timeZone } = await readWorkspace(tx);
  const floor = await readFloorOf(tx);
  const usual = floorTerms(floor);
  const values: unknown[] = [tx.workspace, asOfOn, day.toString(), timeZone, floor.floorDays, floor.activeDays, usual.everyDays];
  const only = customers === 'all' ? '' : `and s.customer_id = any($${values.push(customers)}::uuid[])`;
  const tagged = withTags
    ? `(select r.id from routine r where r.workspace_id = $1 and r.tag_id is not null and r.made_on <= $3::date
          and ${hasTag('r.tag_id')}
        order by r.every_days, r.id limit 1)`
    : 'null::uuid';
  const planned = asOfOn === living ? 'null, contact_by = null' : 'w.due_on, contact_by = s.owner_id';
  await tx.client.query(
    `with followed as (
       select s.customer_id,
         coalesce(own.id, listed.id, ${tagged}, keyed.id, staged.id) as routine_id,
         coalesce((s.last_contact_at at time zone $4)::date, s.first_purchase_on) as started_on,
         coalesce(s.stage <> 'prospect' and s.last_purchase_on >= $3::date - $6::integer, false) as active,
         s.attempts, (s.last_attempt_at at time zone $4)::date as tried_on
       from customer_summary s
       left join routine own on own.workspace_id = $1 and own.customer_id = s.customer_id and own.made_on <= $3::date
       left join (
         select distinct on (m.customer_id) m.customer_id, r.id from routine_member m join routine r on r.workspace_id = $1 and r.id = m.routine_id
         where m.workspace_id = $1 and r.made_on <= $3::date order by m.customer_id, r.every_days, r.id
       ) listed on listed.customer_id = s.customer_id
       left join routine keyed on keyed.workspace_id = $1 and keyed.for_key and s.key_since_on is not null and keyed.made_on <= $3::date
       left join routine staged on staged.workspace_id = $1 and staged.stage = s.stage and staged.made_on <= $3::date
       where s.workspace_id = $1 and s.as_of_on = $2::date ${only}
     ), counted as (
       select f.customer_id, f.routine_id, f.attempts, f.tried_on, coalesce(f.started_on, r.made_on) as started_on,
         least(coalesce(r.every_days, $7::integer), case when f.active then $5::integer end) as every_days,
         least(coalesce(r.latest_days, $5::integer), case when f.active then $5::integer end) as latest_days,
         f.attempts > 0 and f.attempts % ${attemptsInARound} = 0 and f.tried_on is not null as paused
       from followed f left join routine r on r.workspace_id = $1 and r.id = f.routine_id
       where f.active or f.routine_id is not null
     ), windows as (
       select customer_id, routine_id,
         case when paused then greatest(started_on + every_days, tried_on + ${daysOfPause}) else started_on + every_days end as due_on,
         case when paused then greatest(started_on + latest_days, started_on + every_days + ${leastWindow}, tried_on + ${daysOfPause + leastWindow})
           else started_on + latest_days end as latest_on
       from counted
     )
     update customer_summary s set routine_id = w.routine_id, contact_due_on = w.due_on, contact_latest_on = w.latest_on, contact_on = ${planned}
     from (
       select s.customer_id, w.routine_id, w.due_on, w.latest_on from customer_summary s left join windows w on w.customer_id = s.customer_id
       where s.workspace_id = $1 and s.as_of_on = $2::date ${only}
     ) w
     where s.workspace_id = $1 and s.as_of_on = $2::date and s.customer_id = w.customer_id
       and (s.routine_id, s.contact_due_on, s.contact_latest_on) is distinct from (w.routine_id, w.due_on, w.latest_on)`,
    values,
  );
}

/** Which kinds of routines there are, so that nothing is looked for that nobody made. */
export async function hasTagRoutines(tx: Tx): Promise<boolean> {
  const { rowCount } = await tx.client.query('select from routine where workspace_id = $1 and tag_id is not null limit 1', [tx.workspace]);
  return rowCount === 1;
}

/** How many talks of a routine (null: the floor) are planned for a day and a colleague, by who answers for the customers. Days are numbers. */
export type PlannedGroup = {
  readonly owner: string;
  readonly by: string;
  readonly on: number;
  readonly routine: string | null;
  readonly talks: number;
};

const epoch = "date '1970-01-01'";

/** Which of what is planned: of these colleagues, on these days (what is late counts with the first of them). */
export type PlannedAsked = {
  readonly colleagues: readonly string[];
  readonly from: number;
  readonly until: number;
  readonly withLate: boolean;
};

/** What is planned, in groups. */
export async function listPlanned(tx: Tx, which: 'all' | PlannedAsked): Promise<PlannedGroup[]> {
  const { rows } = await tx.client.query<PlannedGroup>(
    `select owner_id as owner, contact_by as by, contact_on - ${epoch} as on, routine_id as routine, count(*)::integer as talks
     from customer_summary where workspace_id = $1 and as_of_on = 'infinity' and contact_on is not null
       ${which === 'all' ? '' : `and contact_by = any($2::uuid[]) and contact_on <= ${epoch} + $4::integer ${which.withLate ? 'and $3::integer is not null' : `and contact_on >= ${epoch} + $3::integer`}`}
     group by 1, 2, 3, 4`,
    which === 'all' ? [tx.workspace] : [tx.workspace, which.colleagues, which.from, which.until],
  );
  return rows;
}

/** Takes the planned day from those of whole groups, or of some of their customers. */
export async function unplan(tx: Tx, groups: readonly Pick<PlannedGroup, 'owner' | 'by' | 'on'>[]): Promise<void> {
  if (groups.length === 0) return;
  await tx.client.query(
    `update customer_summary s set contact_on = null, contact_by = null
     from unnest($2::uuid[], $3::uuid[], $4::integer[]) g (owner, by, on_day)
     where s.workspace_id = $1 and s.as_of_on = 'infinity' and s.owner_id = g.owner and s.contact_by = g.by and s.contact_on = ${epoch} + g.on_day`,
    [tx.workspace, groups.map(({ owner }) => owner), groups.map(({ by }) => by), groups.map(({ on }) => on)],
  );
}

export async function unplanCustomers(tx: Tx, customers: readonly string[]): Promise<void> {
  if (customers.length === 0) return;
  await tx.client.query(
    `update customer_summary set contact_on = null, contact_by = null
     where workspace_id = $1 and as_of_on = 'infinity' and customer_id = any($2::uuid[]) and contact_on is not null`,
    [tx.workspace, customers],
  );
}

/** A customer's window and what is planned in it. Days are numbers. */
export type ContactRow = {
  readonly customer: string;
  readonly owner: string;
  readonly deputy: string | null;
  readonly dueOn: number;
  readonly latestOn: number;
  readonly routine: string | null;
  readonly on: number | null;
  readonly by: string | null;
};

const contact = `customer_id as customer, owner_id as owner, deputy_id as deputy, contact_due_on - ${epoch} as "dueOn",
  contact_latest_on - ${epoch} as "latestOn", routine_id as routine, contact_on - ${epoch} as on, contact_by as by`;

/** The next customers for whom no day is planned yet, those first whose latest day comes first. */
export async function listUnplanned(tx: Tx, customers: 'all' | readonly string[], limit: number): Promise<ContactRow[]> {
  const { rows } = await tx.client.query<ContactRow>(
    `select ${contact} from customer_summary
     where workspace_id = $1 and as_of_on = 'infinity' and contact_on is null and contact_due_on is not null
       ${customers === 'all' ? '' : 'and customer_id = any($3::uuid[])'}
     order by contact_latest_on, customer_id limit $2`,
    customers === 'all' ? [tx.workspace, limit] : [tx.workspace, limit, customers],
  );
  return rows;
}

/** What is planned with these customers. */
export async function listContacts(tx: Tx, customers: readonly string[]): Promise<ContactRow[]> {
  const { rows } = await tx.client.query<ContactRow>(
    `select ${contact} from customer_summary
     where workspace_id = $1 and as_of_on = 'infinity' and contact_due_on is not null and customer_id = any($2::uuid[])`,
    [tx.workspace, customers],
  );
  return rows;
}

/** Writes the days chosen. */
export async function writePlanned(tx: Tx, planned: readonly { customer: string; by: string; on: number }[]): Promise<void> {
  await tx.client.query(
    `update customer_summary s set contact_on = ${epoch} + p.on_day, contact_by = p.by
     from unnest($2::uuid[], $3::uuid[], $4::integer[]) p (customer_id, by, on_day)
     where s.workspace_id = $1 and s.as_of_on = 'infinity' and s.customer_id = p.customer_id`,
    [tx.workspace, planned.map(({ customer }) => customer), planned.map(({ by }) => by), planned.map(({ on }) => on)],
  );
}
