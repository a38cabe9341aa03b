import type { Reason } from '#features/people/domain/index.ts';
import { err, ok, type Result } from '#kit/domain/result.ts';

const longestSnooze = 366;

type Answered = Pick<Reason, 'action'>;

/**
 * Puts reasons off until a day after today (`today.snooze_in_past`) and within a year (`today.snooze_too_far`). Our word is not put off
 * quietly (`today.promise_not_snoozed`): the customer is asked for more time.
 */
export function readSnooze(
  reasons: readonly Answered[],
  untilOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Result<Temporal.PlainDate> {
  const days = today.until(untilOn).days;
  if (reasons.some(isOurWord)) return err('today.promise_not_snoozed');
  if (days <= 0) return err('today.snooze_in_past', { untilOn: untilOn.toString() }, 'untilOn');
  if (days > longestSnooze) return err('today.snooze_too_far', {}, 'untilOn');
  return ok(untilOn);
}

/**
 * Says no to reasons, and why (`today.why_missing`). Our word cannot be declined (`today.promise_not_declined`): it is kept, or more time
 * is asked for, or the customer releases us from it.
 */
export function readDecline(reasons: readonly Answered[], why: string): Result<string> {
  const words = why
    .normalize('NFC')
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
  if (reasons.some(isOurWord)) return err('today.promise_not_declined');
  return words === '' ? err('today.why_missing', {}, 'why') : ok(words);
}

/** Whether a reason is a promise, which nothing but keeping it settles. */
export function isOurWord({ action }: Answered): boolean {
  return action === 'keep_promise';
}
