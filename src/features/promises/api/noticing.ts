import { z } from 'zod';
import { TouchpointTold } from '#features/conversations/api.ts';
import { route } from '#kit/contract/route.ts';
import { due } from './promise.ts';

export const noticingRoutes = {
  notice: route({
    method: 'post',
    path: '/api/noticed-promises',
    summary: 'What we seem to promise in a text, in any of the six languages; nothing is saved',
    caller: 'workWithCustomers',
    body: z.object({
      text: z.string().max(20_000),
      /** To whom it is written: "tomorrow at nine" is read on their clocks. */
      customerId: z.uuid().nullable().optional(),
    }),
    answer: z.object({
      /** Whose clocks the moments were read on. */
      timeZone: z.string(),
      promises: z.array(
        z.object({
          what: z.string(),
          dueAt: z.iso.datetime().nullable(),
          /** Where a span was named ("Friday morning"), its beginning. */
          dueFrom: z.iso.datetime().nullable(),
          /** False where only a day was named: `dueAt` is the end of its work. */
          hasHour: z.boolean(),
          /** Where it stands in the text, in UTF-16 code units. */
          start: z.number().int(),
          end: z.number().int(),
        }),
      ),
    }),
  }),
  logWithPromises: route({
    method: 'post',
    path: '/api/customers/{customer}/touchpoints/with-promises',
    summary: 'Log a touchpoint with what was promised in it, all or nothing',
    caller: 'workWithCustomers',
    params: z.object({ customer: z.uuid() }),
    body: z.object({
      touchpoint: TouchpointTold,
      promises: z
        .array(z.object({ what: z.string().max(2000), ...due }))
        .min(1)
        .max(20),
    }),
    answer: z.object({ touchpointId: z.uuid(), promiseIds: z.array(z.uuid()) }),
  }),
};
