import { tidyLine } from '#features/people/domain/index.ts';
import { err, ok, type Result } from '#kit/domain/result.ts';
import { checkDue, type Due } from './due.ts';

/** How firmly it was said: a word given, or what we aim at. Both are counted; an aim weighs less on the list of the day. */
export const firmnesses = ['firm', 'aim'] as const;
export type Firmness = (typeof firmnesses)[number];

/** When it happened, and who did it. */
type Done = { readonly at: Temporal.Instant; readonly by: string };

/** What happens to a promise. Its state is made of these, in their order, and of nothing else. Colleagues are ids; nobody is named where Tend itself reminds. */
export type PromiseEvent =
  | (Done & { readonly kind: 'given' | 'time_asked' | 'called_anyway'; readonly due: Due })
  | (Done & { readonly kind: 'handed_over'; readonly to: string })
  | (Omit<Done, 'by'> & { readonly kind: 'reminded'; readonly by: string | null; readonly to: string })
  | (Done & { readonly kind: 'accepted' | 'declined' | 'withdrawn' | 'kept' | 'broken' | 'released' | 'reopened' });

export type PromiseState = 'open' | 'kept' | 'kept_late' | 'broken' | 'released';

/** What became of the last colleague who was asked to take a promise over. */
export type Answered = { readonly to: string; readonly how: 'accepted' | 'declined' | 'withdrawn' | 'passed_on' };

/** What the events of a promise add up to. */
export type PromiseStanding = {
  readonly state: PromiseState;
  readonly givenAt: Temporal.Instant;
  /** The moment in force, after every extension. */
  readonly due: Due;
  readonly endedAt: Temporal.Instant | null;
  readonly timesAsked: number;
  /** The first moment in force that passed before anything was said: whatever follows, it is late. What nothing was said to at all is told by the clock. */
  readonly missedAt: Temporal.Instant | null;
  /** Whose it is. There is always somebody. */
  readonly owner: string;
  /** For whom its end counts: whoever owned it when it was missed or ended. Taking over what is late takes over no blame. */
  readonly countsFor: string;
  /** Who was asked to take it over and has not answered. Until then it belongs to its owner. */
  readonly handed: { readonly to: string; readonly by: string; readonly at: Temporal.Instant } | null;
  /** Who was asked since it last found an owner or a new moment, and did not take it. */
  readonly asked: readonly string[];
  readonly answered: Answered | null;
  readonly reminded: { readonly to: string; readonly at: Temporal.Instant } | null;
  /** What happened to it last, and who did it; reminders aside, which change nothing about it. */
  readonly last: Done;
  /** Whom Tend told of the moment in force, and what: that it is near, or that it has come. */
  readonly told: readonly Told[];
};

type Told = { readonly to: string; readonly of: 'soon' | 'due' };

/** Reads a promise from its events, the first of which gives it. */
export function standingOf([first, ...rest]: readonly PromiseEvent[]): PromiseStanding {
  if (first?.kind !== 'given') throw new Error('a promise begins by being given');
  return rest.reduce<PromiseStanding>(after, {
    state: 'open',
    givenAt: first.at,
    due: first.due,
    endedAt: null,
    timesAsked: 0,
    missedAt: null,
    owner: first.by,
    countsFor: first.by,
    handed: null,
    asked: [],
    answered: null,
    reminded: null,
    last: { at: first.at, by: first.by },
    told: [],
  });
}

/** What a promise is after one more event. */
export function after(before: PromiseStanding, event: PromiseEvent): PromiseStanding {
  // A reminder says nothing to the customer, and what was done in time may be told after it. What Tend does by itself keeps no colleague from reminding.
  if (event.kind === 'reminded')
    return event.by === null ? { ...before, told: toldAlso(before, event) } : { ...before, reminded: { to: event.to, at: event.at } };
  const missedAt = isOverdue(before, event.at) ? (before.missedAt ?? before.due.at) : before.missedAt;
  const promise = { ...before, missedAt, last: { at: event.at, by: event.by } };
  switch (event.kind) {
    case 'given':
      throw new Error('a promise is given once');
    case 'time_asked':
    case 'called_anyway':
      return { ...promise, due: event.due, timesAsked: promise.timesAsked + 1, asked: promise.handed ? [promise.handed.to] : [], told: [] };
    case 'handed_over': {
      const { handed, asked } = promise;
      const answered: Answered | null = handed ? { to: handed.to, how: 'passed_on' } : promise.answered;
      return { ...promise, handed: { to: event.to, by: event.by, at: event.at }, asked: [...asked, event.to], answered };
    }
    case 'accepted': {
      const owner = promise.handed?.to ?? promise.owner;
      const countsFor = promise.missedAt ? promise.countsFor : owner;
      return { ...promise, owner, countsFor, handed: null, asked: [], answered: { to: owner, how: 'accepted' } };
    }
    case 'declined':
      return { ...promise, handed: null, answered: answerOf(promise, 'declined') };
    case 'withdrawn':
      // Whoever was not given the time to answer may be asked again.
      return { ...promise, handed: null, asked: promise.asked.slice(0, -1), answered: answerOf(promise, 'withdrawn') };
    case 'kept':
      return { ...ended(promise, event.at), state: promise.missedAt ? 'kept_late' : 'kept' };
    case 'broken':
    case 'released':
      return { ...ended(promise, event.at), state: event.kind };
    case 'reopened':
      return { ...promise, state: 'open', endedAt: null };
  }
}

/** Open, and the moment promised has passed. */
export function isOverdue({ state, due }: Pick<PromiseStanding, 'state' | 'due'>, now: Temporal.Instant): boolean {
  return state === 'open' && Temporal.Instant.compare(now, due.at) > 0;
}

/** What Tend has told the owner of the moment in force; null where it has not told them anything. */
export function toldToOwner({ owner, told }: Pick<PromiseStanding, 'owner' | 'told'>): 'soon' | 'due' | null {
  const theirs = told.filter(({ to }) => to === owner);
  if (theirs.some(({ of }) => of === 'due')) return 'due';
  return theirs.length > 0 ? 'soon' : null;
}

/** How many days past the day on which it was due, where the business is. Nothing before it; on the day itself zero. */
export function daysLate(dueAt: Temporal.Instant, day: Temporal.PlainDate, timeZone: string): number {
  return dueAt.toZonedDateTimeISO(timeZone).toPlainDate().until(day).days;
}

const longestWhat = 500;

/**
 * Our word: what, by when, and who gives it. Refused without words (`promise.what_missing`), with too many (`promise.what_too_long`), and by a moment
 * that `checkDue` refuses.
 */
export function give(
  told: { readonly what: string; readonly due: Due },
  by: string,
  now: Temporal.Instant,
): Result<{ what: string; event: PromiseEvent }> {
  const what = tidyLine(told.what);
  if (what === null) return err('promise.what_missing', {}, 'what');
  if (what.length > longestWhat) return err('promise.what_too_long', { maximum: longestWhat }, 'what');
  const due = checkDue(told.due, now);
  if (!due.ok) return due;
  return ok({ what, event: { kind: 'given', at: now, by, due: told.due } });
}

/**
 * More time, rather than an answer that is fast and wrong: asked for, or told in a call that was made although there was no answer yet. By the moment in
 * force it does no harm; after it, the promise is late. Refused for a promise that has ended, by a moment that `checkDue` refuses, and one that gives no more
 * time (`promise.not_later`).
 */
export function askTime(
  promise: PromiseStanding,
  kind: 'time_asked' | 'called_anyway',
  due: Due,
  by: string,
  now: Temporal.Instant,
): Result<PromiseEvent> {
  if (promise.state !== 'open') return alreadyEnded(promise);
  const checked = checkDue(due, now);
  if (!checked.ok) return checked;
  if (Temporal.Instant.compare(due.at, promise.due.at) <= 0) return err('promise.not_later', {}, 'dueAt');
  return ok({ kind, at: now, by, due });
}

/**
 * Ends a promise at the moment at which somebody did it, but not before what happened to it last (reminders aside): kept (late where a moment had passed),
 * broken because we could not, or released by the customer. A promise ends once (`promise.already_kept`, `promise.already_broken`,
 * `promise.already_released`).
 */
export function end(
  promise: PromiseStanding,
  how: 'kept' | 'broken' | 'released',
  by: string,
  doneAt: Temporal.Instant,
): Result<PromiseEvent> {
  if (promise.state !== 'open') return alreadyEnded(promise);
  const { last } = promise;
  return ok({ kind: how, at: Temporal.Instant.compare(doneAt, last.at) < 0 ? last.at : doneAt, by });
}

/** Takes back an end that was a mistake; an open promise has none (`promise.already_open`). The moment in force and the owner stay. */
export function reopen(promise: PromiseStanding, by: string, now: Temporal.Instant): Result<PromiseEvent> {
  return promise.state === 'open' ? err('promise.already_open') : ok({ kind: 'reopened', at: now, by });
}

/** Why nothing more can be done about a promise: how it ended, whose doing that was (their id), and when. */
export function alreadyEnded({ state, last }: PromiseStanding): Result<never> {
  const as = state === 'kept_late' ? 'kept' : state;
  return err(`promise.already_${as}`, { by: last.by, at: last.at.toString() });
}

function ended(promise: PromiseStanding, at: Temporal.Instant): PromiseStanding {
  return { ...promise, endedAt: at, handed: null, asked: [], countsFor: promise.missedAt ? promise.countsFor : promise.owner };
}

function toldAlso({ told, due }: PromiseStanding, { to, at }: { readonly to: string; readonly at: Temporal.Instant }): readonly Told[] {
  return [...told, { to, of: Temporal.Instant.compare(at, due.at) < 0 ? 'soon' : 'due' }];
}

function answerOf({ handed, answered }: PromiseStanding, how: Answered['how']): Answered | null {
  return handed ? { to: handed.to, how } : answered;
}
