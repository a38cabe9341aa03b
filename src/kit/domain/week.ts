/** The days of a week on which nobody works, of those on which somebody does (1 is Monday). */
export function daysOff(workdays: readonly number[]): readonly number[] {
  return [1, 2, 3, 4, 5, 6, 7].filter((day) => !workdays.includes(day));
}

/** The weekday with which weeks are laid out where these are the workdays: Sunday or Saturday where business rests on the day before and not on it; Monday everywhere else. */
export function firstWeekday(workdays: readonly number[]): number {
  const isFirst = (day: number) => workdays.includes(day) && !workdays.includes(day - 1);
  if (!workdays.includes(7)) return 1;
  return [7, 6].find(isFirst) ?? 1;
}
