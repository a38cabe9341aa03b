import { z } from 'zod';
import { route } from '#kit/contract/route.ts';
import { touchpointKinds } from './domain/index.ts';

const kind = z.enum(touchpointKinds);
const direction = z.enum(['in', 'out']);

export const Touchpoint = z.object({
  id: z.uuid(),
  kind,
  /** Who began it: `in` the customer, `out` we. */
  direction,
  /** False for an attempt that reached nobody. */
  reached: z.boolean(),
  at: z.iso.datetime(),
  minutes: z.number().int().nullable(),
  summary: z.string(),
  pulse: z.number().int().nullable(),
  colleague: z.object({ id: z.uuid(), name: z.string() }),
});

export const TouchpointTold = z.object({
  kind,
  direction: direction.optional(),
  reached: z.boolean().optional(),
  /** Now, where it is left out. */
  at: z.iso.datetime({ offset: true }).optional(),
  minutes: z.number().nullable().optional(),
  summary: z.string().max(5000).optional(),
  pulse: z.number().nullable().optional(),
});

export const conversationsApi = {
  timeline: route({
    method: 'get',
    path: '/api/customers/{customer}/touchpoints',
    summary: 'What passed between us and a customer, the latest first',
    caller: 'colleague',
    params: z.object({ customer: z.uuid() }),
    query: z.object({
      /** Kinds to show, parted by commas; all where it is left out. */
      kinds: z
        .string()
        .max(200)
        .transform((text) => text.split(','))
        .pipe(z.array(kind).min(1))
        .optional(),
      /** Nothing after the end of this day. */
      asOf: z.iso.date().optional(),
      after: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    answer: z.object({ touchpoints: z.array(Touchpoint), next: z.string().nullable() }),
  }),
  log: route({
    method: 'post',
    path: '/api/customers/{customer}/touchpoints',
    summary: 'Log what passed between us and a customer',
    caller: 'colleague',
    params: z.object({ customer: z.uuid() }),
    body: TouchpointTold,
    answer: Touchpoint,
  }),
  remove: route({
    method: 'delete',
    path: '/api/touchpoints/{touchpoint}',
    summary: 'Take back a touchpoint that was logged by mistake',
    caller: 'colleague',
    params: z.object({ touchpoint: z.uuid() }),
  }),
};
