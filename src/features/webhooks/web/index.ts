import { featurePage, type RawSearch } from '#kit/web/feature-page.ts';
import { MailIcon } from '#kit/web/icons.tsx';

export { webhookChoices } from './webhooks.ts';

export const webhooksPage = featurePage({
  path: '/settings/webhooks',
  audience: 'manageWebhooks',
  says: ['seldom'],
  nav: {
    label: 'webhooks.nav',
    hint: 'webhooks.nav.hint',
    icon: MailIcon,
    place: 'settings',
    group: 'programs',
    order: 20,
  },
  load: async () => (await import('./webhooks-page.tsx')).WebhooksPage,
});

export const webhookLogPage = featurePage<RawSearch, 'webhook'>({
  path: '/settings/webhooks/$webhook',
  audience: 'manageWebhooks',
  says: ['seldom'],
  load: async () => (await import('./webhook-log-page.tsx')).WebhookLogPage,
});
