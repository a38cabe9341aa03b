import { handle, type Handler } from '#kit/server/http/index.ts';
import { webhooksApi } from '../api.ts';
import { changeWebhook, makeSecret, makeWebhook, pauseByHand, removeWebhook, replay, resumeWebhook, testWebhook } from './actions.ts';
import { readDeliveries, readWebhooks } from './readings.ts';

export const webhookHandlers: readonly Handler[] = [
  handle(webhooksApi.list, async ({ tx, now, services }) => ({
    webhooks: await readWebhooks(tx, now),
    kinds: Array.from(services.events, ([feature, catalogue]) => ({ feature, kinds: Object.keys(catalogue) })),
  })),
  handle(webhooksApi.make, async ({ tx, now, who, services, body }) => ({
    id: await makeWebhook(tx, services, now, who.colleague, body),
  })),
  handle(webhooksApi.change, async ({ tx, now, who, services, params, body }) => {
    await changeWebhook(tx, services, now, who.colleague, params.webhook, body);
  }),
  handle(webhooksApi.remove, async ({ tx, now, who, params }) => await removeWebhook(tx, now, who.colleague, params.webhook)),
  handle(webhooksApi.makeSecret, async ({ tx, services, now, who, params, query }) => {
    const { secret, earlierUntil } = await makeSecret(tx, services, now, who.colleague, params.webhook, query.keepHours);
    return { secret, earlierUntil: earlierUntil?.toString() ?? null };
  }),
  handle(webhooksApi.pause, async ({ tx, now, who, params }) => await pauseByHand(tx, now, who.colleague, params.webhook)),
  handle(webhooksApi.resume, async ({ tx, now, who, params }) => await resumeWebhook(tx, now, who.colleague, params.webhook)),
  handle(webhooksApi.test, async ({ tx, now, params }) => ({ delivery: await testWebhook(tx, now, params.webhook) })),
  handle(webhooksApi.deliveries, async ({ tx, params, query }) => {
    const { after: cursor, ...asked } = query;
    return await readDeliveries(tx, params.webhook, { ...asked, cursor });
  }),
  handle(webhooksApi.replay, async ({ tx, now, params, body }) => {
    const which = 'deliveryId' in body ? { delivery: body.deliveryId } : { givenUpSince: Temporal.Instant.from(body.givenUpSince) };
    return { count: await replay(tx, now, params.webhook, which) };
  }),
];
