import { z } from 'zod';
import type { EventCatalogue } from '#kit/contract/events.ts';
import { personalDataFormats } from '../domain/index.ts';

export const personalDataEvents = {
  'personal_data.exported': {
    says: 'Everything about a person was taken along as a file',
    detail: z.object({ format: z.enum(personalDataFormats) }),
  },
  'personal_data.erasure_asked': {
    says: 'It was asked that a person be erased on a day to come',
    subject: 'erasure',
    detail: z.object({ dueOn: z.iso.date() }),
  },
  'personal_data.erasure_cancelled': { says: 'A person is not erased after all', subject: 'erasure' },
  'personal_data.erased': {
    says: 'A person was erased; what they bought stays as anonymous sales. Told once for every id that they ever had',
    subject: 'erasure',
    detail: z.object({ purchases: z.number().int() }),
  },
  'personal_data.retention_changed': { says: 'How long data is kept was changed' },
  'personal_data.events_forgotten': {
    says: 'What older events said was forgotten, as the rules of the workspace want it',
    detail: z.object({ before: z.iso.datetime(), events: z.number().int() }),
  },
} as const satisfies EventCatalogue;

declare module '#kit/contract/events.ts' {
  interface EventKinds extends Record<keyof typeof personalDataEvents, true> {}
}
