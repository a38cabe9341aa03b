import type { z } from 'zod';
import type { TeamAnswer } from '../api.ts';

export type Team = z.output<typeof TeamAnswer>;
