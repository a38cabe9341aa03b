import { z } from 'zod';
import { route } from '#kit/contract/route.ts';
import { longestName } from './domain/index.ts';

const moment = z.iso.datetime();
const one = z.object({ automation: z.uuid() });
const named = z.object({ id: z.uuid(), name: z.string() });
const filled = z.record(z.string().max(40), z.union([z.string().max(400), z.number()]));
const outcome = z.enum(['done', 'not_fitting', 'held', 'refused']);

const AutomationTold = z.object({
  name: z.string().max(longestName),
  /** What sets it off, and what was filled into its sentence. */
  trigger: z.string().max(60),
  filled,
  /** What has to hold of the customer, as the addresses of lists have it; empty where nothing has to. */
  conditions: z.string().max(4000),
  steps: z.array(z.object({ action: z.string().max(60), filled })).max(20),
});

export const AutomationView = AutomationTold.extend({
  id: z.uuid(),
  /** Under whose rights it acts. */
  owner: named,
  pausedAt: moment.nullable(),
  /** Why it does nothing any more, until somebody saves it again. */
  stoppedWhy: z.enum(['owner_left', 'right_lost']).nullable(),
  /** How often it did something within thirty days, and when last. */
  done: z.number().int(),
  doneAt: moment.nullable(),
});

const Blank = z.object({
  id: z.string(),
  kind: z.enum(['number', 'text', 'choice', 'colleague', 'tag', 'webhook']),
  least: z.number().int().optional(),
  most: z.number().int().optional(),
  usual: z.number().int().optional(),
  longest: z.number().int().optional(),
  choices: z.array(z.string()).optional(),
  /** The parts with the customer that stand for whoever has them. */
  parts: z.array(z.enum(['owner', 'deputy'])).optional(),
  /** Only colleagues who work with customers can be named. */
  whoWorks: z.literal(true).optional(),
});

export const RunView = z.object({
  id: z.uuid(),
  customer: named.nullable(),
  happenedAt: moment,
  ranAt: moment,
  outcome,
  /** Why it did nothing: in which respect it did not fit, what held it, or that conditions or a step were refused. */
  why: z.string().nullable(),
  /** The condition that did not hold, as the addresses of lists have it. */
  condition: z.string().nullable(),
  /** Which step was refused, counted from 0, and for what reason in the reader's language. */
  step: z.number().int().nullable(),
  refusal: z.string().nullable(),
});

const read = route({
  method: 'get',
  path: '/api/automations/{automation}',
  summary: 'An automation',
  caller: 'makeAutomations',
  params: one,
  answer: AutomationView,
  // What it does is no change of it.
  versionWithout: ['done', 'doneAt'],
});

export const automationsApi = {
  list: route({
    method: 'get',
    path: '/api/automations',
    summary: 'The automations, and the triggers and actions there are to put them together from',
    caller: 'makeAutomations',
    answer: z.object({
      automations: z.array(AutomationView),
      triggers: z.array(z.object({ id: z.string(), blanks: z.array(Blank) })),
      actions: z.array(z.object({ id: z.string(), blanks: z.array(Blank) })),
    }),
  }),
  read,
  make: route({
    method: 'post',
    path: '/api/automations',
    summary: 'Create an automation; it acts on what happens from now on',
    caller: 'makeAutomations',
    body: AutomationTold,
    answer: z.object({ id: z.uuid() }),
  }),
  tryOut: route({
    method: 'post',
    path: '/api/automations/trials',
    summary: 'See what a trigger and conditions would have done in the last thirty days, without doing anything',
    caller: 'makeAutomations',
    body: AutomationTold.pick({ trigger: true, filled: true, conditions: true }),
    answer: z.object({
      /** How many events of the trigger's kind there were, at most 1,000. */
      looked: z.number().int(),
      count: z.number().int(),
      /** The latest of them, by the customers as they are now. */
      fitting: z.array(z.object({ customer: named, happenedAt: moment })),
    }),
  }),
  change: route({
    method: 'put',
    path: '/api/automations/{automation}',
    summary: 'Change an automation; from now on it acts under the rights of whoever changed it',
    caller: 'makeAutomations',
    changes: read,
    params: one,
    body: AutomationTold,
  }),
  remove: route({
    method: 'delete',
    path: '/api/automations/{automation}',
    summary: 'Remove an automation with its log; what it did stays',
    caller: 'makeAutomations',
    params: one,
  }),
  pause: route({
    method: 'put',
    path: '/api/automations/{automation}/pause',
    summary: 'Pause an automation; it ignores what happens meanwhile',
    caller: 'makeAutomations',
    changes: read,
    params: one,
  }),
  resume: route({
    method: 'delete',
    path: '/api/automations/{automation}/pause',
    summary: 'Resume an automation; it acts on what happens from now on',
    caller: 'makeAutomations',
    changes: read,
    params: one,
  }),
  runs: route({
    method: 'get',
    path: '/api/automations/{automation}/runs',
    summary: 'What came of each event that an automation followed, the latest first',
    caller: 'makeAutomations',
    params: one,
    query: z.object({
      outcome: outcome.optional(),
      after: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    answer: z.object({ runs: z.array(RunView), next: z.string().nullable() }),
  }),
};
