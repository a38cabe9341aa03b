import { readWorkspace } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { circumstanceChanged, keyReviewDue, stakeOf, type Reason, type ReasonsAsked, type ReasonsFound } from '../domain/index.ts';
import { listUnreviewedGoals, type UnreviewedGoal } from './goals/unreviewed.ts';
import { listKeyReviewsDue } from './key-review-store.ts';

/** Why some of these customers should hear from us or be thought about, as far as people tells. */
export async function reasonsToAct(tx: Tx, { day, customers, worth }: ReasonsAsked): Promise<ReasonsFound> {
  const { timeZone } = await readWorkspace(tx);
  const found = new Map<string, Reason[]>();
  const add = (customer: string, reason: Reason | undefined) => {
    if (reason) found.set(customer, [...(found.get(customer) ?? []), reason]);
  };
  const [reviews, unreviewed] = await Promise.all([
    listKeyReviewsDue(tx, customers, day),
    listUnreviewedGoals(tx, customers, endOfDay(day, timeZone)),
  ]);
  for (const { customer, reason, reviewOn } of reviews) {
    add(customer, keyReviewDue({ reason, reviewOn, day, stake: stakeOf(worth, customer) }));
  }
  for (const [customer, goals] of Map.groupBy(unreviewed, (goal) => goal.customer)) {
    add(customer, reasonOf(goals, timeZone, stakeOf(worth, customer)));
  }
  return found;
}

function reasonOf([last, ...others]: readonly UnreviewedGoal[], timeZone: string, stake: number): Reason | undefined {
  if (!last) return undefined;
  const { change } = last;
  return circumstanceChanged({
    fact: change.fact_id,
    text: change.sensitivity === 'sensitive' ? null : change.text,
    changedAt: change.happened_at,
    changedOn: change.happened_at.toZonedDateTimeISO(timeZone).toPlainDate(),
    wishes: [last.wish, ...others.map(({ wish }) => wish)],
    stake,
  });
}
