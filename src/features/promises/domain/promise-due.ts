import { share, weighed, type Reason } from '#features/people/domain/index.ts';
import { daysLate, type Firmness } from './promise.ts';

export type DuePromise = {
  readonly id: string;
  readonly what: string;
  readonly firmness: Firmness;
  readonly dueAt: Temporal.Instant;
  /** The colleague who is to keep it, and the name. */
  readonly owner: string;
  readonly ownerName: string;
};

/**
 * An open promise that is due on the day, or was before. It is for the colleague who owns it; talking does not settle it, keeping it does. Asking for
 * more time makes it a new occasion.
 *
 * Cost: a word not kept for another week is put at 5% of what is at stake with the customer, and a further 1% for every day that it is late, up to
 * 25%; what we only said that we aim at, at half. It is a judgement to order by: a broken promise costs more than any silence.
 */
export function promiseDue(promise: DuePromise, day: Temporal.PlainDate, timeZone: string, stake: number): Reason | undefined {
  const late = daysLate(promise.dueAt, day, timeZone);
  if (late < 0) return undefined;
  const notKept = share('promises.not_kept', Math.min(0.25, 0.05 + 0.01 * late), { days: late });
  return {
    kind: 'promises.due',
    occasion: `${promise.id}/${promise.dueAt.toString()}`,
    ...weighed(stake, notKept, ...(promise.firmness === 'firm' ? [] : [share('promises.only_aimed', 0.5)])),
    evidence: { what: promise.what, by: promise.ownerName, dueAt: promise.dueAt.toString(), daysLate: late },
    action: 'keep_promise',
    minutes: 10,
    colleague: promise.owner,
  };
}
