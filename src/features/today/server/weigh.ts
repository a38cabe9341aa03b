import { attemptedOn } from '#features/conversations/server/index.ts';
import type { Reason, ReasonsAsked, Worth } from '#features/people/domain/index.ts';
import { worthOf } from '#features/purchases/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { standingReasons } from '../domain/index.ts';
import { answersOf } from './answers-store.ts';
import type { Weighed } from './attention-store.ts';
import { reasonSources } from './sources.ts';

/** What may be known: the day, the rows of the summary that speak of it, and the moment up to which answers count. */
export type Known = Pick<ReasonsAsked, 'day' | 'asOfOn' | 'now'>;

/** The reasons that stand, by customer; who has none is left out. Each feature is asked once for all customers together. `worth` where it is known already. */
export async function weigh(
  tx: Tx,
  known: Known,
  customers: readonly Weighed[],
  worth?: Worth,
): Promise<ReadonlyMap<string, readonly Reason[]>> {
  const ids = customers.map(({ customer }) => customer);
  const asked: ReasonsAsked = { ...known, customers: ids, worth: worth ?? (await worthOf(tx, known.asOfOn, ids)) };
  const [found, answers, attempted] = await Promise.all([
    Promise.all(reasonSources.map((reasonsToAct) => reasonsToAct(tx, asked))),
    answersOf(tx, ids, known.now),
    attemptedOn(tx, known.day),
  ]);
  const day = known.day.toString();
  const standing = new Map<string, readonly Reason[]>();
  for (const { customer, touch } of customers) {
    const all = found.flatMap((reasons) => reasons.get(customer) ?? []);
    if (all.length === 0) continue;
    const left = standingReasons(all, answers.get(customer) ?? [], { ...touch, attemptOn: attempted.has(customer) ? day : null }, day);
    if (left.length > 0) standing.set(customer, left);
  }
  return standing;
}
