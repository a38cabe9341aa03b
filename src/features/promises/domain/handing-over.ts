import { err, ok, type Result } from '#kit/domain/result.ts';
import { alreadyEnded, type PromiseEvent, type PromiseStanding } from './promise.ts';

/** Who acts. Whoever may act for colleagues settles what is between them. */
export type Actor = { readonly id: string; readonly mayActForColleagues: boolean };

/** So long somebody is left in peace after a reminder. */
const hoursBetweenReminders = 20;

/**
 * Asks a colleague to take a promise over; until they accept it stays with its owner. The owner asks, or who may act for colleagues, or whoever was asked
 * and knows somebody better. Refused for a promise that has ended; to whoever has it (`promise_hand_over.to_self`, `promise_hand_over.to_owner`); while another
 * is asked (`promise_hand_over.already_waiting`); by others (`promise_hand_over.not_allowed`); and in a circle: nobody is asked twice for the same moment in
 * a row of colleagues of whom none took it, nor is it passed back to its owner (`promise_hand_over.circle`; declining does that).
 */
export function handOver(promise: PromiseStanding, by: Actor, to: string, now: Temporal.Instant): Result<readonly PromiseEvent[]> {
  if (promise.state !== 'open') return alreadyEnded(promise);
  const isAsked = promise.handed?.to === by.id;
  if (to === promise.owner) {
    if (isAsked) return err('promise_hand_over.circle', {}, 'toId');
    return err(to === by.id ? 'promise_hand_over.to_self' : 'promise_hand_over.to_owner', {}, 'toId');
  }
  if (to === by.id)
    return by.mayActForColleagues && !isAsked ? ok(assign(promise, by.id, to, now)) : err('promise_hand_over.to_self', {}, 'toId');
  if (promise.handed && !isAsked) return err('promise_hand_over.already_waiting');
  if (!isAsked && promise.owner !== by.id && !by.mayActForColleagues) return err('promise_hand_over.not_allowed');
  if (promise.asked.includes(to)) return err('promise_hand_over.circle', {}, 'toId');
  return ok([{ kind: 'handed_over', at: now, by: by.id, to }]);
}

/** Gives a promise another owner without asking, as when a colleague leaves. Whoever was being asked is no longer. */
export function assign(promise: PromiseStanding, by: string, to: string, now: Temporal.Instant): readonly PromiseEvent[] {
  return [
    ...(promise.handed ? [{ kind: 'withdrawn', at: now, by } as const] : []),
    { kind: 'handed_over', at: now, by, to },
    { kind: 'accepted', at: now, by },
  ];
}

/** Takes over, or declines, what one was asked to. Refuses a promise that has ended, and what `notAsked` says. */
export function answer(promise: PromiseStanding, kind: 'accepted' | 'declined', by: string, now: Temporal.Instant): Result<PromiseEvent> {
  if (promise.state !== 'open') return alreadyEnded(promise);
  return promise.handed?.to === by ? ok({ kind, at: now, by }) : notAsked(promise, by);
}

/**
 * Takes back what nobody has answered yet: the owner of the promise, or who may act for colleagues (`promise_hand_over.not_allowed`). Refuses a promise that has
 * ended, and where nobody is asked any more says what became of it (`promise_hand_over.already_accepted`, …).
 */
export function withdraw(promise: PromiseStanding, by: Actor, now: Temporal.Instant): Result<PromiseEvent> {
  if (promise.state !== 'open') return alreadyEnded(promise);
  if (!promise.handed) return err(promise.answered ? `promise_hand_over.already_${promise.answered.how}` : 'promise_hand_over.none');
  if (promise.owner !== by.id && !by.mayActForColleagues) return err('promise_hand_over.not_allowed');
  return ok({ kind: 'withdrawn', at: now, by: by.id });
}

/**
 * Reminds whoever has to act: the colleague who is asked to take it over, or else the owner. Refused for a promise that has ended, to oneself
 * (`promise.reminder_to_self`), and so soon after the last one that it would nag (`promise.already_reminded`).
 */
export function remind(promise: PromiseStanding, by: string, now: Temporal.Instant): Result<PromiseEvent> {
  if (promise.state !== 'open') return alreadyEnded(promise);
  const to = promise.handed?.to ?? promise.owner;
  if (to === by) return err('promise.reminder_to_self');
  const { reminded } = promise;
  const isSoon = reminded?.to === to && Temporal.Instant.compare(now, reminded.at.add({ hours: hoursBetweenReminders })) < 0;
  return isSoon ? err('promise.already_reminded') : ok({ kind: 'reminded', at: now, by, to });
}

/** Why somebody has nothing to answer: it was settled a moment ago, another is asked, or nobody. */
function notAsked({ handed, answered }: PromiseStanding, by: string): Result<never> {
  if (answered?.to === by) return err(`promise_hand_over.already_${answered.how}`);
  return err(handed ? 'promise_hand_over.not_allowed' : 'promise_hand_over.none');
}
