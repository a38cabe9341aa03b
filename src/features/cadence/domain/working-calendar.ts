import { err, ok, type Result } from '#kit/domain/result.ts';
import { dayNumberOf, weekdayOf } from './day-number.ts';

/** Weekdays (1 is Monday) and the hours of each of them, as `09:00`. */
export type WorkingWeek = { readonly weekdays: readonly number[]; readonly fromTime: string; readonly untilTime: string };

/** How long the work of a day lasts. */
export function minutesAtWork({ fromTime, untilTime }: Pick<WorkingWeek, 'fromTime' | 'untilTime'>): number {
  return Temporal.PlainTime.from(fromTime).until(untilTime).total('minutes');
}

export type Absence = {
  readonly colleague: string;
  readonly fromOn: Temporal.PlainDate;
  readonly untilOn: Temporal.PlainDate;
  /** Who stands in for everything meanwhile; otherwise each customer's deputy does. */
  readonly standIn: string | null;
};

/**
 * Refuses a week without a working day, in which no routine would ever fire (`working_week.no_day`), and hours that end before they begin
 * (`working_week.ends_before_it_begins`). Days come back in order and once each.
 */
export function readWorkingWeek({ weekdays, fromTime, untilTime }: WorkingWeek): Result<WorkingWeek> {
  const days = [...new Set(weekdays)].filter((day) => Number.isInteger(day) && day >= 1 && day <= 7).toSorted((a, b) => a - b);
  if (days.length === 0) return err('working_week.no_day', {}, 'weekdays');
  if (untilTime <= fromTime) return err('working_week.ends_before_it_begins', {}, 'untilTime');
  return ok({ weekdays: days, fromTime, untilTime });
}

/**
 * Refuses an absence that ends before it begins (`absence.ends_before_it_begins`), that is over (`absence.in_past`) or longer than a year
 * (`absence.too_long`), in which one stands in for oneself (`absence.stands_in_for_oneself`), and one that overlaps another of theirs
 * (`absence.overlaps`).
 */
export function readAbsence(told: Absence, today: Temporal.PlainDate, others: readonly Absence[]): Result<Absence> {
  const { colleague, fromOn, untilOn, standIn } = told;
  if (Temporal.PlainDate.compare(untilOn, fromOn) < 0) return err('absence.ends_before_it_begins', {}, 'untilOn');
  if (Temporal.PlainDate.compare(untilOn, today) < 0) return err('absence.in_past', {}, 'untilOn');
  if (Temporal.PlainDate.compare(untilOn, fromOn.add({ years: 1 })) > 0) return err('absence.too_long', {}, 'untilOn');
  if (standIn === colleague) return err('absence.stands_in_for_oneself', {}, 'standInId');
  const meets = (other: Absence) =>
    Temporal.PlainDate.compare(other.fromOn, untilOn) <= 0 && Temporal.PlainDate.compare(fromOn, other.untilOn) <= 0;
  if (others.some((other) => other.colleague === colleague && meets(other))) return err('absence.overlaps', {}, 'fromOn');
  return ok(told);
}

/** When each colleague works: by their week, without public holidays and absences. Days are numbers. */
export type WorkingCalendar = {
  readonly works: (colleague: string, day: number) => boolean;
  /** The absence of a colleague that holds on a day. */
  readonly absenceOn: (colleague: string, day: number) => Absence | undefined;
  /** Who steps in for whoever answers for a customer, in the order of asking. */
  readonly standInsFor: (owner: string, deputy: string | null, day: number) => readonly string[];
  /** All days on which a colleague works, from a day on, for as many days as are looked ahead. */
  readonly workdaysOf: (colleague: string) => readonly number[];
};

export type CalendarGiven = {
  readonly today: number;
  /** How many days ahead. */
  readonly days: number;
  readonly week: WorkingWeek;
  /** The weeks of colleagues who have one of their own. */
  readonly weeks: ReadonlyMap<string, WorkingWeek>;
  /** Public holidays, as day numbers. */
  readonly holidays: ReadonlySet<number>;
  readonly absences: readonly Absence[];
  /** The owner of the workspace, who stands in where nobody else does. */
  readonly lastResort: string;
};

/** Puts together when each colleague works, from what was said of weeks, holidays and absences. */
export function workingCalendar(given: CalendarGiven): WorkingCalendar {
  const absences = given.absences.map((absence) => ({
    absence,
    from: dayNumberOf(absence.fromOn),
    until: dayNumberOf(absence.untilOn),
  }));
  const known = new Map<string, readonly number[]>();
  const absenceOn = (colleague: string, day: number) =>
    absences.find(({ absence, from, until }) => absence.colleague === colleague && from <= day && day <= until)?.absence;
  const works = (colleague: string, day: number) =>
    (given.weeks.get(colleague) ?? given.week).weekdays.includes(weekdayOf(day)) &&
    !given.holidays.has(day) &&
    absenceOn(colleague, day) === undefined;
  return {
    works,
    absenceOn,
    standInsFor: (owner, deputy, day) => {
      const asked = [absenceOn(owner, day)?.standIn ?? null, deputy, given.lastResort];
      return [...new Set(asked)].filter((one): one is string => one !== null && one !== owner);
    },
    workdaysOf: (colleague) => {
      const found = known.get(colleague) ?? daysFrom(given.today, given.days).filter((day) => works(colleague, day));
      known.set(colleague, found);
      return found;
    },
  };
}

function daysFrom(day: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => day + index);
}
