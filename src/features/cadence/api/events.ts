import { z } from 'zod';
import type { EventCatalogue } from '#kit/contract/events.ts';

const target = z.object({ kind: z.string(), id: z.string().optional(), stage: z.string().optional() });
const terms = z.object({ everyDays: z.number().int(), latestDays: z.number().int(), channel: z.string() });

export const cadenceEvents = {
  'cadence.routine_made': { says: 'A routine was made', subject: 'routine', detail: z.object({ target, terms }) },
  'cadence.routine_changed': { says: 'A routine was changed', subject: 'routine', detail: z.object({ target, terms }) },
  'cadence.routine_ended': { says: 'A routine was ended', subject: 'routine', detail: z.object({ target }) },
  'cadence.quiet_asked': {
    says: 'A customer asked not to be called for a time',
    subject: 'quiet time',
    detail: z.object({ fromOn: z.iso.date(), untilOn: z.iso.date(), yearly: z.boolean() }),
  },
  'cadence.quiet_ended': { says: 'A quiet time was ended', subject: 'quiet time' },
  'cadence.absence_noted': {
    says: 'A colleague will be away',
    subject: 'absence',
    detail: z.object({ of: z.uuid(), fromOn: z.iso.date(), untilOn: z.iso.date(), standIn: z.uuid().nullable() }),
  },
  'cadence.absence_ended': { says: 'An absence was cancelled', subject: 'absence', detail: z.object({ of: z.uuid() }) },
  'cadence.stand_in_set': {
    says: 'Who stands in during an absence was set',
    subject: 'absence',
    detail: z.object({ of: z.uuid(), standIn: z.uuid().nullable() }),
  },
  'cadence.settings_changed': { says: 'The floor, the holidays or the usual hours were changed' },
  'cadence.week_set': { says: 'The hours of a colleague were set', subject: 'colleague' },
} as const satisfies EventCatalogue;

declare module '#kit/contract/events.ts' {
  interface EventKinds extends Record<keyof typeof cadenceEvents, true> {}
}
