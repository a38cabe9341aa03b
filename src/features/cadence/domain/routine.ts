import { tidyLine, type ReasonAction } from '#features/people/domain/index.ts';
import { err, ok, type Result } from '#kit/domain/result.ts';

/** How a customer hears from us by a routine; the first ones reach the most people. */
export const channels = ['call', 'message', 'email', 'visit', 'meeting', 'letter'] as const;
export type Channel = (typeof channels)[number];

/** Whom a routine is for, the most particular before the others: of several routines of a customer the first of these counts. */
export const targetKinds = ['customer', 'list', 'tag', 'key', 'stage'] as const;
export type TargetKind = (typeof targetKinds)[number];

/** How often, and how, customers hear from us without another reason. */
export type RoutineTerms = {
  /** The days after which it is time again, and after which it is late. */
  readonly everyDays: number;
  readonly latestDays: number;
  readonly channel: Channel;
  /** What for, in words that the customer could hear. */
  readonly purpose: string;
};

export type RoutineTold = Omit<RoutineTerms, 'latestDays'> & { readonly latestDays?: number | undefined };

const longestGap = 730;
const longestPurpose = 200;

/**
 * Makes what was told into what is kept; where nothing is said of the latest day, a quarter more than the ideal, within the floor. Refuses a rule
 * that never fires or too seldom to be one (`routine.every_out_of_range`: 1 to 730 days), a latest day before the ideal one
 * (`routine.latest_before_ideal`), one that would let a customer fall under the floor (`routine.beyond_floor` {floor}; `floorDays` is undefined
 * where the floor does not hold, for prospects), and one without a purpose (`routine.purpose_missing`, `routine.purpose_too_long`).
 */
export function readRoutine(told: RoutineTold, floorDays: number | undefined): Result<RoutineTerms> {
  const { everyDays, channel } = told;
  const most = Math.min(longestGap, floorDays ?? longestGap);
  if (!isGap(everyDays)) return err('routine.every_out_of_range', { most: longestGap }, 'everyDays');
  if (everyDays > most) return err('routine.beyond_floor', { floor: most }, 'everyDays');
  const latestDays = told.latestDays ?? Math.min(most, Math.ceil(everyDays * 1.25));
  if (!isGap(latestDays)) return err('routine.every_out_of_range', { most: longestGap }, 'latestDays');
  if (latestDays < everyDays) return err('routine.latest_before_ideal', {}, 'latestDays');
  if (latestDays > most) return err('routine.beyond_floor', { floor: most }, 'latestDays');
  const purpose = tidyLine(told.purpose);
  if (purpose === null) return err('routine.purpose_missing', {}, 'purpose');
  if (purpose.length > longestPurpose) return err('routine.purpose_too_long', { maximum: longestPurpose }, 'purpose');
  return ok({ everyDays, latestDays, channel, purpose });
}

/** Minutes that a colleague is likely to need, by the channel. */
export function minutesBy(channel: Channel): number {
  return { call: 10, message: 5, email: 10, visit: 30, meeting: 30, letter: 15 }[channel];
}

export function actionBy(channel: Channel): ReasonAction {
  return ({ call: 'call', message: 'write', email: 'write', visit: 'visit', meeting: 'visit', letter: 'write' } as const)[channel];
}

function isGap(days: number): boolean {
  return Number.isInteger(days) && days >= 1 && days <= longestGap;
}
