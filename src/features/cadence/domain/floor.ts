import { err, ok, type Result } from '#kit/domain/result.ts';
import type { RoutineTerms } from './routine.ts';

/**
 * The least that every active customer gets, whatever their size. It cannot be switched off, only its number set. Active is who has bought, and did so
 * within the last `activeDays`: a prospect has not become a customer yet, and who has not bought for years is not called twice a year for ever.
 */
export type Floor = {
  /** Every active customer and we have heard each other within so many days. */
  readonly floorDays: number;
  readonly activeDays: number;
};

export const usualFloor: Floor = { floorDays: 180, activeDays: 730 };

/** Refuses a floor outside 30 to 365 days (`cadence.floor_out_of_range`) and a time of being active outside 90 to 1825 (`cadence.active_out_of_range`). */
export function readFloor({ floorDays, activeDays }: Floor): Result<Floor> {
  if (!isWithin(floorDays, 30, 365)) return err('cadence.floor_out_of_range', { least: 30, most: 365 }, 'floorDays');
  if (!isWithin(activeDays, 90, 1825)) return err('cadence.active_out_of_range', { least: 90, most: 1825 }, 'activeDays');
  return ok({ floorDays, activeDays });
}

/** Who has no routine is talked to in the last fifth of the floor, so that there are days to choose from. */
export function floorTerms({ floorDays }: Pick<Floor, 'floorDays'>): Pick<RoutineTerms, 'everyDays' | 'latestDays' | 'channel'> {
  return { everyDays: Math.floor(floorDays * 0.8), latestDays: floorDays, channel: 'call' };
}

function isWithin(days: number, least: number, most: number): boolean {
  return Number.isInteger(days) && days >= least && days <= most;
}
