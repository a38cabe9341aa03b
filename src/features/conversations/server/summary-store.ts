import { readWorkspace } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { SummaryPart } from '#kit/server/summary.ts';
import { talkKinds, writtenKinds } from '../domain/index.ts';

/** When each customer last heard from us and we from them, how they felt, and how often we tried since, as known at the end of the day. */
export const summary: SummaryPart = {
  feature: 'conversations',
  beginsEmpty: true,
  refresh: async (tx, { day, asOfOn, customers }) => {
    const { timeZone } = await readWorkspace(tx);
    const values = [tx.workspace, asOfOn, endOfDay(day, timeZone).toString(), talkKinds, writtenKinds, timeZone];
    const only = (column: string) => (customers === 'all' ? '' : `and ${column} = any($7::uuid[])`);
    // Real contact is what `isRealContact` of the domain says it is, an attempt what `isAttempt` says; the pulse travels in one value with its moment, and the
    // attempts in another, so that one pass over the touchpoints is enough whatever the database guesses of them. Attempts of one day are one.
    await tx.client.query(
      `with talked as materialized (
         select customer_id,
           max(happened_at) filter (where reached and kind <> 'note' and (direction = 'in' or kind = any($4::text[]))) as contact,
           max(happened_at) filter (where reached and kind <> 'note' and direction = 'out') as from_us,
           max(happened_at) filter (where kind <> 'note' and direction = 'in') as from_them,
           max(((date_part('epoch', happened_at) * 1000000)::bigint << 3) + pulse) filter (where pulse is not null) as pulse,
           array_agg(happened_at) filter (where direction = 'out' and kind <> 'note' and (not reached or kind = any($5::text[]))) as attempts
         from touchpoint where workspace_id = $1 and happened_at < $3::timestamptz ${only('customer_id')} group by customer_id
       )
       update customer_summary s set last_contact_at = t.contact, last_from_us_at = t.from_us, last_from_them_at = t.from_them,
         last_pulse = t.pulse, last_pulse_at = t.pulse_at, attempts = t.attempts, last_attempt_at = t.attempt_at
       from (
         select c.customer_id, t.contact, t.from_us, t.from_them, (t.pulse & 7)::smallint as pulse, to_timestamp((t.pulse >> 3) / 1000000.0::float8) as pulse_at,
           r.days as attempts, r.at as attempt_at
         from customer_summary c left join talked t on t.customer_id = c.customer_id left join lateral (
           select count(distinct (tried_at at time zone $6)::date)::integer as days, max(tried_at) as at
           from unnest(t.attempts) as tried (tried_at) where t.contact is null or tried_at > t.contact
         ) r on true
         where c.workspace_id = $1 and c.as_of_on = $2::date ${only('c.customer_id')}
       ) t
       where s.workspace_id = $1 and s.as_of_on = $2::date and s.customer_id = t.customer_id
         and (s.last_contact_at, s.last_from_us_at, s.last_from_them_at, s.last_pulse, s.last_pulse_at, s.attempts, s.last_attempt_at)
           is distinct from (t.contact, t.from_us, t.from_them, t.pulse, t.pulse_at, t.attempts, t.attempt_at)`,
      customers === 'all' ? values : [...values, customers],
    );
  },
};

/** When we and these customers last really heard each other; null for never. */
export async function listLastContacts(
  tx: Tx,
  asOfOn: string,
  customers: readonly string[],
): Promise<{ customer: string; at: Temporal.Instant | null }[]> {
  const { rows } = await tx.client.query<{ customer: string; at: Temporal.Instant | null }>(
    `select customer_id as customer, last_contact_at as at from customer_summary
     where workspace_id = $1 and as_of_on = $2::date and customer_id = any($3::uuid[])`,
    [tx.workspace, asOfOn, customers],
  );
  return rows;
}
