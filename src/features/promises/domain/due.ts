import { err, ok, type Result } from '#kit/domain/result.ts';

/** By when. Where it is a window ("Friday morning") it has a beginning too; the word is kept until its end. */
export type Due = {
  readonly from: Temporal.Instant | null;
  readonly at: Temporal.Instant;
};

/** By when, as somebody tells it: each moment with its offset (`2026-03-06T10:00:00Z`), or as clocks show it where the customer is (`2026-03-06T10:00`). */
export type DueTold = {
  readonly at: string;
  readonly from?: string | undefined;
  /** Which of the two moments is meant where clocks are turned back and show it twice. */
  readonly clock?: Clock | undefined;
};

export type Clock = 'earlier' | 'later';

/** What clocks of a place make of a moment that they show once, never, or twice. */
export type MomentThere =
  | { readonly shown: 'once'; readonly at: Temporal.Instant }
  | { readonly shown: 'never'; readonly before: Temporal.PlainDateTime; readonly after: Temporal.PlainDateTime }
  | { readonly shown: 'twice'; readonly earlier: Temporal.ZonedDateTime; readonly later: Temporal.ZonedDateTime };

const farthestYears = 10;

/**
 * Reads by when, with the clocks of a time zone. Refuses what is no moment (`promise.due_unreadable`), one that clocks skip (`promise.due_in_gap`, with
 * the nearest before and after), and one that they show twice where nobody said which (`promise.due_twice`, with both offsets).
 */
export function readDue(told: DueTold, timeZone: string): Result<Due> {
  const at = readMoment(told.at, timeZone, told.clock, 'dueAt');
  if (!at.ok) return at;
  if (told.from === undefined) return ok({ from: null, at: at.value });
  const from = readMoment(told.from, timeZone, told.clock, 'dueFrom');
  return from.ok ? ok({ from: from.value, at: at.value }) : from;
}

/** What the clocks of a place make of a local moment. */
export function momentThere(local: Temporal.PlainDateTime, timeZone: string): MomentThere {
  const earlier = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (earlier.equals(later)) return { shown: 'once', at: earlier.toInstant() };
  if (earlier.toPlainDateTime().equals(local)) return { shown: 'twice', earlier, later };
  const after = earlier.getTimeZoneTransition('next') ?? later;
  return { shown: 'never', before: after.subtract({ minutes: 1 }).toPlainDateTime(), after: after.toPlainDateTime() };
}

/**
 * Whether something can be promised by then: refuses a moment that has passed (`promise.due_in_past`), one more than ten years away
 * (`promise.due_too_far`), and a window that ends before it begins (`promise.window_backwards`).
 */
export function checkDue({ from, at }: Due, now: Temporal.Instant): Result<void> {
  if (Temporal.Instant.compare(at, now) <= 0) return err('promise.due_in_past', {}, 'dueAt');
  const farthest = now.toZonedDateTimeISO('UTC').add({ years: farthestYears }).toInstant();
  if (Temporal.Instant.compare(at, farthest) > 0) return err('promise.due_too_far', { years: farthestYears }, 'dueAt');
  if (from && Temporal.Instant.compare(from, at) >= 0) return err('promise.window_backwards', {}, 'dueFrom');
  return ok(undefined);
}

function readMoment(text: string, timeZone: string, clock: Clock | undefined, field: string): Result<Temporal.Instant> {
  try {
    if (/Z$|[+-]\d\d:?\d\d$/i.test(text)) return ok(Temporal.Instant.from(text));
    return onClocks(Temporal.PlainDateTime.from(text), timeZone, clock, field);
  } catch {
    return err('promise.due_unreadable', {}, field);
  }
}

function onClocks(local: Temporal.PlainDateTime, timeZone: string, clock: Clock | undefined, field: string): Result<Temporal.Instant> {
  const there = momentThere(local, timeZone);
  const time = (moment: Temporal.PlainDateTime) => moment.toPlainTime().toString({ smallestUnit: 'minute' });
  if (there.shown === 'once') return ok(there.at);
  if (there.shown === 'never')
    return err('promise.due_in_gap', { time: time(local), before: time(there.before), after: time(there.after) }, field);
  if (clock) return ok(there[clock].toInstant());
  return err('promise.due_twice', { time: time(local), earlier: there.earlier.offset, later: there.later.offset }, field);
}
