import { z } from 'zod';
import { route } from '#kit/contract/route.ts';
import { longestName, longestUrl } from './domain/index.ts';

const moment = z.iso.datetime();
const one = z.object({ webhook: z.uuid() });

const WebhookTold = z.object({
  name: z.string().max(longestName),
  url: z.string().max(longestUrl),
  /** Of which kinds of events it hears; null for all of them, also those that there are not yet. */
  kinds: z.array(z.string().max(80)).max(500).nullable(),
});

export const WebhookView = WebhookTold.extend({
  id: z.uuid(),
  madeAt: moment,
  /** Why nothing is told just now: somebody paused it, it took nothing for two days, or it said that it is gone. */
  pausedWhy: z.enum(['by_hand', 'failing', 'gone']).nullable(),
  pausedAt: moment.nullable(),
  failingSince: moment.nullable(),
  /** When it last took something. */
  takenAt: moment.nullable(),
  /** An earlier secret signs beside the one in force until then. */
  earlierSecretUntil: moment.nullable(),
  waiting: z.number().int(),
  givenUp: z.number().int(),
});

export const DeliveryView = z.object({
  id: z.uuid(),
  kind: z.string(),
  /** Null for a test. */
  eventId: z.uuid().nullable(),
  madeAt: moment,
  state: z.enum(['waiting', 'delivered', 'given_up']),
  nextAt: moment.nullable(),
  tries: z.array(
    z.object({
      id: z.uuid(),
      at: moment,
      milliseconds: z.number().int(),
      status: z.number().int().nullable(),
      failure: z.enum(['too_slow', 'not_public', 'unreachable']).nullable(),
      /** The code of the system for it. */
      reason: z.string().nullable(),
      /** The beginning of the answer. */
      answer: z.string(),
    }),
  ),
});

export const webhooksApi = {
  list: route({
    method: 'get',
    path: '/api/webhooks',
    summary: 'The webhooks, the state of each, and the kinds of events there are, by feature',
    caller: 'manageWebhooks',
    answer: z.object({ webhooks: z.array(WebhookView), kinds: z.array(z.object({ feature: z.string(), kinds: z.array(z.string()) })) }),
  }),
  make: route({
    method: 'post',
    path: '/api/webhooks',
    summary: 'Create a webhook; it is told nothing before it has a secret',
    caller: 'manageWebhooks',
    body: WebhookTold,
    answer: z.object({ id: z.uuid() }),
  }),
  change: route({
    method: 'patch',
    path: '/api/webhooks/{webhook}',
    summary: 'Change the name of a webhook, its address, or what it is told',
    caller: 'manageWebhooks',
    params: one,
    body: WebhookTold.partial(),
  }),
  remove: route({
    method: 'delete',
    path: '/api/webhooks/{webhook}',
    summary: 'Remove a webhook with its log',
    caller: 'manageWebhooks',
    params: one,
  }),
  makeSecret: route({
    method: 'post',
    path: '/api/webhooks/{webhook}/secret',
    summary: 'Give a webhook a new secret, shown only once; the previous one keeps signing beside it for a while',
    caller: 'manageWebhooks',
    answersSecret: true,
    params: one,
    query: z.object({
      /** For how many hours the one before is still good. */
      keepHours: z.coerce.number().int().min(0).max(168).default(24),
    }),
    answer: z.object({ secret: z.string(), earlierUntil: moment.nullable() }),
  }),
  pause: route({
    method: 'put',
    path: '/api/webhooks/{webhook}/pause',
    summary: 'Pause a webhook; what happens meanwhile is kept for it',
    caller: 'manageWebhooks',
    params: one,
  }),
  resume: route({
    method: 'delete',
    path: '/api/webhooks/{webhook}/pause',
    summary: 'Resume a webhook, starting with what was kept for it',
    caller: 'manageWebhooks',
    params: one,
  }),
  test: route({
    method: 'post',
    path: '/api/webhooks/{webhook}/tests',
    summary: 'Send a test to a webhook, to see whether it is reached',
    caller: 'manageWebhooks',
    params: one,
    answer: z.object({ delivery: z.uuid() }),
  }),
  deliveries: route({
    method: 'get',
    path: '/api/webhooks/{webhook}/deliveries',
    summary: 'What a webhook was told or is to be told, the latest first, with each try',
    caller: 'manageWebhooks',
    params: one,
    query: z.object({
      state: z.enum(['waiting', 'delivered', 'given_up']).optional(),
      after: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    answer: z.object({ deliveries: z.array(DeliveryView), next: z.string().nullable() }),
  }),
  replay: route({
    method: 'post',
    path: '/api/webhooks/{webhook}/replays',
    summary: 'Send to a webhook again: one delivery, or all that were given up since a moment',
    caller: 'manageWebhooks',
    params: one,
    body: z.union([z.object({ deliveryId: z.uuid() }), z.object({ givenUpSince: moment })]),
    answer: z.object({ count: z.number().int() }),
  }),
};
