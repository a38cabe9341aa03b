export type DayCount = { readonly on: string; readonly kept: number; readonly missed: number };

/** A day of a calendar; null where the week belongs to the month before or after. */
export type GridDay = { readonly on: string; readonly kept: number; readonly missed: number } | null;

/** The first and the last day of a month, of whatever calendar. */
export type MonthDays = { readonly from: string; readonly until: string };

/** The weeks of a month, seven days each, beginning with a weekday (1 is Monday), with what was counted on each day. */
export function monthGrid({ from, until }: MonthDays, days: readonly DayCount[], firstWeekday: number): readonly (readonly GridDay[])[] {
  const first = Temporal.PlainDate.from(from);
  const before = (first.dayOfWeek - firstWeekday + 7) % 7;
  const counted = new Map(days.map((day) => [day.on, day]));
  const cells: GridDay[] = Array.from({ length: before }, () => null);
  for (let day = 0; day <= first.until(until).days; day += 1) {
    const on = first.add({ days: day }).toString();
    cells.push(counted.get(on) ?? { on, kept: 0, missed: 0 });
  }
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
