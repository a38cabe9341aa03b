import { z } from 'zod';
import { PromiseView } from '#features/promises/api.ts';
import { route } from '#kit/contract/route.ts';

const named = z.object({ id: z.uuid(), name: z.string() });
const asOf = z.iso.date().optional();
const whose = z.uuid().optional();

const action = z.enum(['call', 'write', 'visit', 'keep_promise', 'review']);

/** A figure by which what is at stake is multiplied; its words are the message `factor.<name>`. */
const Factor = z.object({
  name: z.string(),
  /** Told in percent, or as a number. */
  as: z.enum(['share', 'times']),
  value: z.number(),
  figures: z.record(z.string(), z.number()),
});

export const TodayReason = z.object({
  kind: z.string(),
  occasion: z.string(),
  /** What waiting another week costs, in minor units of the workspace's currency: the stake times all factors, rounded, and at least 1. */
  costMinor: z.number().int(),
  factors: z.array(Factor),
  /** The values of the sentence `reason.<kind>`: `…On` is a date, `…At` a moment, `…Minor` minor units. */
  evidence: z.record(z.string(), z.union([z.string(), z.number()])),
  action,
  minutes: z.number().int(),
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
  /** What orders the list: the costs of all reasons together, in three digits. */
  costMinor: z.number().int(),
  /** The same to the minor unit. */
  sumMinor: z.number().int(),
  /** One conversation serves all reasons: the longest counts whole, each of the others adds a little. */
  minutes: z.number().int(),
  minutesOf: z.object({ longest: z.number().int(), others: z.number().int(), each: z.number().int() }),
  /** What is at stake with the customer; what they are expected to bring within a year, or a tenth of what a typical customer does. */
  stake: z.object({
    minor: z.number().int(),
    by: z.enum(['worth', 'tenth', 'nothing_known']),
    /** Of what it is made: purchases expected, what one brings, and the margin. */
    year: z.object({ visits: z.number(), spendMinor: z.number().int(), marginShare: z.number() }).nullable(),
  }),
  /** Why they are in the plan of the day; null where they can wait. */
  because: z.enum(['chosen', 'promise', 'cost']).nullable(),
  action,
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

/** Whether a colleague is at work on the day, or why not. */
const AtWork = z.discriminatedUnion('works', [
  z.object({ works: z.literal(true), minutes: z.number() }),
  z.object({
    works: z.literal(false),
    because: z.enum(['week', 'holiday', 'absence']),
    /** Of the public holiday. */
    name: z.string().optional(),
    /** The last day of the absence. */
    untilOn: z.iso.date().optional(),
  }),
]);

export const TodayAnswer = z.object({
  day: z.iso.date(),
  /** A past day can be looked at, not acted on. */
  isPast: z.boolean(),
  currency: z.string(),
  colleague: named,
  atWork: AtWork,
  minutes: z.object({
    available: z.number().int(),
    /** As many as usual, and what was said for this day alone. */
    usual: z.number().int(),
    said: z.number().int().nullable(),
    spent: z.number().int(),
    /** By how many what must be done today is longer than what is left. */
    over: z.number().int(),
  }),
  startedAt: z.iso.datetime().nullable(),
  /** Who is not for this day. */
  leftOut: z.array(z.uuid()),
  /** Customers the colleague has been in touch with that day. */
  done: z.number().int(),
  /** The plan: whom the colleague chose in their order, then the others in the order of cost. */
  entries: z.array(TodayEntry),
  /** Promises that are due and found no room among so many. */
  morePromised: z.number().int(),
  /** Those who can wait: how many (at most 200 are counted), and where they begin. */
  waiting: z.object({ count: z.number().int(), isMore: z.boolean(), next: z.string().nullable() }),
});

const answered = z
  .array(z.object({ kind: z.string().min(1).max(100), occasion: z.string().max(200) }))
  .min(1)
  .max(20);

const outcomes = z.object({
  kept: z.number().int(),
  kept_late: z.number().int(),
  broken: z.number().int(),
  released: z.number().int(),
  open: z.number().int(),
});

const sums = z.object({
  /** In which somebody was reached, and tries in which nobody was. */
  talks: z.number().int(),
  attempts: z.number().int(),
  customers: z.number().int(),
  minutes: z.number().int(),
  pulses: z.number().int(),
});

export const ReviewAnswer = z.object({
  day: z.iso.date(),
  isPast: z.boolean(),
  currency: z.string(),
  /** Null for everybody together. */
  colleague: named.nullable(),
  promises: z.object({
    kept: z.array(PromiseView),
    kept_late: z.array(PromiseView),
    broken: z.array(PromiseView),
    released: z.array(PromiseView),
    /** Due on the day and still open at its end. */
    open: z.array(PromiseView),
  }),
  sums,
  talks: z.array(
    z.object({
      id: z.uuid(),
      customer: named,
      colleague: named,
      kind: z.string(),
      direction: z.enum(['in', 'out']),
      reached: z.boolean(),
      at: z.iso.datetime(),
      minutes: z.number().int().nullable(),
      pulse: z.number().int().nullable(),
    }),
  ),
  /** Who was in the plan and was not reached; of one colleague. */
  notReached: z.array(TodayEntry),
  colleagues: z.array(named.extend({ ...sums.shape, ...outcomes.shape, notReached: z.number().int() })),
});

const names = <One extends z.ZodType>(one: One) => z.object({ count: z.number().int(), names: z.array(one) });

export const TeamAnswer = z.object({
  day: z.iso.date(),
  colleagues: z.array(
    named.extend({
      atWork: AtWork,
      days: z.array(z.object({ on: z.iso.date(), works: z.boolean(), planned: z.number().int(), available: z.number().int() })),
      /** Minutes of the two weeks: of talks planned and promises due, and as many as there are. */
      planned: z.number().int(),
      available: z.number().int(),
      standing: z.enum(['too_much', 'right', 'room']),
      promises: z.number().int(),
      /** Whether customers and promises may be given to them. */
      mayTakeOver: z.boolean(),
      today: z.object({ customers: z.number().int(), minutes: z.number().int() }),
    }),
  ),
  /** Who has room while others have too much, the most first. */
  room: z.array(z.uuid()),
  unattended: names(PromiseView),
  unanswered: names(PromiseView),
  alone: names(z.object({ customer: named, owner: named })).extend({
    absences: z.array(z.object({ id: z.uuid(), colleague: named, untilOn: z.iso.date(), customers: z.number().int() })),
  }),
  underFloor: names(z.object({ customer: named, owner: named, days: z.number().int() })),
  declined: names(z.object({ customer: named, owner: named, times: z.number().int(), on: z.iso.date(), by: named, why: z.string() })),
});

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
    summary: 'Customers who can wait today, in order',
    caller: 'seeCustomers',
    query: z.object({ asOf, for: whose, after: z.string().max(100), limit: z.coerce.number().int().min(1).max(50).default(20) }),
    answer: z.object({ entries: z.array(TodayEntry), next: z.string().nullable() }),
  }),
  changePlan: route({
    method: 'patch',
    path: '/api/today/plan',
    summary: 'Say how many minutes I have today, who comes first, and who is not for today; what is left out stays as it is',
    caller: 'workWithCustomers',
    body: z.object({ minutes: z.number().nullable(), first: z.array(z.uuid()).max(50), leftOut: z.array(z.uuid()).max(200) }).partial(),
  }),
  start: route({
    method: 'post',
    path: '/api/today/plan/started',
    summary: 'Start my day: whoever is in the plan now stays in it until they are done',
    caller: 'workWithCustomers',
  }),
  carryOver: route({
    method: 'post',
    path: '/api/today/carried-over',
    summary: 'Move customers to the top of my next workday',
    caller: 'workWithCustomers',
    body: z.object({ customerIds: z.array(z.uuid()).min(1).max(50) }),
    answer: z.object({ on: z.iso.date() }),
  }),
  review: route({
    method: 'get',
    path: '/api/today/review',
    summary: 'What we kept on a day: promises, talks, and who was planned and not reached; of one colleague, or of everybody',
    caller: 'seeCustomers',
    query: z.object({ asOf, for: z.union([z.uuid(), z.literal('team')]).optional() }),
    answer: ReviewAnswer,
  }),
  team: route({
    method: 'get',
    path: '/api/today/team',
    summary: 'What the next two weeks ask of each colleague, and what would be missed',
    caller: 'seeTeam',
    query: z.object({
      /** So many names at most stand behind each figure; the figure counts all of them. */
      names: z.coerce.number().int().min(1).max(1000).default(50),
    }),
    answer: TeamAnswer,
  }),
  answer: route({
    method: 'post',
    path: '/api/customers/{customer}/reason-answers',
    summary: 'Put reasons off until a later day, or decline them and say why',
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
    summary: 'Take back an answer given to a reason by mistake',
    caller: 'workWithCustomers',
    params: z.object({ answer: z.uuid() }),
  }),
};
