import { z } from 'zod';
import { route } from '#kit/contract/route.ts';

const named = z.object({ id: z.uuid(), name: z.string() });
const asOf = z.iso.date().optional();
const whose = z.uuid().optional();

export const TodayReason = z.object({
  kind: z.string(),
  occasion: z.string(),
  /** What waiting another week costs, in minor units of the workspace's currency. */
  costMinor: z.number(),
  /** The values of the sentence `reason.<kind>`: `…On` is a date, `…At` a moment, `…Minor` minor units. */
  evidence: z.record(z.string(), z.union([z.string(), z.number()])),
  action: z.enum(['call', 'write', 'visit', 'keep_promise', 'review']),
});

export const TodayEntry = z.object({
  customer: z.object({
    id: z.uuid(),
    name: z.string(),
    kind: z.enum(['person', 'organization']),
    stage: z.enum(['prospect', 'first-time', 'returning', 'lapsed']),
    isKey: z.boolean(),
    /** BCP 47. */
    language: z.string().nullable(),
    formality: z.enum(['formal', 'familiar']),
    /** The name by which they are addressed. */
    addressedAs: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    /** Who answers for them, where that is somebody else. */
    owner: named.nullable(),
  }),
  costMinor: z.number(),
  minutes: z.number().int(),
  action: z.enum(['call', 'write', 'visit', 'keep_promise', 'review']),
  /** The costliest first. */
  reasons: z.array(TodayReason),
  atHand: z.object({
    lastPurchase: z
      .object({
        on: z.iso.date(),
        totalMinor: z.number(),
        currency: z.string(),
        products: z.array(z.string()),
        usualProducts: z.array(z.string()),
      })
      .nullable(),
    lastTouchpoint: z
      .object({
        kind: z.string(),
        direction: z.enum(['in', 'out']),
        reached: z.boolean(),
        at: z.iso.datetime(),
        summary: z.string(),
        pulse: z.number().nullable(),
      })
      .nullable(),
    /** What else is promised to them and still open, those due first before the others. */
    promises: z.array(z.object({ id: z.uuid(), what: z.string(), dueAt: z.iso.datetime(), owner: named })),
  }),
});

export const TodayAnswer = z.object({
  day: z.iso.date(),
  /** A past day can be looked at, not acted on. */
  isPast: z.boolean(),
  currency: z.string(),
  colleague: named,
  minutes: z.object({ available: z.number().int(), spent: z.number().int() }),
  /** Customers the colleague has been in touch with that day. */
  done: z.number().int(),
  entries: z.array(TodayEntry),
  /** Those who can wait: how many (at most 200 are counted), and where they begin. */
  waiting: z.object({ count: z.number().int(), isMore: z.boolean(), next: z.string().nullable() }),
});

const answered = z
  .array(z.object({ kind: z.string().min(1).max(100), occasion: z.string().max(200) }))
  .min(1)
  .max(20);

export const todayApi = {
  read: route({
    method: 'get',
    path: '/api/today',
    summary: 'Whom to talk to today, why, what to do, and what to have at hand',
    caller: 'seeCustomers',
    query: z.object({
      asOf,
      /** Another colleague's list. */
      for: whose,
    }),
    answer: TodayAnswer,
  }),
  waiting: route({
    method: 'get',
    path: '/api/today/waiting',
    summary: 'Those who can wait, in their order',
    caller: 'seeCustomers',
    query: z.object({ asOf, for: whose, after: z.string().max(100), limit: z.coerce.number().int().min(1).max(50).default(20) }),
    answer: z.object({ entries: z.array(TodayEntry), next: z.string().nullable() }),
  }),
  answer: route({
    method: 'post',
    path: '/api/customers/{customer}/reason-answers',
    summary: 'Put reasons off until a later day, or decline them with the reason why',
    caller: 'workWithCustomers',
    params: z.object({ customer: z.uuid() }),
    body: z.discriminatedUnion('answer', [
      z.object({ answer: z.literal('snoozed'), reasons: answered, untilOn: z.iso.date() }),
      z.object({ answer: z.literal('declined'), reasons: answered, why: z.string().max(500) }),
    ]),
    answer: z.object({ id: z.uuid() }),
  }),
  takeBack: route({
    method: 'delete',
    path: '/api/reason-answers/{answer}',
    summary: 'Take back an answer to a reason that one gave by mistake',
    caller: 'workWithCustomers',
    params: z.object({ answer: z.uuid() }),
  }),
};
