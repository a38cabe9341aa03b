import type { z } from 'zod';
import type { ReviewAnswer } from '../api.ts';

export type Review = z.output<typeof ReviewAnswer>;
