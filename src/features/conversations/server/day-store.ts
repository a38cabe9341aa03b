import type { Tx } from '#kit/server/db/index.ts';
import type { Direction, TouchpointKind } from '../domain/index.ts';

/** A touchpoint as the review of a day tells it. */
export type TouchOfDay = {
  readonly id: string;
  readonly customer: string;
  readonly colleague: string;
  readonly kind: TouchpointKind;
  readonly direction: Direction;
  readonly reached: boolean;
  readonly at: Temporal.Instant;
  readonly minutes: number | null;
  readonly pulse: number | null;
};

type Asked = { readonly of: readonly string[]; readonly from: Temporal.Instant; readonly before: Temporal.Instant };

/** What some colleagues had with customers in a span of time, the first before the others; notes are none. */
export async function touchpointsOfSpan(tx: Tx, { of, from, before }: Asked, limit: number): Promise<TouchOfDay[]> {
  const { rows } = await tx.client.query<TouchOfDay>(
    `select id, customer_id as customer, colleague_id as colleague, kind, direction, reached, happened_at as at, minutes, pulse
     from touchpoint where workspace_id = $1 and colleague_id = any($2::uuid[]) and happened_at >= $3 and happened_at < $4 and kind <> 'note'
     order by happened_at, id limit $5`,
    [tx.workspace, of, from.toString(), before.toString(), limit],
  );
  return rows;
}

/** What one colleague's touchpoints of a span add up to; one without a length counts as five minutes. */
export type TouchSums = {
  readonly colleague: string;
  /** In which somebody was reached, and tries in which nobody was. */
  readonly talks: number;
  readonly attempts: number;
  readonly customers: number;
  readonly minutes: number;
  readonly pulses: number;
};

/** The sums of each of these colleagues who had any. */
export async function sumTouchpoints(tx: Tx, { of, from, before }: Asked): Promise<TouchSums[]> {
  const { rows } = await tx.client.query<TouchSums>(
    `select colleague_id as colleague, count(*) filter (where reached)::int as talks, count(*) filter (where not reached)::int as attempts,
       count(distinct customer_id)::int as customers, coalesce(sum(coalesce(minutes, 5)), 0)::int as minutes, count(pulse)::int as pulses
     from touchpoint where workspace_id = $1 and colleague_id = any($2::uuid[]) and happened_at >= $3 and happened_at < $4 and kind <> 'note'
     group by colleague_id`,
    [tx.workspace, of, from.toString(), before.toString()],
  );
  return rows;
}
