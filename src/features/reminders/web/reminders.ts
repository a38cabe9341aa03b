import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import type { Formats } from '#kit/web/i18n/format.ts';
import type { Say } from '#kit/web/i18n/language.tsx';
import type { remindersApi, ReminderView } from '../api.ts';
import { pageOf } from '../domain/index.ts';

export const api = apiOf<typeof remindersApi>();

export type Reminder = z.output<typeof ReminderView>;

/** As many as stand behind the bell. */
export const behindTheBell = 10;

/** The latest reminders, and how many have not been seen. */
export function useLatest() {
  return useQuery(api.query('get', '/api/reminders', { query: { limit: behindTheBell } }));
}

/** Marks reminders as seen, all of them where none are named. */
export function useSeeing(): (ids?: readonly string[]) => Promise<void> {
  const client = useQueryClient();
  return async (ids) => {
    await api.call('post', '/api/reminders/seen', { body: ids === undefined ? {} : { reminderIds: [...ids] } });
    await client.invalidateQueries({ queryKey: ['/api/reminders'] });
  };
}

/** Where a reminder leads. */
export function placeOf({ kind, promise, customer }: Pick<Reminder, 'kind' | 'promise' | 'customer'>): string {
  const page = pageOf(kind);
  if (page !== null) return page;
  if (promise !== null) return `/promises/${promise.id}`;
  return customer === null ? '/cadence' : `/customers/${customer.id}`;
}

/** By when a promise is due, as one says it on a day. */
export function dueText({ promise, owedAt }: Pick<Reminder, 'promise' | 'owedAt'>, today: string, say: Say, formats: Formats): string {
  const dueAt = promise?.dueAt ?? owedAt;
  const isToday = (moment: string) => formats.dayOf(moment).toString() === today;
  const until = isToday(dueAt) ? say('reminders.today_at', { time: formats.time(dueAt) }) : formats.moment(dueAt);
  const dueFrom = promise?.dueFrom ?? null;
  if (dueFrom === null) return until;
  if (isToday(dueFrom) && isToday(dueAt)) return say('reminders.today_at', { time: `${formats.time(dueFrom)} – ${formats.time(dueAt)}` });
  return `${formats.moment(dueFrom)} – ${until}`;
}

const worthSaying = 300;

/** How late a reminder was made, where that is worth saying. */
export function lateText(seconds: number, say: Say, formats: Formats): string | null {
  if (seconds < worthSaying) return null;
  const [unit, length] =
    seconds < 7200 ? (['minute', 60] as const) : seconds < 172_800 ? (['hour', 3600] as const) : (['day', 86_400] as const);
  const late = formats.number(Math.round(seconds / length), { style: 'unit', unit, unitDisplay: 'long' });
  return say('reminders.late', { late });
}
