import { z } from 'zod';
import { route } from '#kit/contract/route.ts';
import { PromiseView } from './promise.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** Whose months: those of the ISO calendar, or the Persian ones. */
export const calendars = ['gregorian', 'persian'] as const;
const named = z.object({ id: z.uuid(), name: z.string() });
/** Ids of colleagues, with commas between them. */
const of = z
  .string()
  .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36})*$/)
  .max(4000)
  .optional();

export const Figure = z.object({
  kept: z.number().int(),
  missed: z.number().int(),
  /** Of those that count, 0 to 1; null where none does. */
  share: z.number().nullable(),
  /** The true share lies between these with a chance of 95%. */
  low: z.number(),
  high: z.number(),
});

export const kinds = ['value', 'stage', 'key'] as const;

export const ReliabilityView = z.object({
  /** The first and the last day that the figures are about. */
  from: z.iso.date(),
  until: z.iso.date(),
  workspace: Figure,
  /** The colleagues asked for together; the same as the workspace where none was. */
  team: Figure,
  /** Twelve months of the team, the last one the month asked for: each in the calendar asked for, with its first and its last day. */
  months: z.array(z.object({ month, from: z.iso.date(), until: z.iso.date(), figure: Figure })),
  /** Who can be relied on most comes first: by the lower end of the interval. */
  colleagues: z.array(z.object({ colleague: named, figure: Figure })),
  /** Of the team, by what the customers are today. */
  kinds: z.array(z.object({ by: z.enum(kinds), kind: z.string(), figure: Figure })),
  /** The days of the month asked for on which something was kept or missed by the team. */
  days: z.array(z.object({ on: z.iso.date(), kept: z.number().int(), missed: z.number().int() })),
});

export const reliabilityRoutes = {
  reliability: route({
    method: 'get',
    path: '/api/promises/reliability',
    summary: 'How many promises were kept by the moment in force, of the workspace, of colleagues, by month and by kind of customer',
    caller: 'seeCustomers',
    query: z.object({
      /** `2026-03` of the calendar, or a day (`2026-03-06`) for the month in which it lies; this month, unless told. */
      month: z.union([month, z.iso.date()]).optional(),
      calendar: z.enum(calendars).default('gregorian'),
      /** Whether figures are of that month alone, or of the twelve that end with it. */
      span: z.enum(['month', 'year']).default('year'),
      of,
    }),
    answer: ReliabilityView,
  }),
  counted: route({
    method: 'get',
    path: '/api/promises/counted',
    summary: 'The promises behind a figure of reliability, the latest first',
    caller: 'seeCustomers',
    query: z.object({
      from: z.iso.date(),
      until: z.iso.date(),
      outcome: z.enum(['kept', 'missed']).optional(),
      of,
      by: z.enum(kinds).optional(),
      kind: z.string().max(20).optional(),
      after: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({ promises: z.array(PromiseView), next: z.string().nullable() }),
  }),
};
