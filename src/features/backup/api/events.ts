import { z } from 'zod';
import type { EventCatalogue } from '#kit/contract/events.ts';

export const backupEvents = {
  'backup.made': {
    says: 'Everything was written into a backup, at the terminal or by the schedule',
    detail: z.object({ isScheduled: z.boolean(), isEncrypted: z.boolean(), withSecret: z.boolean() }),
  },
} as const satisfies EventCatalogue;

declare module '#kit/contract/events.ts' {
  interface EventKinds extends Record<keyof typeof backupEvents, true> {}
}
