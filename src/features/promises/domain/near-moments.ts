/** A moment that people often promise, with what to call it. Local time of the business. */
export type NearMoment = {
  readonly name: 'today' | 'tomorrow' | 'end_of_week' | 'in_a_week';
  readonly at: Temporal.PlainDateTime;
};

const afternoon = Temporal.PlainTime.from('17:00');
const morning = Temporal.PlainTime.from('10:00');

/**
 * The moments to offer when a promise is given: this afternoon while there is time, tomorrow morning, the last afternoon before the weekend,
 * in a week. `weekend` are ISO weekdays (6 and 7 in Greece, 5 in Iran). None twice, soonest first.
 */
export function nearMoments(now: Temporal.PlainDateTime, weekend: readonly number[]): readonly NearMoment[] {
  const today = now.toPlainDate();
  const tomorrow = today.add({ days: 1 });
  const lastDay = lastWorkingDay(tomorrow, weekend);
  const isStillTime = Temporal.PlainTime.compare(now.toPlainTime(), '16:00') < 0;
  return [
    ...(isStillTime ? [{ name: 'today' as const, at: today.toPlainDateTime(afternoon) }] : []),
    { name: 'tomorrow', at: tomorrow.toPlainDateTime(morning) },
    { name: 'end_of_week', at: lastDay.toPlainDateTime(afternoon) },
    { name: 'in_a_week', at: today.add({ days: 7 }).toPlainDateTime(morning) },
  ];
}

/** The first day from here on that works and whose morrow does not. */
function lastWorkingDay(from: Temporal.PlainDate, weekend: readonly number[]): Temporal.PlainDate {
  const isFree = (day: Temporal.PlainDate) => weekend.includes(day.dayOfWeek);
  for (let ahead = 0; ahead < 7; ahead++) {
    const day = from.add({ days: ahead });
    if (!isFree(day) && isFree(day.add({ days: 1 }))) return day;
  }
  return from.add({ days: 6 });
}
