import { z } from 'zod';
import { route } from '#kit/contract/route.ts';

export const sampleApi = {
  load: route({
    method: 'post',
    path: '/api/sample',
    summary: 'Fill an empty workspace with the sample business',
    caller: 'importData',
    answer: z.object({
      customers: z.number().int(),
      purchases: z.number().int(),
      touchpoints: z.number().int(),
      promises: z.number().int(),
    }),
  }),
};
