import { share, weighed, type Reason } from '#features/people/domain/index.ts';

export type HandedPromise = {
  readonly id: string;
  readonly what: string;
  readonly dueAt: Temporal.Instant;
  /** Whose it is until it is accepted, and who is asked to take it over; with their names. */
  readonly owner: string;
  readonly ownerName: string;
  readonly to: string;
  readonly toName: string;
  readonly handedAt: Temporal.Instant;
};

/** So many days an unanswered question is left to the one who was asked. */
const daysOfPatience = 1;

/**
 * A promise that a colleague is asked to take over, and has not answered: a reason for the one who is asked, at once, and for the one whose it still
 * is, from the next day on. Each hand-over is an occasion of its own; only an answer settles it.
 *
 * Cost: what falls between two chairs is not kept, so another week is put at 3% of what is at stake, and a further 1% for every day that the question
 * waits, up to 15%; for the one who asked, at half of that. A judgement to order by, below a promise that is due.
 */
export function handOverWaiting(promise: HandedPromise, day: Temporal.PlainDate, timeZone: string, stake: number): readonly Reason[] {
  const handedOn = promise.handedAt.toZonedDateTimeISO(timeZone).toPlainDate();
  const waited = handedOn.until(day).days;
  if (waited < 0) return [];
  const unanswered = share('promises.unanswered', Math.min(0.15, 0.03 + 0.01 * waited), { days: waited });
  const occasion = `${promise.id}/handed/${promise.handedAt.toString()}`;
  const told = { what: promise.what, dueAt: promise.dueAt.toString(), handedOn: handedOn.toString() };
  const asked: Reason = {
    kind: 'promises.handed_to_you',
    occasion,
    ...weighed(stake, unanswered),
    evidence: { ...told, from: promise.ownerName },
    action: 'keep_promise',
    minutes: 3,
    colleague: promise.to,
  };
  if (waited < daysOfPatience) return [asked];
  const evidence = { ...told, to: promise.toName };
  const half = weighed(stake, unanswered, share('promises.other_acts_first', 0.5));
  return [asked, { ...asked, ...half, kind: 'promises.hand_over_unanswered', evidence, colleague: promise.owner }];
}
