import { z } from 'zod';
import { route } from '#kit/contract/route.ts';
import { calendarRoutes } from './api/calendar.ts';
import { pushRoutes } from './api/push.ts';
import { reminderKinds } from './domain/index.ts';

const named = z.object({ id: z.uuid(), name: z.string() });

export const ReminderView = z.object({
  id: z.uuid(),
  kind: z.enum(reminderKinds),
  customer: named.nullable(),
  promise: z.object({ id: z.uuid(), what: z.string(), dueFrom: z.iso.datetime().nullable(), dueAt: z.iso.datetime() }).nullable(),
  /** Who did what it tells of. */
  by: named.nullable(),
  /** How many, where it is of several at once. */
  count: z.number().int(),
  /** What it says, where it is about neither a promise nor a talk. */
  words: z.string().nullable(),
  /** The moment at which it was owed, and how much later it was made because no server ran. */
  owedAt: z.iso.datetime(),
  madeAt: z.iso.datetime(),
  lateSeconds: z.number().int(),
  seenAt: z.iso.datetime().nullable(),
  /** Whether it still asks something of the colleague: not, once the promise has ended or is another's. */
  stands: z.boolean(),
});

export const ReminderSettings = z.object({
  /** So many minutes before a promise falls due; 0 for not at all. */
  minutesBefore: z.number().int(),
  digest: z.boolean(),
  digestHour: z.number().int().min(0).max(23),
  /** 1 is Monday; null for the days on which the colleague works. */
  digestWeekdays: z.array(z.number().int().min(1).max(7)).max(7).nullable(),
  /** Whose clocks the hour is on; null for those of the business. */
  timeZone: z.string().max(64).nullable(),
});

export const remindersApi = {
  ...calendarRoutes,
  ...pushRoutes,
  list: route({
    method: 'get',
    path: '/api/reminders',
    summary: 'What I was reminded of, the latest first, and how much of it I have not seen',
    caller: 'seeCustomers',
    query: z.object({ after: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(100).default(20) }),
    answer: z.object({
      reminders: z.array(ReminderView),
      /** Those that still ask something; counted up to 99. */
      unseen: z.number().int(),
      next: z.string().nullable(),
    }),
  }),
  see: route({
    method: 'post',
    path: '/api/reminders/seen',
    summary: 'Mark reminders of mine as seen; all of them where none are named',
    caller: 'keepPreferences',
    body: z.object({ reminderIds: z.array(z.uuid()).min(1).max(100).optional() }),
    answer: z.object({ unseen: z.number().int() }),
  }),
  settings: route({
    method: 'get',
    path: '/api/reminder-settings',
    summary: 'How I am reminded',
    caller: 'seeCustomers',
    answer: ReminderSettings.extend({
      /** On which days I work, which are those of the digest unless I choose others. */
      workdays: z.array(z.number().int()),
      /** Whether this installation can write e-mail at all, and to where it would write to me. */
      mail: z.object({ isSetUp: z.boolean(), to: z.string() }),
    }),
  }),
  changeSettings: route({
    method: 'patch',
    path: '/api/reminder-settings',
    summary: 'Change how I am reminded',
    caller: 'keepPreferences',
    body: ReminderSettings.partial(),
    answer: ReminderSettings,
  }),
};
