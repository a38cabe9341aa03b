import { err, ok, type Result } from '#kit/domain/result.ts';

/** A time in which a customer asked not to be called, both days included: once, or every year on the same days. */
export type QuietPeriod = {
  readonly fromOn: Temporal.PlainDate;
  readonly untilOn: Temporal.PlainDate;
  readonly yearly: boolean;
};

export type QuietTold = {
  readonly fromOn?: Temporal.PlainDate | undefined;
  readonly untilOn: Temporal.PlainDate;
  readonly yearly?: boolean | undefined;
};

const longestYears = 5;

/**
 * Makes what a customer asked for into what is kept; without a beginning it begins today. Refuses an end before the beginning
 * (`quiet_period.ends_before_it_begins`), one that is over already (`quiet_period.in_past`), one beyond five years (`quiet_period.too_far`), and a yearly one
 * that leaves no day of the year (`quiet_period.whole_year`): who never wants to hear from us says so otherwise.
 */
export function readQuietPeriod(told: QuietTold, today: Temporal.PlainDate): Result<QuietPeriod> {
  const { fromOn = today, untilOn, yearly = false } = told;
  if (Temporal.PlainDate.compare(untilOn, fromOn) < 0) return err('quiet_period.ends_before_it_begins', {}, 'untilOn');
  if (!yearly && Temporal.PlainDate.compare(untilOn, today) < 0) return err('quiet_period.in_past', {}, 'untilOn');
  if (Temporal.PlainDate.compare(untilOn, today.add({ years: longestYears })) > 0)
    return err('quiet_period.too_far', { years: longestYears }, 'untilOn');
  if (yearly && Temporal.PlainDate.compare(untilOn.add({ days: 1 }), fromOn.add({ years: 1 })) >= 0)
    return err('quiet_period.whole_year', {}, 'untilOn');
  return ok({ fromOn, untilOn, yearly });
}

/** Whether a customer asked not to be called on a day. */
export function isQuiet(periods: readonly QuietPeriod[], day: Temporal.PlainDate): boolean {
  return periods.some((period) => holdsOn(period, day));
}

/**
 * The first day from a day on that is not quiet, periods that touch or overlap taken together; undefined where there is none within two years, so that
 * nobody waits for a day that never comes.
 */
export function firstDayNotQuiet(periods: readonly QuietPeriod[], day: Temporal.PlainDate): Temporal.PlainDate | undefined {
  let at = day;
  for (let count = 0; count < 731; count += 1) {
    if (!isQuiet(periods, at)) return at;
    at = at.add({ days: 1 });
  }
  return undefined;
}

function holdsOn({ fromOn, untilOn, yearly }: QuietPeriod, day: Temporal.PlainDate): boolean {
  if (!yearly) return Temporal.PlainDate.compare(fromOn, day) <= 0 && Temporal.PlainDate.compare(day, untilOn) <= 0;
  const [from, until, at] = [inYear(fromOn), inYear(untilOn), inYear(day)];
  return from <= until ? from <= at && at <= until : at >= from || at <= until;
}

// By month and day, so that 29 February is a day like others in years that have it.
function inYear({ month, day }: Temporal.PlainDate): number {
  return month * 100 + day;
}
