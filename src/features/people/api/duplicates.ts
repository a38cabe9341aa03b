import { z } from 'zod';
import { route } from '#kit/contract/route.ts';
import { mergeFields } from '../domain/duplicates/index.ts';
import { Customer } from './customer.ts';

const pair = z.object({ customer: z.uuid(), other: z.uuid() });

/** How far the two agree in one field: the message `duplicates.reason.<field>.<how>`; `bits` below nothing speak against it. */
const Reason = z.object({ field: z.string(), how: z.string(), bits: z.number() });

const One = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(['person', 'organization']),
  language: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});

export const DuplicatePair = z.object({ one: One, other: One, probability: z.number(), reasons: z.array(Reason) });

export const mergeField = z.enum(mergeFields);

const side = z.enum(['kept', 'gone']);

/** A customer beside another, with how much hangs on it: the message `merge.hanging.<word>`. */
const Beside = Customer.extend({ hanging: z.record(z.string(), z.number().int()) });

export const duplicatesApi = {
  list: route({
    method: 'get',
    path: '/api/duplicates',
    summary: 'Pairs of customers who may be the same, the likeliest first, with what speaks for and against it',
    caller: 'seeCustomers',
    query: z.object({ after: z.string().max(120).optional(), limit: z.coerce.number().int().min(1).max(100).default(30) }),
    answer: z.object({
      pairs: z.array(DuplicatePair),
      next: z.string().nullable(),
      /** Counted up to a thousand. */
      count: z.number().int(),
      /** When everybody was last compared with everybody; null before the first time. */
      lookedAt: z.iso.datetime().nullable(),
    }),
  }),
  compare: route({
    method: 'get',
    path: '/api/duplicates/{customer}/{other}',
    summary: 'Two customers side by side: what each has, what there is to choose, and why they may be one',
    caller: 'seeCustomers',
    params: pair,
    answer: z.object({
      customer: Beside,
      other: Beside,
      /** Fields that differ; where nobody chooses, what stands with `customer` stays. */
      differing: z.array(mergeField),
      /** The same of the workspace's own fields, by their ids. */
      differingCustom: z.array(z.uuid()),
      probability: z.number().nullable(),
      reasons: z.array(Reason),
      /** Set when somebody said that they are not the same. */
      notSame: z.object({ byName: z.string(), at: z.iso.datetime() }).nullable(),
    }),
  }),
  merge: route({
    method: 'post',
    path: '/api/duplicates/{customer}/{other}/merge',
    summary:
      'Merge two customers: `customer` stays, with everything that belongs to either, and `other` goes; can be undone for thirty days',
    caller: 'mergeCustomers',
    params: pair,
    /** The fields that are taken from `other`, and those kept although only `other` has something. */
    body: z.object({
      choices: z.partialRecord(mergeField, side).optional(),
      custom: z.record(z.uuid(), side).optional(),
    }),
    answer: z.object({ id: z.uuid() }),
  }),
  notSame: route({
    method: 'put',
    path: '/api/duplicates/{customer}/{other}/not-same',
    summary: 'Say that two customers are not the same; they are never suggested again',
    caller: 'mergeCustomers',
    params: pair,
  }),
  takeBackNotSame: route({
    method: 'delete',
    path: '/api/duplicates/{customer}/{other}/not-same',
    summary: 'Take back that two customers are not the same',
    caller: 'mergeCustomers',
    params: pair,
  }),
  merges: route({
    method: 'get',
    path: '/api/merges',
    summary: 'Merges of the last thirty days that can be undone, the last first',
    caller: 'seeCustomers',
    answer: z.object({
      merges: z.array(
        z.object({
          id: z.uuid(),
          /** Null where the kept customer was merged on since. */
          kept: z.object({ id: z.uuid(), name: z.string() }).nullable(),
          goneName: z.string(),
          byName: z.string(),
          at: z.iso.datetime(),
        }),
      ),
    }),
  }),
  undo: route({
    method: 'post',
    path: '/api/merges/{merge}/undo',
    summary: 'Undo a merge: both customers are as before, each with what belonged to them',
    caller: 'mergeCustomers',
    params: z.object({ merge: z.uuid() }),
  }),
  mergedInto: route({
    method: 'get',
    path: '/api/merged/{customer}',
    summary: 'Which customer a merged one has become',
    caller: 'seeCustomers',
    params: z.object({ customer: z.uuid() }),
    answer: z.object({ id: z.uuid(), name: z.string() }),
  }),
};
