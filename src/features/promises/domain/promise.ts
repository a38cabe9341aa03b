import { tidyLine } from '#features/people/domain/index.ts';
import { err, ok, type Result } from '#kit/domain/result.ts';

/** What happens to a promise. Its state is made of these, in their order, and of nothing else. */
export type PromiseEvent =
  | { readonly kind: 'given' | 'time_asked'; readonly at: Temporal.Instant; readonly dueAt: Temporal.Instant }
  | { readonly kind: 'kept' | 'broken' | 'released' | 'reopened'; readonly at: Temporal.Instant };

export type PromiseState = 'open' | 'kept' | 'kept_late' | 'broken' | 'released';

/** What the events of a promise add up to. */
export type PromiseStanding = {
  readonly state: PromiseState;
  readonly givenAt: Temporal.Instant;
  /** The moment in force, after every extension. */
  readonly dueAt: Temporal.Instant;
  /** When that moment was agreed. */
  readonly dueSinceAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
  readonly timesAsked: number;
  /** More time was asked for only after the moment had passed: whatever follows, it is late. */
  readonly askedLate: boolean;
};

/** Reads a promise from its events, the first of which gives it. */
export function standingOf([first, ...rest]: readonly PromiseEvent[]): PromiseStanding {
  if (first?.kind !== 'given') throw new Error('a promise begins by being given');
  return rest.reduce<PromiseStanding>(after, {
    state: 'open',
    givenAt: first.at,
    dueAt: first.dueAt,
    dueSinceAt: first.at,
    endedAt: null,
    timesAsked: 0,
    askedLate: false,
  });
}

/** What a promise is after one more event. */
export function after(promise: PromiseStanding, event: PromiseEvent): PromiseStanding {
  switch (event.kind) {
    case 'given':
      throw new Error('a promise is given once');
    case 'time_asked': {
      const askedLate = promise.askedLate || isOverdue(promise, event.at);
      return { ...promise, dueAt: event.dueAt, dueSinceAt: event.at, timesAsked: promise.timesAsked + 1, askedLate };
    }
    case 'kept': {
      const late = promise.askedLate || isOverdue(promise, event.at);
      return { ...promise, state: late ? 'kept_late' : 'kept', endedAt: event.at };
    }
    case 'broken':
    case 'released':
      return { ...promise, state: event.kind, endedAt: event.at };
    case 'reopened':
      return { ...promise, state: 'open', endedAt: null };
  }
}

/** Open, and the moment promised has passed. */
export function isOverdue(promise: Pick<PromiseStanding, 'state' | 'dueAt'>, now: Temporal.Instant): boolean {
  return promise.state === 'open' && Temporal.Instant.compare(now, promise.dueAt) > 0;
}

/** How many days past the day on which it was due, where the business is. Nothing before it; on the day itself zero. */
export function daysLate(dueAt: Temporal.Instant, day: Temporal.PlainDate, timeZone: string): number {
  return dueAt.toZonedDateTimeISO(timeZone).toPlainDate().until(day).days;
}

const longestWhat = 500;

/**
 * Our word: what, and by when. Refused without words (`promise.what_missing`), with too many (`promise.what_too_long`), for a moment that has
 * passed (`promise.due_in_past`), or more than ten years away (`promise.due_too_far`).
 */
export function give(
  told: { what: string; dueAt: Temporal.Instant },
  now: Temporal.Instant,
): Result<{ what: string; event: PromiseEvent }> {
  const what = tidyLine(told.what);
  if (what === null) return err('promise.what_missing', {}, 'what');
  if (what.length > longestWhat) return err('promise.what_too_long', { maximum: longestWhat }, 'what');
  const due = checkDue(told.dueAt, now);
  if (!due.ok) return due;
  return ok({ what, event: { kind: 'given', at: now, dueAt: told.dueAt } });
}

/**
 * Asks for more time rather than answer fast and wrong. Before the moment in force it does no harm; after it, the promise is late. Refused for a
 * promise that has ended, a moment that has passed or is too far, and one that gives no more time (`promise.not_later`).
 */
export function askTime(promise: PromiseStanding, dueAt: Temporal.Instant, now: Temporal.Instant): Result<PromiseEvent> {
  if (promise.state !== 'open') return alreadyEnded(promise.state);
  const due = checkDue(dueAt, now);
  if (!due.ok) return due;
  if (Temporal.Instant.compare(dueAt, promise.dueAt) <= 0) return err('promise.not_later', {}, 'dueAt');
  return ok({ kind: 'time_asked', at: now, dueAt });
}

/**
 * Ends a promise: kept (late where the moment had passed), broken because we could not, or released by the customer. A promise ends once
 * (`promise.already_kept`, `promise.already_broken`, `promise.already_released`).
 */
export function end(promise: PromiseStanding, how: 'kept' | 'broken' | 'released', now: Temporal.Instant): Result<PromiseEvent> {
  return promise.state === 'open' ? ok({ kind: how, at: now }) : alreadyEnded(promise.state);
}

/** Takes back an end that was a mistake; an open promise has none (`promise.already_open`). The moment in force stays. */
export function reopen(promise: PromiseStanding, now: Temporal.Instant): Result<PromiseEvent> {
  return promise.state === 'open' ? err('promise.already_open') : ok({ kind: 'reopened', at: now });
}

function checkDue(dueAt: Temporal.Instant, now: Temporal.Instant): Result<void> {
  if (Temporal.Instant.compare(dueAt, now) <= 0) return err('promise.due_in_past', {}, 'dueAt');
  const farthest = now.toZonedDateTimeISO('UTC').add({ years: 10 }).toInstant();
  if (Temporal.Instant.compare(dueAt, farthest) > 0) return err('promise.due_too_far', { years: 10 }, 'dueAt');
  return ok(undefined);
}

function alreadyEnded(state: Exclude<PromiseState, 'open'>): Result<never> {
  switch (state) {
    case 'kept':
    case 'kept_late':
      return err('promise.already_kept');
    case 'broken':
      return err('promise.already_broken');
    case 'released':
      return err('promise.already_released');
  }
}
