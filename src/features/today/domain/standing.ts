import type { Reason } from '#features/people/domain/index.ts';

/** What a colleague said to a reason from the list. */
export type ReasonAnswer = {
  readonly kind: string;
  readonly occasion: string;
  readonly answer: 'snoozed' | 'declined';
  /** ISO date on which a snoozed reason is back. */
  readonly untilOn: string | null;
};

/**
 * When we last heard each other, when something last went out to them, and when somebody last tried and reached nobody: ISO dates, null for
 * never.
 */
export type LastTouch = {
  readonly contactOn: string | null;
  readonly fromUsOn: string | null;
  readonly attemptOn: string | null;
};

/** So many days a reason that still holds rests before it is brought up again. */
const daysOfRest = { afterContact: 30, afterMessage: 7, afterAttempt: 1 };

/**
 * The reasons that still stand on an ISO date: not declined, not snoozed beyond it, and not answered by what passed between us.
 * `answers` holds the last answer of each occasion, in any order. A declined occasion is gone for good; a snoozed one is back on its day;
 * a new occasion of the same kind is a new reason.
 */
export function standingReasons(
  reasons: readonly Reason[],
  answers: readonly ReasonAnswer[],
  touch: LastTouch | undefined,
  day: string,
): readonly Reason[] {
  return reasons.filter((reason) => {
    const answer = answers.find(({ kind, occasion }) => kind === reason.kind && occasion === reason.occasion);
    return !(answer && isPutOff(answer, day)) && !isSettledByTalk(reason, touch, day);
  });
}

function isPutOff({ answer, untilOn }: ReasonAnswer, day: string): boolean {
  return answer === 'declined' || (untilOn !== null && day < untilOn);
}

/** A conversation settles a reason for a month, a message that went out for a week, an attempt for the day; each only if it came after the reason arose. */
function isSettledByTalk({ sinceOn }: Reason, touch: LastTouch | undefined, day: string): boolean {
  if (sinceOn === undefined || !touch) return false;
  return (
    isWithin(touch.contactOn, sinceOn, day, daysOfRest.afterContact) ||
    isWithin(touch.fromUsOn, sinceOn, day, daysOfRest.afterMessage) ||
    isWithin(touch.attemptOn, sinceOn, day, daysOfRest.afterAttempt)
  );
}

function isWithin(on: string | null, sinceOn: string, day: string, rest: number): boolean {
  return on !== null && on >= sinceOn && Temporal.PlainDate.from(on).until(day).days < rest;
}
