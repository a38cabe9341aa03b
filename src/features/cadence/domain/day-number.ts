const first = Temporal.PlainDate.from('1970-01-01');

/** A day as the number of days since 1970, since spreading talks over days is arithmetic. */
export function dayNumberOf(day: Temporal.PlainDate): number {
  return first.until(day).days;
}

/** The day of a number that `dayNumberOf` gave. */
export function dayOf(dayNumber: number): Temporal.PlainDate {
  return first.add({ days: dayNumber });
}

/** 1 is Monday, 7 Sunday: the first of January 1970 was a Thursday. */
export function weekdayOf(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1;
}
