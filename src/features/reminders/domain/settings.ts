import { err, ok, type Result } from '#kit/domain/result.ts';
import { isTimeZone } from '#kit/domain/time-zone.ts';

/** So many minutes before a promise falls due its owner may be reminded; 0 for not at all. */
export const timesBefore = [0, 15, 30, 60, 120, 240, 480, 1440, 2880] as const;

/** Long enough to still keep the word, short enough not to be forgotten again. */
export const usualMinutesBefore = 60;

/** How a colleague is reminded. */
export type ReminderSettings = {
  readonly minutesBefore: number;
  readonly digest: boolean;
  /** The full hour of the digest, 0 to 23. */
  readonly digestHour: number;
  /** On which days (1 is Monday); null for those on which they work. */
  readonly digestWeekdays: readonly number[] | null;
  /** On whose clocks; null for those of the business. */
  readonly timeZone: string | null;
};

/**
 * Refuses a time before a promise that cannot be chosen (`reminder.time_before_unknown`), a digest on no day at all, which would never come (`reminder.no_day`),
 * and clocks of a place that has none (`reminder.time_zone_unknown`). Days come back in order and once each.
 */
export function readReminderSettings(told: ReminderSettings): Result<ReminderSettings> {
  if (!timesBefore.some((minutes) => minutes === told.minutesBefore)) return err('reminder.time_before_unknown', {}, 'minutesBefore');
  const days = told.digestWeekdays && [...new Set(told.digestWeekdays)].filter((day) => day >= 1 && day <= 7).toSorted((a, b) => a - b);
  if (days?.length === 0) return err('reminder.no_day', {}, 'digestWeekdays');
  if (told.timeZone !== null && !isTimeZone(told.timeZone))
    return err('reminder.time_zone_unknown', { timeZone: told.timeZone }, 'timeZone');
  return ok({ ...told, digestWeekdays: days });
}
