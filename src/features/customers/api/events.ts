import { z } from 'zod';
import type { EventCatalogue } from '#kit/contract/events.ts';

const many = z.object({ customers: z.number().int() });

export const customerListEvents = {
  'customers.changed': { says: 'Many customers were changed at once', subject: 'change', detail: many },
  'customers.change_undone': { says: 'A change of many customers was undone', subject: 'change', detail: many },
  'customers.exported': { says: 'A list of customers was exported', detail: many },
} as const satisfies EventCatalogue;

declare module '#kit/contract/events.ts' {
  interface EventKinds extends Record<keyof typeof customerListEvents, true> {}
}
