import type { EventCatalogue } from '#kit/contract/events.ts';

export const workspaceEvents = {
  'workspace.made': { says: 'The workspace was made' },
  'workspace.changed': { says: 'Settings of the business were changed' },
} as const satisfies EventCatalogue;

declare module '#kit/contract/events.ts' {
  interface EventKinds extends Record<keyof typeof workspaceEvents, true> {}
}
