/** Entries of a timeline, the latest first, by the month in which they were, in the reader's calendar. `firstDay` is an ISO date. */
export function monthsOf<Entry extends { readonly at: string }>(
  entries: readonly Entry[],
  timeZone: string,
  calendar: string,
): { readonly firstDay: string; readonly entries: readonly Entry[] }[] {
  const monthOf = ({ at }: Entry) =>
    Temporal.Instant.from(at)
      .toZonedDateTimeISO(timeZone)
      .toPlainDate()
      .withCalendar(calendar)
      .with({ day: 1 })
      .withCalendar('iso8601')
      .toString();
  return [...Map.groupBy(entries, monthOf)].map(([firstDay, some]) => ({ firstDay, entries: some }));
}
