import type { Reason } from './reason.ts';
import { share, weighed } from './weight.ts';

export type KeyReview = {
  readonly reason: string;
  readonly reviewOn: Temporal.PlainDate;
  readonly day: Temporal.PlainDate;
  /** Minor units that are at stake with this customer. */
  readonly stake: number;
};

/**
 * The day has come to ask whether a key customer still is one. Settled by a new day of review or by taking them off the list.
 *
 * Cost: a list that nobody looks through grows long and means nothing; another week of it is put at 0.5% of what is at stake, and at 1% once
 * the day is a month past. It is a judgement to order by, not a measurement.
 */
export function keyReviewDue({ reason, reviewOn, day, stake }: KeyReview): Reason | undefined {
  const days = reviewOn.until(day).days;
  if (days < 0) return undefined;
  return {
    kind: 'people.key_review_due',
    occasion: reviewOn.toString(),
    ...weighed(stake, share('people.unlooked_list', days > 30 ? 0.01 : 0.005, { days })),
    evidence: { reviewOn: reviewOn.toString(), days, reason },
    action: 'review',
    minutes: 5,
  };
}
