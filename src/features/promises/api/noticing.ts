import { z } from 'zod';
import { TouchpointTold } from '#features/conversations/api.ts';
import { route } from '#kit/contract/route.ts';
import { due } from './promise.ts';

/** What we promised in a touchpoint, with whoever it was. */
export const PromiseInTouchpoint = z.object({ what: z.string().max(2000), ...due });

const local = z.iso.datetime({ local: true });

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
          /** As those clocks show it (`2026-03-06T15:00:00`), to be sent on as it is: they may skip it, or show it twice. */
          dueAt: local.nullable(),
          /** Where a span was named ("Friday morning"), its beginning. */
          dueFrom: local.nullable(),
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
      promises: z.array(PromiseInTouchpoint).min(1).max(20),
    }),
    answer: z.object({ touchpointId: z.uuid(), promiseIds: z.array(z.uuid()) }),
  }),
};
