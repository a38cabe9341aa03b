import type { Rhythm } from './rhythm.ts';

/** Derived, never typed in: no visit, one, two or more, and two or more but silent beyond their own rhythm. */
export type Stage = 'prospect' | 'first-time' | 'returning' | 'lapsed';

/** The stage on a day, from the visits up to that day. One visit is no rhythm, so a first-time customer does not lapse. */
export function stageOn(asOfDay: number, visits: number, rhythm: Rhythm | undefined): Stage {
  if (visits === 0) return 'prospect';
  if (visits === 1) return 'first-time';
  return rhythm !== undefined && asOfDay >= rhythm.silentFrom ? 'lapsed' : 'returning';
}
