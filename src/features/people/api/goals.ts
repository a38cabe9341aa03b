import { z } from 'zod';
import { route } from '#kit/contract/route.ts';
import { goalStates } from '../domain/index.ts';

const goal = z.object({ goal: z.uuid() });
const text = z.string().max(2000);
const note = z.string().max(500).optional();

export const GoalTold = z.object({
  /** What the customer wants to reach. */
  wish: text,
  /** How we help. */
  help: text.nullable().optional(),
  /** How both will see that it is reached. */
  sign: text.nullable().optional(),
  /** When to think it through again; in three months, where it is left out. */
  reviewOn: z.iso.date().optional(),
});

export const Goal = z.object({
  id: z.uuid(),
  wish: z.string(),
  help: z.string().nullable(),
  sign: z.string().nullable(),
  reviewOn: z.iso.date(),
  state: z.enum(goalStates),
  /** Why an open goal should be thought through: a circumstance changed since, or its day has come. */
  due: z.enum(['circumstance', 'day']).nullable(),
  /** The circumstance that changed, where it may be shown. */
  circumstance: z.string().nullable(),
  history: z.array(
    z.object({
      what: z.enum(['set', 'changed', 'reviewed', 'reached', 'given_up', 'reopened']),
      at: z.iso.datetime(),
      by: z.object({ id: z.uuid(), name: z.string() }),
      wish: z.string(),
      note: z.string().nullable(),
    }),
  ),
});

export const goalsApi = {
  list: route({
    method: 'get',
    path: '/api/customers/{customer}/goals',
    summary: 'What a customer wants to reach, and how we help',
    caller: 'seeCustomers',
    params: z.object({ customer: z.uuid() }),
    query: z.object({ asOf: z.iso.date().optional() }),
    answer: z.object({ goals: z.array(Goal) }),
  }),
  set: route({
    method: 'post',
    path: '/api/customers/{customer}/goals',
    summary: 'Write down what a customer wants to reach',
    caller: 'workWithCustomers',
    params: z.object({ customer: z.uuid() }),
    body: GoalTold,
    answer: z.object({ id: z.uuid() }),
  }),
  change: route({
    method: 'patch',
    path: '/api/goals/{goal}',
    summary: 'Change a goal; a field left out stays',
    caller: 'workWithCustomers',
    params: goal,
    body: GoalTold.partial(),
  }),
  review: route({
    method: 'post',
    path: '/api/goals/{goal}/reviewed',
    summary: 'Say that a goal was reviewed and still holds, and when to review it next',
    caller: 'workWithCustomers',
    params: goal,
    body: z.object({ reviewOn: z.iso.date().optional(), note }),
  }),
  end: route({
    method: 'post',
    path: '/api/goals/{goal}/ended',
    summary: 'Say that a goal is reached or given up',
    caller: 'workWithCustomers',
    params: goal,
    body: z.object({ as: z.enum(['reached', 'given_up']), note }),
  }),
  reopen: route({
    method: 'post',
    path: '/api/goals/{goal}/reopened',
    summary: 'Reopen a goal',
    caller: 'workWithCustomers',
    params: goal,
  }),
};
