import { z } from 'zod';
import type { EventCatalogue } from '#kit/contract/events.ts';
import { reminderKinds } from '../domain/index.ts';

export const reminderEvents = {
  'reminder.made': {
    says: 'A colleague was reminded',
    subject: 'reminder',
    detail: z.object({ to: z.uuid(), kind: z.enum(reminderKinds), lateSeconds: z.number().int() }),
  },
  'reminder.seen': { says: 'A colleague looked at reminders' },
  'reminder.settings_changed': { says: 'A colleague changed how they are reminded' },
  'push_device.added': { says: 'A colleague turned reminders on on a device', subject: 'device' },
  'push_device.removed': { says: 'A device was removed', subject: 'device' },
  'calendar_feed.made': { says: 'A colleague made an address for their calendar' },
  'calendar_feed.revoked': { says: 'An address for a calendar was revoked' },
} as const satisfies EventCatalogue;

declare module '#kit/contract/events.ts' {
  interface EventKinds extends Record<keyof typeof reminderEvents, true> {}
}
