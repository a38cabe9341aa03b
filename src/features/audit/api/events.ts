import { z } from 'zod';
import type { EventCatalogue } from '#kit/contract/events.ts';

export const auditEvents = {
  'audit.began': {
    says: 'The audit log began; how many events are older, and not proved',
    detail: z.object({ events: z.number().int() }),
  },
  'audit.exported': { says: 'The audit log was exported', detail: z.object({ format: z.enum(['csv', 'jsonl']) }) },
  'audit.accepted': {
    says: 'The audit log was accepted as it stands, at the terminal of the machine',
    detail: z.object({ findings: z.number().int() }),
  },
} as const satisfies EventCatalogue;

declare module '#kit/contract/events.ts' {
  interface EventKinds extends Record<keyof typeof auditEvents, true> {}
}
