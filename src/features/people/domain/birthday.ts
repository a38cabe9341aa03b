import { err, ok, type Result } from '#kit/domain/result.ts';

/** As the person told it: counted in their own calendar, often without the year. */
export type Birthday = {
  readonly calendar: 'gregory' | 'persian';
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
};

export type BirthdayTold = {
  readonly calendar?: Birthday['calendar'] | undefined;
  readonly year?: number | null | undefined;
  readonly month?: number | null | undefined;
  readonly day?: number | null | undefined;
};

const oldest = 130;

/**
 * Refuses a day that its calendar does not have, such as 30 February, or 30 Esfand in a common year (`customer.birthday_impossible`), a day
 * to come (`customer.birthday_in_future`) and one of more than 130 years ago (`customer.birthday_too_early`). Without a year, a day of leap years stands.
 */
export function readBirthday(told: BirthdayTold, today: Temporal.PlainDate): Result<Birthday> {
  const { calendar = 'gregory', year = null, month, day } = told;
  if (!isWhole(month) || !isWhole(day) || (year !== null && !isWhole(year))) return impossible();
  const birthday = { calendar, year, month, day };
  if (year === null) return day <= (longestMonths[calendar][month - 1] ?? 0) ? ok(birthday) : impossible();
  const thisYear = today.withCalendar(calendar).year;
  if (year > thisYear) return err('customer.birthday_in_future', {}, 'birthday');
  if (year < thisYear - oldest) return err('customer.birthday_too_early', {}, 'birthday');
  const born = dayIn(birthday, year, 'reject');
  if (!born) return impossible();
  return Temporal.PlainDate.compare(born, today) > 0 ? err('customer.birthday_in_future', {}, 'birthday') : ok(birthday);
}

/**
 * The next birthday from `today` on (today's counts), as an ISO day, and the age that is reached then where the year is known. Who was born
 * on a day of leap years celebrates a day earlier in the others.
 */
export function nextBirthday(
  birthday: Birthday,
  today: Temporal.PlainDate,
): { readonly on: Temporal.PlainDate; readonly age: number | null } {
  const thisYear = today.withCalendar(birthday.calendar).year;
  const inThisYear = celebratedIn(birthday, thisYear);
  const isPast = Temporal.PlainDate.compare(inThisYear, today) < 0;
  const year = isPast ? thisYear + 1 : thisYear;
  return {
    on: isPast ? celebratedIn(birthday, year) : inThisYear,
    age: birthday.year === null ? null : year - birthday.year,
  };
}

function celebratedIn(birthday: Birthday, year: number): Temporal.PlainDate {
  const day = dayIn(birthday, year, 'constrain');
  if (!day) throw new RangeError(`month ${birthday.month} is none`);
  return day;
}

function dayIn({ calendar, month, day }: Birthday, year: number, overflow: 'reject' | 'constrain'): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ calendar, year, month, day }, { overflow }).withCalendar('iso8601');
  } catch {
    return undefined;
  }
}

function isWhole(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}

function impossible(): Result<never> {
  return err('customer.birthday_impossible', {}, 'birthday');
}

const longestMonths = {
  gregory: [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31],
  persian: [31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 30],
} as const;
