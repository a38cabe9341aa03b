import { nextWorkdayOf } from '#features/cadence/server/index.ts';
import { contactsOf } from '#features/people/server/index.ts';
import { readWorkspace, todayOf } from '#features/workspace/server/index.ts';
import { fail, unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { living } from '#kit/server/summary.ts';
import { readHours } from '../domain/index.ts';
import { readDay } from './day.ts';
import { holdDay, readDaySaid, writeDaySaid } from './plan-store.ts';
import { listAmong } from './store.ts';

/** What is said anew about one's day; what is left out stays as it is. */
export type PlanChange = {
  /** For today alone; null for as many as usual. */
  readonly minutes?: number | null | undefined;
  /** Who comes first, in this order. */
  readonly first?: readonly string[] | undefined;
  /** Who is not for today. */
  readonly leftOut?: readonly string[] | undefined;
};

/**
 * Changes a colleague's plan for today. Whoever comes first is not left out. Refuses hours that no day has (`today.hours_out_of_range`), to leave
 * a promise out that is due (`today.promise_not_left_out`), and `customer.not_found`.
 */
export async function changePlan(tx: Tx, now: Temporal.Instant, colleague: string, change: PlanChange): Promise<void> {
  const day = todayOf(await readWorkspace(tx), now);
  const minutes = change.minutes === undefined || change.minutes === null ? change.minutes : unwrap(readHours(change.minutes));
  const { first, leftOut = [] } = change;
  const named = [...new Set([...(first ?? []), ...leftOut])];
  if ((await contactsOf(tx, named)).size < named.length) throw fail('customer.not_found');
  const asking = await listAmong(tx, { asOfOn: living, colleague, customers: leftOut });
  if (asking.some(({ promisedAt }) => promisedAt !== null)) throw fail('today.promise_not_left_out');
  await holdDay(tx, { colleague, day });
  const before = await readDaySaid(tx, { colleague, day });
  const chosen = [...new Set(first ?? before.first)].filter((one) => first !== undefined || !leftOut.includes(one));
  const out = [...new Set(change.leftOut ?? before.leftOut)].filter((one) => !chosen.includes(one));
  await writeDaySaid(
    tx,
    { colleague, day },
    { ...before, minutes: minutes === undefined ? before.minutes : minutes, first: chosen, leftOut: out },
  );
  const detail = { minutes: minutes ?? null, first: chosen.length, leftOut: out.length };
  await recordEvent(tx, now, { kind: 'today.plan_changed', colleague, detail });
}

/** Begins the day: who is in the plan now stays in it, in this order, until they are done. Begun twice, it is begun once. */
export async function startDay(tx: Tx, now: Temporal.Instant, colleague: string): Promise<void> {
  const day = todayOf(await readWorkspace(tx), now);
  await holdDay(tx, { colleague, day });
  const before = await readDaySaid(tx, { colleague, day });
  if (before.startedAt !== null) return;
  const { planned } = await readDay(tx, { day, asOfOn: living, isPast: false }, colleague);
  await writeDaySaid(tx, { colleague, day }, { ...before, startedAt: now, first: planned.map(({ customer }) => customer) });
  await recordEvent(tx, now, { kind: 'today.started', colleague, detail: { planned: planned.length } });
}

/** Puts customers at the head of the colleague's next workday, and answers which that is. Refuses `customer.not_found`. */
export async function carryOver(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  customers: readonly string[],
): Promise<Temporal.PlainDate> {
  const named = [...new Set(customers)];
  if ((await contactsOf(tx, named)).size < named.length) throw fail('customer.not_found');
  const today = todayOf(await readWorkspace(tx), now);
  const day = await nextWorkdayOf(tx, colleague, today);
  await holdDay(tx, { colleague, day });
  const before = await readDaySaid(tx, { colleague, day });
  const first = [...new Set([...before.first, ...named])];
  await writeDaySaid(tx, { colleague, day }, { ...before, first, leftOut: before.leftOut.filter((one) => !named.includes(one)) });
  const detail = { customers: named.length, on: day.toString() };
  await recordEvent(tx, now, { kind: 'today.carried_over', colleague, detail });
  return day;
}
