import { z } from 'zod';
import type { EventCatalogue } from '#kit/contract/events.ts';
import { consentChannels, consentPurposes } from '../domain/index.ts';

const about = z.object({ purpose: z.enum(consentPurposes), channel: z.enum(consentChannels) });

export const consentEvents = {
  'consent.given': { says: 'A customer allowed us to write or call for a purpose', subject: 'consent', detail: about },
  'consent.withdrawn': {
    says: 'A customer does not allow, or no longer allows, us to write or call for a purpose',
    subject: 'consent',
    detail: about,
  },
} as const satisfies EventCatalogue;

declare module '#kit/contract/events.ts' {
  interface EventKinds extends Record<keyof typeof consentEvents, true> {}
}
