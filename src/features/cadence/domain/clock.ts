import { attemptsInARound, daysOfPause } from './attempts.ts';
import { floorTerms, type Floor } from './floor.ts';
import type { RoutineTerms } from './routine.ts';

/** What the clock of a customer is read from. Days are numbers. */
export type ClockFigures = {
  /** When we last really heard each other: they spoke or wrote to us. What we sent and attempts do not restart the clock. */
  readonly heardOn: number | null;
  readonly firstPurchaseOn: number | null;
  readonly lastPurchaseOn: number | null;
  /** Of days on which we tried since then, without an answer. */
  readonly attempts: number;
  readonly lastAttemptOn: number | null;
};

export type ContactWindow = { readonly dueOn: number; readonly latestOn: number };

/** A routine with the day on which it was made, from which the clock of those counts who never talked to us nor bought. */
type RoutineOnClock = Pick<RoutineTerms, 'everyDays' | 'latestDays'> & { readonly madeOn: number };

/** A window that opens after a pause or a quiet time is at least a week wide. */
export const leastWindow = 6;

/** Whether the floor holds for somebody on a day: they have bought, and not too long ago. */
function isActive({ lastPurchaseOn }: Pick<ClockFigures, 'lastPurchaseOn'>, { activeDays }: Floor, today: number): boolean {
  return lastPurchaseOn !== null && lastPurchaseOn >= today - activeDays;
}

/**
 * From when it is time to talk to a customer again, and by when at the latest: by their routine, never under the floor where it holds, or by the
 * floor alone. Undefined where neither asks for anything. After six attempts that nobody answered the window opens thirty days after the last.
 */
export function contactWindow(
  figures: ClockFigures,
  routine: RoutineOnClock | undefined,
  floor: Floor,
  today: number,
): ContactWindow | undefined {
  const active = isActive(figures, floor, today);
  if (!routine && !active) return undefined;
  const { everyDays, latestDays } = routine ?? floorTerms(floor);
  const most = active ? floor.floorDays : Number.POSITIVE_INFINITY;
  const startedOn = figures.heardOn ?? figures.firstPurchaseOn ?? routine?.madeOn ?? today;
  const dueOn = startedOn + Math.min(everyDays, most);
  const latestOn = startedOn + Math.min(latestDays, most);
  const { attempts, lastAttemptOn } = figures;
  if (attempts === 0 || attempts % attemptsInARound !== 0 || lastAttemptOn === null) return { dueOn, latestOn };
  const rested = Math.max(dueOn, lastAttemptOn + daysOfPause);
  return { dueOn: rested, latestOn: Math.max(latestOn, rested + leastWindow) };
}
