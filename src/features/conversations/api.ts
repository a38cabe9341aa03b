import { z } from 'zod';
import { route } from '#kit/contract/route.ts';
import { touchpointKinds } from './domain/index.ts';

const kind = z.enum(touchpointKinds);
const direction = z.enum(['in', 'out']);
const named = z.object({ id: z.uuid(), name: z.string() });
const params = z.object({ touchpoint: z.uuid() });

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
  /** How much of the talk was theirs, 0 to 100. */
  listeningPercent: z.number().int().nullable(),
  /** Who logged it. */
  colleague: named,
  /** Who took part besides the customer and that colleague. */
  persons: z.array(named),
  colleagues: z.array(named),
  /** What was learned in it, without what is sensitive. */
  facts: z.array(z.object({ id: z.uuid(), kind: z.string(), text: z.string() })),
  /** When it was corrected last; what stood before stands in its history. */
  changedAt: z.iso.datetime().nullable(),
});

const participants = {
  personIds: z.array(z.uuid()).max(50).optional(),
  colleagueIds: z.array(z.uuid()).max(50).optional(),
};

export const TouchpointTold = z.object({
  kind,
  direction: direction.optional(),
  reached: z.boolean().optional(),
  /** Now, where it is left out. */
  at: z.iso.datetime({ offset: true }).optional(),
  minutes: z.number().nullable().optional(),
  summary: z.string().max(5000).optional(),
  pulse: z.number().nullable().optional(),
  listeningPercent: z.number().nullable().optional(),
  ...participants,
});

export const conversationsApi = {
  timeline: route({
    method: 'get',
    path: '/api/customers/{customer}/touchpoints',
    summary: 'What passed between us and a customer, the latest first',
    caller: 'seeCustomers',
    params: z.object({ customer: z.uuid() }),
    query: z.object({
      /** Kinds to show, parted by commas; all where it is left out. */
      kinds: z
        .string()
        .max(200)
        .transform((text) => text.split(','))
        .pipe(z.array(kind).min(1))
        .optional(),
      direction: direction.optional(),
      /** Logged by this colleague, or with them taking part. */
      colleague: z.uuid().optional(),
      /** Only those in which a pulse was read. */
      pulse: z.literal('read').optional(),
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
    caller: 'workWithCustomers',
    params: z.object({ customer: z.uuid() }),
    body: TouchpointTold,
    answer: Touchpoint,
  }),
  correct: route({
    method: 'patch',
    path: '/api/touchpoints/{touchpoint}',
    summary: 'Correct a touchpoint; what is left out stays as it is',
    caller: 'workWithCustomers',
    params,
    body: TouchpointTold.partial(),
    answer: Touchpoint,
  }),
  history: route({
    method: 'get',
    path: '/api/touchpoints/{touchpoint}/history',
    summary: 'How a touchpoint was corrected, the latest first: each field with what stood before and what stood then',
    caller: 'seeCustomers',
    params,
    answer: z.object({
      corrections: z.array(
        z.object({ at: z.iso.datetime(), colleague: named, fields: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])) }),
      ),
    }),
  }),
  pulse: route({
    method: 'get',
    path: '/api/customers/{customer}/pulse',
    summary: 'How a customer felt in the last three years, the oldest reading first, and the trend',
    caller: 'seeCustomers',
    params: z.object({ customer: z.uuid() }),
    query: z.object({ asOf: z.iso.date().optional() }),
    answer: z.object({
      readings: z.array(z.object({ at: z.iso.datetime(), pulse: z.number().int(), kind })),
      trend: z.enum(['rising', 'steady', 'falling', 'unknown']),
    }),
  }),
  participants: route({
    method: 'get',
    path: '/api/customers/{customer}/participants',
    summary: 'Who may have taken part: people at the organization and of the circle, and colleagues',
    caller: 'seeCustomers',
    params: z.object({ customer: z.uuid() }),
    answer: z.object({ persons: z.array(named), colleagues: z.array(named) }),
  }),
  remove: route({
    method: 'delete',
    path: '/api/touchpoints/{touchpoint}',
    summary: 'Take back a touchpoint that was logged by mistake',
    caller: 'workWithCustomers',
    params,
  }),
};
