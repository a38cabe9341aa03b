import { costOfWaiting, minutesFor, minutesMore, type Reason } from '#features/people/domain/index.ts';
import { toThreeDigits } from './attention.ts';

/** How the place of a customer on the list came about, in figures that add up. */
export type Reckoning = {
  /** All reasons together, to the minor unit, and as it orders the list. */
  readonly sum: number;
  readonly told: number;
  readonly minutes: {
    /** Of the longest reason. */
    readonly longest: number;
    readonly others: number;
    readonly each: number;
    readonly total: number;
  };
};

/** Adds up what the reasons of a customer cost and take. */
export function reckoningOf(reasons: readonly Pick<Reason, 'cost' | 'minutes'>[]): Reckoning {
  const sum = costOfWaiting(reasons);
  return {
    sum,
    told: toThreeDigits(sum),
    minutes: {
      longest: Math.max(0, ...reasons.map(({ minutes }) => minutes)),
      others: Math.max(0, reasons.length - 1),
      each: minutesMore,
      total: minutesFor(reasons),
    },
  };
}
