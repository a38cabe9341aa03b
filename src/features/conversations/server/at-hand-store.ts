import { readWorkspace } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { Direction, TouchpointKind } from '../domain/index.ts';

/** The last touchpoint with a customer, as a colleague wants it at hand before the next one. */
export type LastTouchpoint = {
  readonly customer: string;
  readonly kind: TouchpointKind;
  readonly direction: Direction;
  readonly reached: boolean;
  readonly at: Temporal.Instant;
  readonly summary: string;
  readonly pulse: number | null;
};

/** The last touchpoint with each of several customers, of those before a moment; who has none is left out. */
export async function lastTouchpoints(
  tx: Tx,
  wanted: { customers: readonly string[]; before: Temporal.Instant },
): Promise<ReadonlyMap<string, LastTouchpoint>> {
  const { rows } = await tx.client.query<LastTouchpoint>(
    `select asked.customer, last.* from unnest($2::uuid[]) as asked(customer) cross join lateral (
       select kind, direction, reached, happened_at as at, summary, pulse from touchpoint
       where workspace_id = $1 and customer_id = asked.customer and happened_at < $3
       order by happened_at desc, id desc limit 1
     ) last`,
    [tx.workspace, wanted.customers, wanted.before.toString()],
  );
  return new Map(rows.map((row) => [row.customer, row]));
}

/** How many customers a colleague was in touch with in a span of time, and the minutes that took; one without a length counts as five. */
export async function timeSpent(
  tx: Tx,
  wanted: { colleague: string; from: Temporal.Instant; before: Temporal.Instant },
): Promise<{ customers: number; minutes: number }> {
  const { rows } = await tx.client.query<{ customers: number; minutes: number }>(
    `select count(distinct customer_id)::int as customers, coalesce(sum(coalesce(minutes, 5)), 0)::int as minutes
     from touchpoint where workspace_id = $1 and colleague_id = $2 and happened_at >= $3 and happened_at < $4 and kind <> 'note'`,
    [tx.workspace, wanted.colleague, wanted.from.toString(), wanted.before.toString()],
  );
  return rows[0] ?? { customers: 0, minutes: 0 };
}

/** Which customers somebody tried to reach on a day, without reaching anybody. */
export async function attemptedOn(tx: Tx, day: Temporal.PlainDate): Promise<ReadonlySet<string>> {
  const { timeZone } = await readWorkspace(tx);
  const [from, before] = [endOfDay(day.subtract({ days: 1 }), timeZone), endOfDay(day, timeZone)];
  const { rows } = await tx.client.query<{ customer: string }>(
    `select distinct customer_id as customer from touchpoint
     where workspace_id = $1 and happened_at >= $2 and happened_at < $3 and not reached`,
    [tx.workspace, from.toString(), before.toString()],
  );
  return new Set(rows.map((row) => row.customer));
}
