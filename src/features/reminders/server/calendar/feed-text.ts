import { ICalCalendar, ICalEventTransparency } from 'ical-generator';
import { translate } from '#kit/server/messages.ts';
import type { Language } from '#kit/domain/languages.ts';
import { entryOfPromise, entryOfTalk, type CalendarEntry, type PromiseInCalendar } from '../../domain/index.ts';
import type { TalkPlanned } from './contents.ts';

export type CalendarAsked = {
  readonly workspace: string;
  readonly language: Language;
  /** Where Tend is reached, for the way back from an entry. */
  readonly origin: string;
  /** When the address was made. */
  readonly since: Temporal.Instant;
  readonly promises: readonly PromiseInCalendar[];
  readonly talks: readonly TalkPlanned[];
};

/** How often a calendar program is asked to look again. */
const lookAgainSeconds = 900;

/**
 * The calendar as RFC 5545 wants it. Nothing in it makes anybody busy: a promise is a moment by which, and a planned talk fits into the day where there is room. Moments
 * are told in UTC, so that every calendar shows them on its own clocks.
 */
export function writeCalendar({ workspace, language, origin, since, promises, talks }: CalendarAsked): string {
  const say = (key: string, values: Record<string, string>) => translate(language, key, values);
  const calendar = new ICalCalendar({
    name: say('reminders.calendar.name', { workspace }),
    prodId: `//Tend//Tend//${language.toUpperCase()}`,
    ttl: lookAgainSeconds,
  });
  for (const promise of promises) {
    const { what, customer } = promise;
    calendar.createEvent({
      ...written(entryOfPromise(promise)),
      summary: say('reminders.calendar.promise', { what, customer }),
      url: `${origin}/promises/${promise.id}`,
    });
  }
  for (const talk of talks) {
    calendar.createEvent({
      ...written(entryOfTalk(talk, since)),
      summary: say('reminders.calendar.talk', { customer: talk.customer.name, channel: talk.channel }),
      ...(talk.purpose === null ? {} : { description: talk.purpose }),
      url: `${origin}/customers/${talk.customer.id}`,
    });
  }
  return calendar.toString();
}

function written({ uid, sequence, changedAt, time }: CalendarEntry) {
  const span =
    'on' in time
      ? { start: dateOf(time.on), end: dateOf(time.on.add({ days: 1 })), allDay: true }
      : { start: momentOf(time.from), end: momentOf(time.until) };
  const changed = momentOf(changedAt);
  return { id: `${uid}@tend`, ...span, sequence, stamp: changed, lastModified: changed, transparency: ICalEventTransparency.TRANSPARENT };
}

/** To the second, as the format has it. */
function momentOf(instant: Temporal.Instant): Date {
  return new Date(instant.round('second').epochMilliseconds);
}

function dateOf(day: Temporal.PlainDate): Date {
  return new Date(day.toZonedDateTime('UTC').epochMilliseconds);
}
