import { z } from 'zod';
import type { EventCatalogue } from '#kit/contract/events.ts';
import { touchpointKinds } from '../domain/index.ts';

const touchpoint = z.object({ kind: z.enum(touchpointKinds), direction: z.enum(['in', 'out']), reached: z.boolean() });

export const touchpointEvents = {
  'touchpoint.logged': {
    says: 'A touchpoint was logged',
    subject: 'touchpoint',
    detail: touchpoint.extend({ pulse: z.number().int().min(1).max(5).nullable().optional() }),
  },
  'touchpoint.corrected': { says: 'A touchpoint was corrected', subject: 'touchpoint' },
  'touchpoint.removed': { says: 'A touchpoint that was a mistake was removed', subject: 'touchpoint', detail: touchpoint },
} as const satisfies EventCatalogue;

declare module '#kit/contract/events.ts' {
  interface EventKinds extends Record<keyof typeof touchpointEvents, true> {}
}
