import type { Feature } from '#kit/server/feature.ts';
import { webhookEvents } from '../api/events.ts';
import { tellWebhook } from './automation/tell-webhook.ts';
import { webhookCommands } from './commands.ts';
import { webhookHandlers } from './handlers.ts';
import { lookAfterWebhooks, tellJob } from './telling.ts';

export const webhooks: Feature = {
  name: 'webhooks',
  events: webhookEvents,
  actions: [tellWebhook],
  jobs: [tellJob],
  duties: [{ name: 'webhooks.look_after', every: '* * * * *', run: lookAfterWebhooks }],
  commands: webhookCommands,
  handlers: webhookHandlers,
};
