/** The first moment that does not belong to a day any more, where the time zone is: whatever happened before it was known at the end of the day. */
export function endOfDay(day: Temporal.PlainDate, timeZone: string): Temporal.Instant {
  return day.add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
}
