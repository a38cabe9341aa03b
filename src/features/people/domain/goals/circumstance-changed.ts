import type { Reason } from '../reason.ts';
import { share, weighed } from '../weight.ts';

export type CircumstanceChange = {
  readonly fact: string;
  /** What is known now; null where it is too sensitive to stand on a list. */
  readonly text: string | null;
  readonly changedAt: Temporal.Instant;
  readonly changedOn: Temporal.PlainDate;
  /** What the customer wants to reach, by the goals not reviewed since. */
  readonly wishes: readonly [string, ...string[]];
  /** Minor units that are at stake with this customer. */
  readonly stake: number;
};

/**
 * A circumstance of a customer changed, and a goal of theirs was not thought through since: what we do for them may serve nothing any more.
 * Talking alone does not settle it, the review of the goal does.
 *
 * Cost: another week of helping towards the wrong thing is put at 2% of what is at stake. It is a judgement to order by, not a measurement.
 */
export function circumstanceChanged({ fact, text, changedAt, changedOn, wishes, stake }: CircumstanceChange): Reason {
  return {
    kind: 'people.circumstance_changed',
    occasion: `${fact}/${changedAt.toString()}`,
    ...weighed(stake, share('people.goal_adrift', 0.02)),
    evidence: {
      isTold: text === null ? 'no' : 'yes',
      circumstance: text ?? '',
      changedOn: changedOn.toString(),
      wish: wishes[0],
      more: wishes.length - 1,
    },
    action: 'call',
    minutes: 10,
  };
}
