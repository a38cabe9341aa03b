/** When backups are made by themselves: at an hour of each day on somebody's clocks. */
export type Schedule = { readonly hour: number; readonly timeZone: string };

/** The last moment at which a backup was due: today at the hour, or yesterday where that has not come yet. */
export function lastDue({ hour, timeZone }: Schedule, now: Temporal.Instant): Temporal.Instant {
  const here = now.toZonedDateTimeISO(timeZone);
  const today = momentOf(here.toPlainDate(), hour, timeZone);
  return Temporal.Instant.compare(today, now) <= 0 ? today : momentOf(here.toPlainDate().subtract({ days: 1 }), hour, timeZone);
}

/** What did not go well is tried again after so many minutes, not every time somebody looks. */
const minutesBetweenTries = 60;

/** Whether a backup is to be made now: none that went well has begun since it was due, and the last try is not just over. */
export function isDue(
  schedule: Schedule,
  now: Temporal.Instant,
  last: { readonly goodAt: Temporal.Instant | null; readonly triedAt: Temporal.Instant | null },
): boolean {
  const due = lastDue(schedule, now);
  if (last.goodAt && Temporal.Instant.compare(last.goodAt, due) >= 0) return false;
  if (!last.triedAt || Temporal.Instant.compare(last.triedAt, due) < 0) return true;
  return Temporal.Instant.compare(now, last.triedAt.add({ minutes: minutesBetweenTries })) >= 0;
}

// An hour that a turn of the clocks leaves out is the one after; of one that comes twice, it is the first.
function momentOf(day: Temporal.PlainDate, hour: number, timeZone: string): Temporal.Instant {
  return day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) }).toInstant();
}
