import type { z } from 'zod';
import type { TeamAnswer } from '../api.ts';

/** So many names stand behind a figure at first, and at most. */
export const namesShown = { atFirst: 50, atMost: 1000 };

export type Team = z.output<typeof TeamAnswer>;
