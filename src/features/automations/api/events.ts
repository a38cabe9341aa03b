import type { EventCatalogue } from '#kit/contract/events.ts';

export const automationEvents = {
  'automation.made': { says: 'An automation was made', subject: 'automation' },
  'automation.changed': { says: 'An automation was changed', subject: 'automation' },
  'automation.removed': { says: 'An automation was removed', subject: 'automation' },
  'automation.paused': { says: 'An automation was paused', subject: 'automation' },
  'automation.resumed': { says: 'An automation was resumed', subject: 'automation' },
  'automation.stopped': {
    says: 'An automation stopped, since whoever it belongs to has left or has lost a right that it needs',
    subject: 'automation',
  },
} as const satisfies EventCatalogue;

declare module '#kit/contract/events.ts' {
  interface EventKinds extends Record<keyof typeof automationEvents, true> {}
}
