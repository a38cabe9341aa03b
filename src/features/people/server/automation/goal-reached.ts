import type { Trigger } from '#kit/server/automation.ts';

export const goalReached: Trigger = { id: 'goal_reached', event: 'goal.reached', blanks: [], fits: () => true };
