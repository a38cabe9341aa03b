export type DayCount = { readonly on: string; readonly kept: number; readonly missed: number };

/** A day of a calendar; null where the week belongs to the month before or after. */
export type GridDay = { readonly on: string; readonly kept: number; readonly missed: number } | null;

/** The weeks of a month (`2026-03`), seven days each, beginning with a weekday (1 is Monday), with what was counted on each day. */
export function monthGrid(month: string, days: readonly DayCount[], firstWeekday: number): readonly (readonly GridDay[])[] {
  const whole = Temporal.PlainYearMonth.from(month);
  const first = whole.toPlainDate({ day: 1 });
  const before = (first.dayOfWeek - firstWeekday + 7) % 7;
  const counted = new Map(days.map((day) => [day.on, day]));
  const cells: GridDay[] = Array.from({ length: before }, () => null);
  for (let day = 0; day < whole.daysInMonth; day += 1) {
    const on = first.add({ days: day }).toString();
    cells.push(counted.get(on) ?? { on, kept: 0, missed: 0 });
  }
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
