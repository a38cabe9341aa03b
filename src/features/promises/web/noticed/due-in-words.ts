import type { Say } from '#kit/web/i18n/language.tsx';
import type { Formats } from '#kit/web/i18n/format.ts';
import type { DueDraft } from '../due-draft.ts';
import { placeOf } from '../due-text.ts';

/** By when, of a promise that is not given yet: "Friday 27 November, 17:00", "Tuesday 24 November, 12:00 – 18:00"; asked where nothing was said. */
export function dueInWords({ at, from }: DueDraft, timeZone: string, say: Say, formats: Formats): string {
  if (at === null) return say('promises.noticed.when');
  const [first, last] = [from ? Temporal.PlainDateTime.from(from) : null, Temporal.PlainDateTime.from(at)];
  // As it was written, though clocks may skip it there.
  const time = (local: Temporal.PlainDateTime) => formats.timeIn(local.toZonedDateTime('UTC').toInstant(), 'UTC');
  const day = (local: Temporal.PlainDateTime) => formats.weekdayDate(local.toPlainDate());
  const isSpanOfHours = first && isSameDay(first, last);
  const due = say('promises.noticed.due', { day: day(last), time: isSpanOfHours ? `${time(first)} – ${time(last)}` : time(last) });
  const span = first && !isSpanOfHours ? `${day(first)} – ${due}` : due;
  return timeZone === formats.timeZone ? span : `${span} (${placeOf(timeZone)})`;
}

function isSameDay(one: Temporal.PlainDateTime, other: Temporal.PlainDateTime): boolean {
  return one.toPlainDate().equals(other.toPlainDate());
}
