import { z } from 'zod';
import { route } from '#kit/contract/route.ts';
import { longestWait, personalDataFormats } from './domain/index.ts';

const customer = z.object({ customer: z.uuid() });
const named = z.object({ id: z.uuid(), name: z.string() });

/** That somebody was erased, or is to be. */
export const Erasure = z.object({
  id: z.uuid(),
  /** Leads nowhere once it is done. */
  customerId: z.uuid(),
  why: z.string(),
  /** Null where it was the terminal of the machine. */
  askedBy: named.nullable(),
  askedAt: z.iso.datetime(),
  dueOn: z.iso.date(),
  doneAt: z.iso.datetime().nullable(),
  /** How many purchases stayed, as anonymous sales. */
  purchases: z.number().int().nullable(),
  cancelledAt: z.iso.datetime().nullable(),
});

export const ErasureOutlook = z.object({
  name: z.string(),
  /** What speaks against it, and how often. */
  holds: z.array(z.object({ kind: z.string(), count: z.number().int() })),
  /** That is waiting already. */
  waiting: Erasure.nullable(),
});

const years = z.number().int().min(1).max(30).nullable();

/** How long data is kept; null for ever. */
export const Retention = z.object({ customerYears: years, fileDays: z.number().int().min(1).max(3650).nullable(), eventYears: years });

/** Whom and what rules would touch now; null where there is no rule. */
export const RetentionOutlook = z.object({
  customers: z
    .object({ count: z.number().int(), first: z.array(z.object({ id: z.uuid(), name: z.string(), since: z.iso.date() })) })
    .nullable(),
  files: z.number().int().nullable(),
  events: z.number().int().nullable(),
});

const retention = route({
  method: 'get',
  path: '/api/retention',
  summary: 'How long data is kept',
  caller: 'erasePersonalData',
  answer: Retention,
  versionWithout: [],
});

export const personalDataApi = {
  export: route({
    method: 'get',
    path: '/api/customers/{customer}/personal-data',
    summary: 'Everything about a person: one page to read, JSON for programs, or both in a zip with all their files',
    caller: 'exportPersonalData',
    params: customer,
    query: z.object({ format: z.enum(personalDataFormats).default('html') }),
    raw: 'download',
  }),
  outlook: route({
    method: 'get',
    path: '/api/customers/{customer}/erasure',
    summary: 'What speaks against erasing a person now, and whether an erasure is already waiting',
    caller: 'erasePersonalData',
    params: customer,
    answer: ErasureOutlook,
  }),
  erase: route({
    method: 'post',
    path: '/api/customers/{customer}/erasure',
    summary: 'Erase a person, at once or after some days. What they bought stays as anonymous sales',
    caller: 'erasePersonalData',
    params: customer,
    body: z.object({
      /** The name of the person, typed. */
      confirm: z.string().max(500),
      why: z.string().max(500),
      afterDays: z.number().int().min(0).max(longestWait).default(0),
    }),
    answer: Erasure,
  }),
  cancel: route({
    method: 'delete',
    path: '/api/customers/{customer}/erasure',
    summary: 'Cancel the erasure of a person while it is still waiting',
    caller: 'erasePersonalData',
    params: customer,
  }),
  retention,
  changeRetention: route({
    method: 'put',
    path: '/api/retention',
    summary: 'Say how long data is kept; from then on it is deleted every night when its time is over',
    caller: 'erasePersonalData',
    changes: retention,
    body: Retention,
    answer: Retention,
  }),
  tryRetention: route({
    method: 'post',
    path: '/api/retention/outlook',
    summary: 'Whom and what the rules would affect now. Nothing is done',
    caller: 'erasePersonalData',
    body: Retention,
    answer: RetentionOutlook,
  }),
  list: route({
    method: 'get',
    path: '/api/erasures',
    summary: 'Who was erased, by whom, when and why, without a word of who it was; the latest first',
    caller: 'erasePersonalData',
    query: z.object({ after: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
    answer: z.object({ erasures: z.array(Erasure), next: z.string().nullable() }),
  }),
};
