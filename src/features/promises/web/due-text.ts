import type { Say } from '#kit/web/i18n/language.tsx';
import type { Formats } from '#kit/web/i18n/format.ts';
import { isElsewhere } from './due-draft.ts';
import type { PromiseSeen } from './promises.ts';

type Due = Pick<PromiseSeen, 'dueFrom' | 'dueAt' | 'timeZone' | 'overdue'>;

/** By when an open promise is due, in a few words; with the customer's own clock where theirs is another. */
export function dueText(promise: Due, today: string, say: Say, formats: Formats): string {
  const ours = oursText(promise, today, say, formats);
  if (promise.timeZone === null || !isElsewhere(promise.timeZone, formats.timeZone, Temporal.Instant.from(promise.dueAt))) return ours;
  const time = formats.timeIn(promise.dueAt, promise.timeZone);
  return `${ours} ${say('promises.due.theirs', { time, place: placeOf(promise.timeZone) })}`;
}

/** What was promised at some moment: 21 Nov 2026, 08:30, or a window of it. */
export function momentText(dueFrom: string | null, dueAt: string, formats: Formats): string {
  if (dueFrom === null) return formats.moment(dueAt);
  const isOneDay = formats.dayOf(dueFrom).equals(formats.dayOf(dueAt));
  return `${formats.moment(dueFrom)} – ${isOneDay ? formats.time(dueAt) : formats.moment(dueAt)}`;
}

/** A place by the name of its clocks: Asia/Tehran is Tehran. */
export function placeOf(timeZone: string): string {
  return timeZone.replace(/^.*\//, '').replaceAll('_', ' ');
}

function oursText({ dueFrom, dueAt, overdue }: Due, today: string, say: Say, formats: Formats): string {
  const day = formats.dayOf(dueAt);
  const isToday = day.toString() === today;
  if (overdue) return say('promises.due.overdue', { moment: isToday ? formats.time(dueAt) : formats.moment(dueAt) });
  if (dueFrom !== null && !formats.dayOf(dueFrom).equals(day))
    return say('promises.due.between', { moment: momentText(dueFrom, dueAt, formats) });
  const time = dueFrom === null ? formats.time(dueAt) : `${formats.time(dueFrom)} – ${formats.time(dueAt)}`;
  if (isToday) return say(dueFrom === null ? 'promises.due.today' : 'promises.due.today_between', { time });
  return say('promises.due.on', { day: formats.weekdayDate(day), time });
}
