import { err, ok, type Result } from '#kit/domain/result.ts';
import { tidyLine } from '../name.ts';

export const goalStates = ['open', 'reached', 'given_up'] as const;
export type GoalState = (typeof goalStates)[number];
export type GoalEventKind = 'set' | 'changed' | 'reviewed' | 'reached' | 'given_up' | 'reopened';

/** What a customer wants to achieve. */
export type GoalWords = {
  readonly wish: string;
  /** How we help. */
  readonly help: string | null;
  /** How both will see that it is reached. */
  readonly sign: string | null;
  readonly reviewOn: Temporal.PlainDate;
};

export type GoalTold = {
  readonly wish: string;
  readonly help?: string | null | undefined;
  readonly sign?: string | null | undefined;
  /** In three months, where it is left out. */
  readonly reviewOn?: Temporal.PlainDate | undefined;
};

export type GoalChange = { readonly [Field in keyof GoalTold]?: GoalTold[Field] | undefined };

const longestText = 500;
const longestReview = 366 * 2;

/**
 * Makes what was told into what is kept. Refused: `goal.wish_missing`, `goal.text_too_long`, `goal.review_in_past`, `goal.review_too_far`
 * (beyond two years: a goal that nobody looks at is none).
 */
export function readGoal(told: GoalTold, today: Temporal.PlainDate): Result<GoalWords> {
  const words = { wish: tidyLine(told.wish), help: tidyLine(told.help), sign: tidyLine(told.sign) };
  if (words.wish === null) return err('goal.wish_missing', {}, 'wish');
  for (const [field, text] of Object.entries(words)) {
    if (text !== null && text.length > longestText) return err('goal.text_too_long', { most: longestText }, field);
  }
  const reviewOn = told.reviewOn ?? today.add({ months: 3 });
  const days = today.until(reviewOn).days;
  if (days <= 0) return err('goal.review_in_past', {}, 'reviewOn');
  if (days > longestReview) return err('goal.review_too_far', {}, 'reviewOn');
  return ok({ ...words, wish: words.wish, reviewOn });
}

/** A change leaves what it does not name; a day of review that has come needs a new one. */
export function changeGoal(before: GoalWords, change: GoalChange, today: Temporal.PlainDate): Result<GoalWords> {
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<GoalTold>;
  const reviewOn = today.until(before.reviewOn).days > 0 ? before.reviewOn : undefined;
  return readGoal({ ...before, reviewOn, ...said }, today);
}

/** The state in which an event leaves a goal. */
export function stateAfter(kind: GoalEventKind): GoalState {
  return kind === 'reached' || kind === 'given_up' ? kind : 'open';
}

/** Whether a circumstance changed after somebody last thought a goal through. */
export function isChangedSince(thoughtThroughAt: Temporal.Instant, circumstanceChangedAt: Temporal.Instant): boolean {
  return Temporal.Instant.compare(circumstanceChangedAt, thoughtThroughAt) > 0;
}

/** Why an open goal should be thought through again: a circumstance changed since, or the day of the review has come. Null when neither. */
export function reviewDue(goal: Pick<GoalWords, 'reviewOn'>, isChanged: boolean, day: Temporal.PlainDate): 'circumstance' | 'day' | null {
  if (isChanged) return 'circumstance';
  return Temporal.PlainDate.compare(goal.reviewOn, day) <= 0 ? 'day' : null;
}
