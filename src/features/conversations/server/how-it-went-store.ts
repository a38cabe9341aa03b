import type { Tx } from '#kit/server/db/index.ts';
import { talkKinds, type TouchpointKind } from '../domain/index.ts';

// Moments within an array come back as text.
const writtenAt = `to_char(happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

export type LastPulses = {
  readonly customer: string;
  /** When we last heard each other. */
  readonly contactAt: Temporal.Instant | null;
  /** The oldest first. */
  readonly readings: readonly { readonly pulse: number; readonly at: Temporal.Instant }[];
};

/**
 * The last nine pulses of each of these customers, of those whose last one was read since a moment, is not the best there is, and was followed by no talk on a
 * later day. The row of the summary says who that is, so that nobody's whole history is read for nothing.
 */
export async function listLastPulses(
  tx: Tx,
  asked: { asOfOn: string; customers: readonly string[]; since: Temporal.Instant; before: Temporal.Instant },
): Promise<LastPulses[]> {
  const { rows } = await tx.client.query<{ customer: string; contactAt: Temporal.Instant | null; pulses: number[]; moments: string[] }>(
    `select s.customer_id as customer, s.last_contact_at as "contactAt", last.pulses, last.moments
     from customer_summary s cross join lateral (
       select array_agg(pulse) as pulses, array_agg(${writtenAt}) as moments from (
         select pulse, happened_at from touchpoint
         where workspace_id = $1 and customer_id = s.customer_id and pulse is not null and happened_at <= s.last_pulse_at
         order by happened_at desc, id desc limit 9
       ) newest
     ) last
     where s.workspace_id = $1 and s.as_of_on = $2::date and s.customer_id = any($3::uuid[])
       and s.last_pulse < 5 and s.last_pulse_at >= $4 and s.last_pulse_at < $5
       and (s.last_contact_at is null or s.last_contact_at < s.last_pulse_at + interval '1 day')`,
    [tx.workspace, asked.asOfOn, asked.customers, asked.since.toString(), asked.before.toString()],
  );
  return rows.map(({ pulses, moments, ...row }) => ({
    ...row,
    readings: pulses
      .flatMap((pulse, index) => {
        const at = moments[index];
        return at === undefined ? [] : [{ pulse, at: Temporal.Instant.from(at) }];
      })
      .toReversed(),
  }));
}

export type TalkShares = { readonly customer: string; readonly percents: readonly number[]; readonly moments: readonly Temporal.Instant[] };

/** The last three talks whose shares were noted, the latest first, of those of these customers who had one under a standard since a moment. */
export async function listTalkShares(
  tx: Tx,
  asked: { customers: readonly string[]; under: number; since: Temporal.Instant; before: Temporal.Instant },
): Promise<TalkShares[]> {
  const { rows } = await tx.client.query<{ customer: string; percents: number[]; moments: string[] }>(
    `select unheard.customer, last.percents, last.moments
     from (
       select distinct customer_id as customer from touchpoint
       where workspace_id = $1 and happened_at >= $3 and happened_at < $4 and listening_percent < $6
         and customer_id = any($2::uuid[])
     ) unheard cross join lateral (
       select array_agg(listening_percent) as percents, array_agg(${writtenAt}) as moments from (
         select listening_percent, happened_at from touchpoint
         where workspace_id = $1 and customer_id = unheard.customer and happened_at < $4 and listening_percent is not null
           and kind = any($5::text[])
         order by happened_at desc, id desc limit 3
       ) newest
     ) last`,
    [tx.workspace, asked.customers, asked.since.toString(), asked.before.toString(), talkKinds, asked.under],
  );
  return rows.map(({ moments, ...row }) => ({ ...row, moments: moments.map((at) => Temporal.Instant.from(at)) }));
}

/** The last pulses of a customer in a span of time, the latest first. */
export async function listPulses(
  tx: Tx,
  asked: { customer: string; since: Temporal.Instant; before: Temporal.Instant; limit: number },
): Promise<{ at: Temporal.Instant; pulse: number; kind: TouchpointKind }[]> {
  const { rows } = await tx.client.query<{ at: Temporal.Instant; pulse: number; kind: TouchpointKind }>(
    `select happened_at as at, pulse, kind from touchpoint
     where workspace_id = $1 and customer_id = $2 and pulse is not null and happened_at >= $3 and happened_at < $4
     order by happened_at desc, id desc limit $5`,
    [tx.workspace, asked.customer, asked.since.toString(), asked.before.toString(), asked.limit],
  );
  return rows;
}
