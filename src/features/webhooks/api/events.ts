import type { EventCatalogue } from '#kit/contract/events.ts';

export const webhookEvents = {
  'webhook.made': { says: 'A webhook was made', subject: 'webhook' },
  'webhook.changed': { says: 'A webhook was changed', subject: 'webhook' },
  'webhook.removed': { says: 'A webhook was removed', subject: 'webhook' },
  'webhook.secret_made': { says: 'A webhook got a secret', subject: 'webhook' },
  'webhook.paused': { says: 'A webhook was paused, by somebody or because nothing was accepted there', subject: 'webhook' },
  'webhook.resumed': { says: 'A paused webhook was resumed', subject: 'webhook' },
} as const satisfies EventCatalogue;

declare module '#kit/contract/events.ts' {
  interface EventKinds extends Record<keyof typeof webhookEvents, true> {}
}
