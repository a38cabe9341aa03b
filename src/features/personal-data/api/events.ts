import { z } from 'zod';
import type { EventCatalogue } from '#kit/contract/events.ts';
import { personalDataFormats } from '../domain/index.ts';

export const personalDataEvents = {
  'personal_data.exported': {
    says: 'Everything about a person was exported',
    detail: z.object({ format: z.enum(personalDataFormats) }),
  },
  'personal_data.erasure_asked': {
    says: 'The erasure of a person was asked for, on a later day',
    subject: 'erasure',
    detail: z.object({ dueOn: z.iso.date() }),
  },
  'personal_data.erasure_cancelled': { says: 'The erasure of a person was cancelled', subject: 'erasure' },
  'personal_data.erased': {
    says: 'A person was erased; what they bought stays as anonymous sales. Told once for every id that they ever had',
    subject: 'erasure',
    detail: z.object({ purchases: z.number().int() }),
  },
  'personal_data.retention_changed': { says: 'How long data is kept was changed' },
  'personal_data.events_forgotten': {
    says: 'The details of older events were deleted, by the rules of the workspace',
    detail: z.object({ before: z.iso.datetime(), events: z.number().int() }),
  },
} as const satisfies EventCatalogue;

declare module '#kit/contract/events.ts' {
  interface EventKinds extends Record<keyof typeof personalDataEvents, true> {}
}
