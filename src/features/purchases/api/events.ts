import { z } from 'zod';
import type { EventCatalogue } from '#kit/contract/events.ts';

export const purchaseEvents = {
  'purchases.imported': {
    says: 'Purchases were imported',
    subject: 'import',
    detail: z.object({ added: z.number().int(), known: z.number().int(), lines: z.number().int() }),
  },
} as const satisfies EventCatalogue;

declare module '#kit/contract/events.ts' {
  interface EventKinds extends Record<keyof typeof purchaseEvents, true> {}
}
