import type { z } from 'zod';
import type { promisesApi } from '../api.ts';

export type Reliability = z.output<(typeof promisesApi)['reliability']['answer']>;
