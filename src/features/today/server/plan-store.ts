import type { Tx } from '#kit/server/db/index.ts';
import type { DayMarks } from '../domain/index.ts';

/** Whose day, and which. */
export type DayOf = { readonly colleague: string; readonly day: Temporal.PlainDate };

/** What a colleague said about a day. */
export type DaySaid = DayMarks & { readonly minutes: number | null; readonly startedAt: Temporal.Instant | null };

/** What was said about a day before a moment came; nothing is the usual. */
export async function readDaySaid(tx: Tx, { colleague, day }: DayOf): Promise<DaySaid> {
  const { rows } = await tx.client.query<{
    minutes: number | null;
    started: Temporal.Instant | null;
    customer: string | null;
    place: number | null;
  }>(
    `select p.minutes, p.started_at as started, e.customer_id as customer, e.place
     from day_plan p left join day_plan_entry e using (workspace_id, colleague_id, planned_on)
     where p.workspace_id = $1 and p.colleague_id = $2 and p.planned_on = $3::date order by e.place, e.customer_id`,
    [tx.workspace, colleague, day.toString()],
  );
  const [first] = rows;
  const named = (isPlaced: boolean) =>
    rows.flatMap(({ customer, place }) => (customer !== null && (place !== null) === isPlaced ? [customer] : []));
  return { minutes: first?.minutes ?? null, startedAt: first?.started ?? null, first: named(true), leftOut: named(false) };
}

/** Holds the day of a colleague until the transaction ends, so that what two screens say about it happens one after the other. */
export async function holdDay(tx: Tx, { colleague, day }: DayOf): Promise<void> {
  await tx.client.query('insert into day_plan (workspace_id, colleague_id, planned_on) values ($1, $2, $3::date) on conflict do nothing', [
    tx.workspace,
    colleague,
    day.toString(),
  ]);
  await tx.client.query('select from day_plan where workspace_id = $1 and colleague_id = $2 and planned_on = $3::date for update', [
    tx.workspace,
    colleague,
    day.toString(),
  ]);
}

/** Writes what is said about a day that is held. */
export async function writeDaySaid(tx: Tx, { colleague, day }: DayOf, { minutes, startedAt, first, leftOut }: DaySaid): Promise<void> {
  const of = [tx.workspace, colleague, day.toString()];
  await tx.client.query(
    'update day_plan set minutes = $4, started_at = $5 where workspace_id = $1 and colleague_id = $2 and planned_on = $3::date',
    [...of, minutes, startedAt?.toString() ?? null],
  );
  await tx.client.query('delete from day_plan_entry where workspace_id = $1 and colleague_id = $2 and planned_on = $3::date', of);
  await tx.client.query(
    `insert into day_plan_entry (workspace_id, colleague_id, planned_on, customer_id, place)
     select $1, $2, $3::date, customer, place from unnest($4::uuid[], $5::integer[]) t (customer, place)`,
    [...of, [...first, ...leftOut], [...first.map((_, place) => place), ...leftOut.map(() => null)]],
  );
}
