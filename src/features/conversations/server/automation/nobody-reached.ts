import type { Trigger } from '#kit/server/automation.ts';

/** We tried, and nobody answered. */
export const nobodyReached: Trigger = {
  id: 'nobody_reached',
  event: 'touchpoint.logged',
  blanks: [],
  fits: ({ reached, direction }) => reached === false && direction === 'out',
};
