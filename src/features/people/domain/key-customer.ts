import { err, ok, type Result } from '#kit/domain/result.ts';
import { tidyLine } from './name.ts';

/** A place on the short list of the most important customers: why, and when to ask whether that is still so. */
export type KeyListing = {
  readonly reason: string;
  readonly reviewOn: Temporal.PlainDate;
};

const longestReview = 366 * 2;

/**
 * A customer is on the list for a written reason (`key_customer.reason_missing`), to be looked at again on a day to come
 * (`key_customer.review_in_past`) within two years (`key_customer.review_too_far`).
 */
export function readKeyListing(told: { reason: string; reviewOn: Temporal.PlainDate }, today: Temporal.PlainDate): Result<KeyListing> {
  const reason = tidyLine(told.reason);
  if (reason === null) return err('key_customer.reason_missing', {}, 'reason');
  const days = today.until(told.reviewOn).days;
  if (days <= 0) return err('key_customer.review_in_past', { reviewOn: told.reviewOn.toString() }, 'reviewOn');
  if (days > longestReview) return err('key_customer.review_too_far', {}, 'reviewOn');
  return ok({ reason, reviewOn: told.reviewOn });
}
