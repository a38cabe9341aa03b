import { err, ok, type Result } from '#kit/domain/result.ts';

/** Minutes of a day: at most sixteen hours, as in the preferences. */
const longestDay = 960;

/** Takes the minutes that a colleague has for one day (`today.hours_out_of_range`); none is an answer, too. */
export function readHours(minutes: number): Result<number> {
  const whole = Math.round(minutes);
  return Number.isFinite(whole) && whole >= 0 && whole <= longestDay
    ? ok(whole)
    : err('today.hours_out_of_range', { hours: longestDay / 60 }, 'minutes');
}

/** What is known of the time that a colleague has on a day. */
export type TimeOfDay = {
  /** What they said for this day alone; null where they said nothing. */
  readonly said: number | null;
  /** As many as they usually have. */
  readonly usual: number;
  /** How long they are at work; null where they are not. */
  readonly atWork: number | null;
};

/** The minutes that there are: what was said for the day, else as usual, no longer than the work lasts, and none on a day off. */
export function minutesAvailable({ said, usual, atWork }: TimeOfDay): number {
  return said ?? (atWork === null ? 0 : Math.min(usual, atWork));
}
