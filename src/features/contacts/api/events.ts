import { z } from 'zod';
import type { EventCatalogue } from '#kit/contract/events.ts';

export const contactEvents = {
  'contacts.imported': {
    says: 'Contacts were imported',
    subject: 'import',
    detail: z.object({ source: z.string(), read: z.number().int(), made: z.number().int(), updated: z.number().int() }),
  },
  'contacts.exported': { says: 'All contacts were exported', detail: z.object({ format: z.string() }) },
} as const satisfies EventCatalogue;

declare module '#kit/contract/events.ts' {
  interface EventKinds extends Record<keyof typeof contactEvents, true> {}
}
