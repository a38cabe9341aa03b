import { z } from 'zod';
import type { EventCatalogue } from '#kit/contract/events.ts';

const reasons = z.array(z.object({ kind: z.string(), occasion: z.string() }));

export const todayEvents = {
  'reason.snoozed': {
    says: 'A reason to act was put off',
    subject: 'answer',
    detail: z.object({ reasons, untilOn: z.iso.date() }),
  },
  'reason.declined': { says: 'A reason to act was declined', subject: 'answer', detail: z.object({ reasons }) },
  'reason.answer_taken_back': { says: 'An answer to a reason was taken back', subject: 'answer' },
  'today.started': { says: 'A colleague started the day', detail: z.object({ planned: z.number().int() }) },
  'today.plan_changed': { says: 'A colleague changed the plan of the day' },
  'today.carried_over': {
    says: 'A colleague moved customers to the next workday',
    detail: z.object({ customers: z.number().int(), on: z.iso.date() }),
  },
} as const satisfies EventCatalogue;

declare module '#kit/contract/events.ts' {
  interface EventKinds extends Record<keyof typeof todayEvents, true> {}
}
