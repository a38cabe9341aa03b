import { z } from 'zod';
import { route } from '#kit/contract/route.ts';

const named = z.object({ id: z.uuid(), name: z.string() });
const moment = z.iso.datetime({ offset: true });
const params = z.object({ promise: z.uuid() });
const note = z.string().max(1000).optional();

export const PromiseView = z.object({
  id: z.uuid(),
  customer: named,
  what: z.string(),
  giver: named,
  /** Who is to keep it. */
  owner: named,
  touchpointId: z.uuid().nullable(),
  state: z.enum(['open', 'kept', 'kept_late', 'broken', 'released']),
  overdue: z.boolean(),
  givenAt: z.iso.datetime(),
  /** The moment in force, after every extension. */
  dueAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  events: z.array(
    z.object({
      kind: z.enum(['given', 'time_asked', 'kept', 'broken', 'released', 'reopened']),
      at: z.iso.datetime(),
      dueAt: z.iso.datetime().nullable(),
      note: z.string().nullable(),
      colleague: named,
    }),
  ),
});

export const promisesApi = {
  list: route({
    method: 'get',
    path: '/api/promises',
    summary: 'Open promises, those due first before the others',
    caller: 'colleague',
    query: z.object({
      whose: z.enum(['mine', 'all']).default('all'),
      after: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({ promises: z.array(PromiseView), next: z.string().nullable() }),
  }),
  listTo: route({
    method: 'get',
    path: '/api/customers/{customer}/promises',
    summary: 'What we promised a customer: open promises first, then the others, the latest first',
    caller: 'colleague',
    params: z.object({ customer: z.uuid() }),
    query: z.object({ asOf: z.iso.date().optional() }),
    answer: z.object({ promises: z.array(PromiseView) }),
  }),
  give: route({
    method: 'post',
    path: '/api/customers/{customer}/promises',
    summary: 'Give a customer our word',
    caller: 'colleague',
    params: z.object({ customer: z.uuid() }),
    body: z.object({ what: z.string().max(2000), dueAt: moment, ownerId: z.uuid().optional(), touchpointId: z.uuid().optional() }),
    answer: PromiseView,
  }),
  keep: route({
    method: 'post',
    path: '/api/promises/{promise}/kept',
    summary: 'Say that a promise was kept',
    caller: 'colleague',
    params,
    answer: PromiseView,
  }),
  release: route({
    method: 'post',
    path: '/api/promises/{promise}/released',
    summary: 'Say that the customer let us off a promise',
    caller: 'colleague',
    params,
    body: z.object({ note }),
    answer: PromiseView,
  }),
  admitBroken: route({
    method: 'post',
    path: '/api/promises/{promise}/broken',
    summary: 'Say that we could not keep a promise',
    caller: 'colleague',
    params,
    body: z.object({ note }),
    answer: PromiseView,
  }),
  askTime: route({
    method: 'post',
    path: '/api/promises/{promise}/time-asked',
    summary: 'Ask for more time, by a new moment',
    caller: 'colleague',
    params,
    body: z.object({ dueAt: moment, note }),
    answer: PromiseView,
  }),
  reopen: route({
    method: 'post',
    path: '/api/promises/{promise}/reopened',
    summary: 'Take back the end of a promise that was a mistake',
    caller: 'colleague',
    params,
    answer: PromiseView,
  }),
};
