import type { Tx } from '#kit/server/db/index.ts';
import type { PromiseRow } from './store.ts';

/** A span of time, without its end. */
export type Span = { readonly from: Temporal.Instant; readonly before: Temporal.Instant };

/**
 * Promises that ended in a span, or may have been due in it and open at its end, those due first before the others. Of a span that is over also
 * those that ended later, or whose moment was moved on, which is all that can happen to a moment.
 */
export async function listOfSpan(tx: Tx, { from, before }: Span, isOver: boolean, limit: number): Promise<PromiseRow[]> {
  const since = isOver
    ? `union select id from promise where workspace_id = $1 and changed_at >= $3::timestamptz and due_at >= $2::timestamptz and given_at < $3::timestamptz`
    : '';
  const { rows } = await tx.client.query<PromiseRow>(
    `select p.* from promise p where p.workspace_id = $1 and p.id in (
       select promise_id from promise_event
       where workspace_id = $1 and kind in ('kept', 'broken', 'released') and happened_at >= $2::timestamptz and happened_at < $3::timestamptz
       union
       select id from promise
       where workspace_id = $1 and ended_at is null and due_at >= $2::timestamptz and due_at < $3::timestamptz and given_at < $3::timestamptz
       ${since}
     ) order by p.due_at, p.id limit $4`,
    [tx.workspace, from.toString(), before.toString(), limit],
  );
  return rows;
}

/** How many open promises of each colleague fall due on each day of a span; what is late counts with its first day. */
export async function countDueByDay(
  tx: Tx,
  { from, before }: Span,
  timeZone: string,
): Promise<readonly { readonly colleague: string; readonly on: string; readonly promises: number }[]> {
  const { rows } = await tx.client.query<{ colleague: string; on: string; promises: number }>(
    `select owner_id as colleague, (greatest(due_at, $2::timestamptz) at time zone $4)::date::text as on, count(*)::int as promises
     from promise where workspace_id = $1 and ended_at is null and due_at < $3::timestamptz group by 1, 2`,
    [tx.workspace, from.toString(), before.toString(), timeZone],
  );
  return rows;
}
