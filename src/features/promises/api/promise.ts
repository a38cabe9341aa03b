import { z } from 'zod';
import { route } from '#kit/contract/route.ts';
import { firmnesses } from '../domain/index.ts';

const named = z.object({ id: z.uuid(), name: z.string() });
const params = z.object({ promise: z.uuid() });
const note = z.string().max(1000).optional();

/** With an offset (`2026-03-06T08:00:00Z`), or as the clocks of `timeZone` show it (`2026-03-06T10:00`). */
const moment = z.iso.datetime({ offset: true, local: true });

export const due = {
  /** The moment by which: of a window, its end. */
  dueAt: moment,
  /** Where it is a window ("Friday morning"), its beginning. */
  dueFrom: moment.optional(),
  /** Whose clocks local moments are read on; the customer's own, unless told. */
  timeZone: z.string().max(60).optional(),
  /** Which moment is meant where clocks are turned back and show it twice. */
  clock: z.enum(['earlier', 'later']).optional(),
};

export const PromiseView = z.object({
  id: z.uuid(),
  customer: named,
  /** To whom there in particular. */
  person: named.nullable(),
  what: z.string(),
  firmness: z.enum(firmnesses),
  giver: named,
  /** Who is to keep it. */
  owner: named,
  /** Who is asked to take it over; until they accept it stays with its owner. */
  handedTo: named.nullable(),
  handedAt: z.iso.datetime().nullable(),
  touchpointId: z.uuid().nullable(),
  state: z.enum(['open', 'kept', 'kept_late', 'broken', 'released']),
  overdue: z.boolean(),
  /** A moment in force has passed unkept: whatever follows, it counts as late. */
  missed: z.boolean(),
  givenAt: z.iso.datetime(),
  dueFrom: z.iso.datetime().nullable(),
  /** The moment in force, after every extension. */
  dueAt: z.iso.datetime(),
  /** Of the customer, where it is known and another than ours. */
  timeZone: z.string().nullable(),
  endedAt: z.iso.datetime().nullable(),
  events: z.array(
    z.object({
      kind: z.enum([
        'given',
        'time_asked',
        'called_anyway',
        'handed_over',
        'accepted',
        'declined',
        'withdrawn',
        'reminded',
        'kept',
        'broken',
        'released',
        'reopened',
      ]),
      at: z.iso.datetime(),
      dueFrom: z.iso.datetime().nullable(),
      dueAt: z.iso.datetime().nullable(),
      /** Who was asked, reminded, or took over. */
      to: named.nullable(),
      note: z.string().nullable(),
      touchpointId: z.uuid().nullable(),
      /** Null where Tend itself reminded. */
      colleague: named.nullable(),
    }),
  ),
});

const read = route({
  method: 'get',
  path: '/api/promises/{promise}',
  summary: 'One promise with all that happened to it',
  caller: 'seeCustomers',
  params,
  answer: PromiseView,
  versionWithout: ['overdue', 'missed'],
});

export const promiseRoutes = {
  list: route({
    method: 'get',
    path: '/api/promises',
    summary: 'Open promises, the next due first',
    caller: 'seeCustomers',
    query: z.object({
      /** `handed` to me and unanswered; `waiting` for the answer of another. */
      whose: z.enum(['mine', 'handed', 'waiting', 'all']).default('all'),
      after: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({ promises: z.array(PromiseView), next: z.string().nullable() }),
  }),
  read,
  listTo: route({
    method: 'get',
    path: '/api/customers/{customer}/promises',
    summary: 'What we promised a customer: open promises first, then the others, the latest first',
    caller: 'seeCustomers',
    params: z.object({ customer: z.uuid() }),
    query: z.object({ asOf: z.iso.date().optional() }),
    answer: z.object({ promises: z.array(PromiseView) }),
  }),
  give: route({
    method: 'post',
    path: '/api/customers/{customer}/promises',
    summary: 'Give a customer our word',
    caller: 'workWithCustomers',
    params: z.object({ customer: z.uuid() }),
    body: z.object({
      what: z.string().max(2000),
      ...due,
      firmness: z.enum(firmnesses).optional(),
      personId: z.uuid().optional(),
      /** Handed over at once: theirs when they accept. */
      toId: z.uuid().optional(),
      touchpointId: z.uuid().optional(),
    }),
    answer: PromiseView,
  }),
  keep: route({
    method: 'post',
    path: '/api/promises/{promise}/kept',
    summary: 'Say that a promise was kept',
    caller: 'workWithCustomers',
    changes: read,
    params,
    answer: PromiseView,
  }),
  release: route({
    method: 'post',
    path: '/api/promises/{promise}/released',
    summary: 'Say that the customer let us off a promise',
    caller: 'workWithCustomers',
    changes: read,
    params,
    body: z.object({ note }),
    answer: PromiseView,
  }),
  admitBroken: route({
    method: 'post',
    path: '/api/promises/{promise}/broken',
    summary: 'Say that we could not keep a promise',
    caller: 'workWithCustomers',
    changes: read,
    params,
    body: z.object({ note }),
    answer: PromiseView,
  }),
  askTime: route({
    method: 'post',
    path: '/api/promises/{promise}/time-asked',
    summary: 'Ask for more time, until a new moment',
    caller: 'workWithCustomers',
    changes: read,
    params,
    body: z.object({ ...due, note }),
    answer: PromiseView,
  }),
  callAnyway: route({
    method: 'post',
    path: '/api/promises/{promise}/called-anyway',
    summary: 'Say that we called although there was no answer yet: logs the call with the interim word, and the new moment',
    caller: 'workWithCustomers',
    changes: read,
    params,
    body: z.object({
      ...due,
      /** What the customer was told. */
      word: z.string().max(5000),
      kind: z.enum(['call', 'message', 'email', 'visit']).optional(),
      minutes: z.number().int().min(1).max(1440).optional(),
      pulse: z.number().int().min(1).max(5).optional(),
    }),
    answer: PromiseView,
  }),
  reopen: route({
    method: 'post',
    path: '/api/promises/{promise}/reopened',
    summary: 'Take back the end of a promise that was a mistake',
    caller: 'workWithCustomers',
    changes: read,
    params,
    answer: PromiseView,
  }),
  handOver: route({
    method: 'post',
    path: '/api/promises/{promise}/handed-over',
    summary: 'Ask a colleague to take a promise over',
    caller: 'workWithCustomers',
    changes: read,
    params,
    body: z.object({ toId: z.uuid(), note }),
    answer: PromiseView,
  }),
  accept: route({
    method: 'post',
    path: '/api/promises/{promise}/accepted',
    summary: 'Accept a promise that one was asked to take over',
    caller: 'workWithCustomers',
    changes: read,
    params,
    answer: PromiseView,
  }),
  decline: route({
    method: 'post',
    path: '/api/promises/{promise}/declined',
    summary: 'Decline a promise that one was asked to take over',
    caller: 'workWithCustomers',
    changes: read,
    params,
    body: z.object({ note }),
    answer: PromiseView,
  }),
  withdraw: route({
    method: 'post',
    path: '/api/promises/{promise}/withdrawn',
    summary: 'Take back a hand-over that nobody has answered yet',
    caller: 'workWithCustomers',
    changes: read,
    params,
    answer: PromiseView,
  }),
  remind: route({
    method: 'post',
    path: '/api/promises/{promise}/reminded',
    summary: 'Remind whoever has to act: the colleague asked to take it over, or else its owner',
    caller: 'workWithCustomers',
    changes: read,
    params,
    body: z.object({ note }),
    answer: PromiseView,
  }),
};
