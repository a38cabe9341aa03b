/** A stretch of time, without its beginning, so that one can follow another and no moment falls between or into both. */
export type Span = { readonly after: Temporal.Instant; readonly until: Temporal.Instant };

/** Something that comes round on certain weekdays (1 is Monday) at a time of day, on the clocks of a place. */
export type DailyTime = { readonly time: string; readonly weekdays: readonly number[]; readonly timeZone: string };

export type DailyMoment = { readonly day: Temporal.PlainDate; readonly at: Temporal.Instant };

/**
 * The moment of a time of day on a day: exactly one, also where clocks show it never (then it is as much later as clocks skipped) or twice (then it
 * is the first).
 */
export function dailyMoment(day: Temporal.PlainDate, { time, timeZone }: Pick<DailyTime, 'time' | 'timeZone'>): Temporal.Instant {
  return day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).toInstant();
}

/** Every moment within a stretch of time at which it comes round, with its day, in order. */
export function dailyMomentsIn({ after, until }: Span, daily: DailyTime): DailyMoment[] {
  const moments: DailyMoment[] = [];
  // Where clocks are moved across midnight, the moment of a day may lie on the next.
  let day = after.toZonedDateTimeISO(daily.timeZone).toPlainDate().subtract({ days: 1 });
  const last = until.toZonedDateTimeISO(daily.timeZone).toPlainDate();
  for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    if (!daily.weekdays.includes(day.dayOfWeek)) continue;
    const at = dailyMoment(day, daily);
    if (Temporal.Instant.compare(at, after) > 0 && Temporal.Instant.compare(at, until) <= 0) moments.push({ day, at });
  }
  return moments;
}
