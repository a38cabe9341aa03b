import { z } from 'zod';
import { route } from '#kit/contract/route.ts';
import { TouchpointTold } from '#features/conversations/api.ts';
import { touchpointKinds } from '#features/conversations/domain/index.ts';
import { factKinds, sensitivities } from '#features/people/domain/index.ts';
import { PromiseInTouchpoint } from '#features/promises/api.ts';

const local = z.iso.datetime({ local: true });

/** What one line seems to say; null is what it does not. */
export const Reading = z.object({
  /** The name that the line has for the customer, as it stands there. */
  named: z.string().nullable(),
  /** Whom that means, where it can only be one; otherwise who may be meant. */
  customer: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  candidates: z.array(z.object({ id: z.uuid(), name: z.string(), kind: z.enum(['person', 'organization']) })),
  /** In which the moments were read: the customer's, where it is known. */
  timeZone: z.string(),
  touchpoint: z.object({
    kind: z.enum(touchpointKinds).nullable(),
    direction: z.enum(['in', 'out']).nullable(),
    reached: z.boolean().nullable(),
    minutes: z.number().int().nullable(),
    pulse: z.number().int().nullable(),
    summary: z.string(),
  }),
  promises: z.array(
    z.object({
      what: z.string(),
      /** As the clocks of `timeZone` show it (`2026-03-06T15:00:00`), to be sent on as it is: they may skip it, or show it twice. */
      dueAt: local.nullable(),
      /** Where a span was named ("Friday morning"), its beginning. */
      dueFrom: local.optional(),
      hasHour: z.boolean(),
    }),
  ),
  facts: z.array(z.object({ kind: z.enum(factKinds), text: z.string(), sensitivity: z.enum(sensitivities) })),
});

export const quickEntryApi = {
  read: route({
    method: 'post',
    path: '/api/quick-entry/reading',
    summary: 'Read a line such as `called Maria 12 min, she prefers mornings, will send price list by Friday 15:00 :4`; nothing is saved',
    caller: 'workWithCustomers',
    body: z.object({
      line: z.string().max(5000),
      /** Whose page it is written on, or who was chosen. */
      customerId: z.uuid().nullable().optional(),
    }),
    answer: Reading,
  }),
  save: route({
    method: 'post',
    path: '/api/quick-entry',
    summary: 'Log a touchpoint with what was promised and learned in it, all or nothing',
    caller: 'workWithCustomers',
    body: z.object({
      customerId: z.uuid(),
      touchpoint: TouchpointTold,
      promises: z.array(PromiseInTouchpoint).max(20),
      facts: z
        .array(z.object({ kind: z.enum(factKinds), text: z.string().max(2000), sensitivity: z.enum(sensitivities).optional() }))
        .max(20),
    }),
    answer: z.object({ touchpointId: z.uuid(), promiseIds: z.array(z.uuid()), factIds: z.array(z.uuid()) }),
  }),
};
