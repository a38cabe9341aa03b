import { z } from 'zod';
import { conversationsApi } from '#features/conversations/api.ts';
import { promisesApi } from '#features/promises/api.ts';
import type { Ask } from '../ask.ts';
import { tool, toolOf, type Tool } from '../tool.ts';

const moments =
  'Moments are ISO 8601: with an offset (2026-03-06T08:00:00Z), or without one on the clocks of the customer (2026-03-06T10:00).';

export const wordTools: readonly Tool[] = [
  toolOf(conversationsApi.log, {
    name: 'log_touchpoint',
    title: 'Log a conversation',
    description:
      'Write down a call, message, e-mail, visit or note with a customer: what it was about (summary), who began it (direction: out is us, in is them), whether anybody was reached, minutes, and how they felt (pulse 1 to 5) only if that was said.',
  }),
  tool({
    name: 'remove_touchpoint',
    title: 'Remove a conversation',
    description: 'Remove a conversation that was logged by mistake. It cannot be brought back; the user is asked before.',
    input: z.object({ customer: z.uuid(), touchpoint: z.uuid() }),
    routes: [conversationsApi.remove, conversationsApi.timeline],
    consequence: async (ask, { customer, touchpoint }) => {
      const { touchpoints } = await ask(conversationsApi.timeline, { params: { customer }, query: { limit: 100 } });
      const found = touchpoints.find(({ id }) => id === touchpoint);
      return `Remove for good the ${found?.kind ?? 'conversation'} of ${found?.at ?? 'an earlier time'}: “${found?.summary ?? ''}”.`;
    },
    run: async (ask, { touchpoint }, how) => {
      await ask(conversationsApi.remove, { params: { touchpoint } }, how);
      return { done: true };
    },
  }),
  toolOf(promisesApi.list, {
    name: 'list_promises',
    title: 'Open promises',
    description: 'Open promises, the next due first: mine, those handed to me, those waiting for another, or all.',
  }),
  toolOf(promisesApi.give, {
    name: 'give_promise',
    title: 'Give a promise',
    description: `Give a customer our word: what, and by when (dueAt; with dueFrom it is a window). ${moments}`,
    without: ['personId', 'toId', 'touchpointId'],
  }),
  toolOf(promisesApi.keep, {
    name: 'keep_promise',
    title: 'Promise kept',
    description: 'Say that a promise was kept.',
  }),
  toolOf(promisesApi.askTime, {
    name: 'ask_time_for_promise',
    title: 'Ask for more time',
    description: `Say that we asked the customer for more time, and by when it will be done now. ${moments}`,
  }),
  toolOf(promisesApi.handOver, {
    name: 'hand_over_promise',
    title: 'Hand a promise over',
    description: 'Ask a colleague to take a promise over. It stays with its owner until they accept.',
  }),
  toolOf(promisesApi.release, {
    name: 'release_promise',
    title: 'Let off a promise',
    description: 'Say that the customer let us off a promise. It ends with that; the user is asked before.',
    consequence: async (ask, told) => await ending(ask, told, 'as let off by the customer'),
  }),
  toolOf(promisesApi.admitBroken, {
    name: 'admit_broken_promise',
    title: 'Promise broken',
    description: 'Say that we could not keep a promise. It ends as broken and counts as that; the user is asked before.',
    consequence: async (ask, told) => await ending(ask, told, 'as broken'),
  }),
];

async function ending(ask: Ask, told: { readonly promise: string }, how: string): Promise<string> {
  const { what, customer, dueAt } = await ask(promisesApi.read, { params: { promise: told.promise } });
  return `End the promise to ${customer.name}, “${what}”, due ${dueAt}, ${how}.`;
}
