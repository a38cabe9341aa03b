import { readWorkspace } from '#features/workspace/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { readFloorOf } from './calendar-store.ts';

/** A customer whom the floor does not hold: for how many days nobody has talked with them. */
export type UnderFloor = { readonly customer: string; readonly owner: string; readonly days: number };

/** Active customers with whom nobody has talked for longer than the floor, those who wait longest first, and how many there are. */
export async function listUnderFloor(
  tx: Tx,
  day: Temporal.PlainDate,
  limit: number,
): Promise<{ readonly customers: readonly UnderFloor[]; readonly count: number }> {
  const { floorDays, activeDays } = await readFloorOf(tx);
  const { timeZone } = await readWorkspace(tx);
  const { rows } = await tx.client.query<UnderFloor & { count: number }>(
    `select customer_id as customer, owner_id as owner, $2::date - heard_on as days, count(*) over ()::int as count
     from (
       select customer_id, owner_id, coalesce((last_contact_at at time zone $5)::date, first_purchase_on) as heard_on
       from customer_summary
       where workspace_id = $1 and as_of_on = 'infinity' and stage <> 'prospect' and last_purchase_on >= $2::date - $4::integer
     ) s where heard_on < $2::date - $3::integer order by heard_on, customer_id limit $6`,
    [tx.workspace, day.toString(), floorDays, activeDays, timeZone, limit],
  );
  return { customers: rows.map(({ customer, owner, days }) => ({ customer, owner, days })), count: rows[0]?.count ?? 0 };
}
