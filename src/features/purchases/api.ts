import { z } from 'zod';
import { route } from '#kit/contract/route.ts';

const asOf = z.iso.date().optional();
const Estimate = z.object({ expected: z.number(), low: z.number(), high: z.number() });
const Change = z.object({ recent: z.number(), earlier: z.number(), since: z.iso.date() });

export const PurchaseAnswer = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: z.enum(['sale', 'return', 'adjustment']),
  placedAt: z.iso.datetime(),
  placedOn: z.iso.date(),
  totalMinor: z.number().int(),
  currency: z.string(),
  lines: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      /** Exact decimals, as text. */
      quantity: z.string(),
      unitPrice: z.string(),
    }),
  ),
});

/** What the purchases of one customer say as of a day. Days are gaps in days, money minor units, shares from 0 to 1; intervals cover 8 in 10. */
export const HabitsAnswer = z.object({
  stage: z.enum(['prospect', 'first-time', 'returning', 'lapsed']),
  visits: z.array(z.object({ on: z.iso.date(), totalMinor: z.number() })),
  spentMinor: z.number(),
  usualBasketMinor: z.number().nullable(),
  rhythm: z
    .object({
      basis: z.enum(['own', 'blended', 'workspace']),
      gaps: z.number().int(),
      medianGap: z.number().nullable(),
      spread: z.number().nullable(),
      longestGap: z.number().nullable(),
      usualGap: z.number(),
      dueOn: z.iso.date(),
      dueFromOn: z.iso.date(),
      dueUntilOn: z.iso.date(),
      silentFromOn: z.iso.date(),
    })
    .nullable(),
  rhythmChange: Change.nullable(),
  basketChange: Change.nullable(),
  outlook: z
    .object({
      alive: Estimate.nullable(),
      visitsIn90: Estimate,
      visitsIn365: Estimate,
      spend: Estimate.nullable(),
      value: Estimate.nullable(),
    })
    .nullable(),
  risk: z.object({
    band: z.enum(['calm', 'watch', 'at-risk', 'lost']),
    reasons: z.array(z.object({ kind: z.enum(['silent', 'leaving', 'slower-rhythm', 'smaller-basket']), figures: z.record(z.string(), z.number()) })),
    valueAtRiskMinor: z.number(),
  }),
  favourites: z.array(z.object({ code: z.string(), name: z.string(), purchases: z.number().int() })),
  /** Why the workspace's purchases do not carry a model of value yet: a code; null where they do. */
  unfit: z.string().nullable(),
});

export const purchasesApi = {
  list: route({
    method: 'get',
    path: '/api/customers/{customer}/purchases',
    summary: 'What a customer bought and gave back, the latest first',
    caller: 'colleague',
    params: z.object({ customer: z.uuid() }),
    query: z.object({ asOf, after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(100).default(20) }),
    answer: z.object({ purchases: z.array(PurchaseAnswer), next: z.string().nullable() }),
  }),
  habits: route({
    method: 'get',
    path: '/api/customers/{customer}/habits',
    summary: "A customer's own rhythm, value and risk, with intervals and reasons",
    caller: 'colleague',
    params: z.object({ customer: z.uuid() }),
    query: z.object({ asOf }),
    answer: HabitsAnswer,
  }),
};
