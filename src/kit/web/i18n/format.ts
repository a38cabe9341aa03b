import { currencyDigits } from '#kit/domain/currency.ts';

/** Days travel as `2026-11-21`, instants as `2026-11-21T08:30:00Z`. */
type Day = string | Temporal.PlainDate;
type Moment = string | Temporal.Instant;

export type Formats = ReturnType<typeof formatsOf>;

/**
 * Everything a page writes that is no message: days, moments, money, figures; in the reader's language, calendar and digits.
 * `locale` comes from `localeOf`, `timeZone` is the workspace's.
 */
export function formatsOf(locale: string, timeZone: string) {
  const one = cachedBy(locale);
  const plain = (day: Day) => (typeof day === 'string' ? Temporal.PlainDate.from(day) : day);
  const instant = (moment: Moment) => (typeof moment === 'string' ? Temporal.Instant.from(moment) : moment);
  const write = (style: Intl.DateTimeFormatOptions) => (day: Day) => one.date(style).format(plain(day));
  const writeInZone = (style: Intl.DateTimeFormatOptions) => (moment: Moment) => one.date({ ...style, timeZone }).format(instant(moment));

  const date = write({ day: 'numeric', month: 'short', year: 'numeric' });
  const dayMonth = write({ day: 'numeric', month: 'long' });
  const weekday = write({ weekday: 'long' });
  const monthName = write({ month: 'long' });
  const year = write({ year: 'numeric' });
  const monthYear = write({ month: 'long', year: 'numeric' });
  const number = (value: number, style: Intl.NumberFormatOptions = {}) => one.number(style).format(value);

  return {
    locale,
    timeZone,
    /** As Temporal names it: where the months of an axis begin. */
    calendar: new Intl.DateTimeFormat(locale).resolvedOptions().calendar,
    /** 21 Nov 2026 */
    date,
    /** 21 November */
    dayMonth,
    /** 21 Nov */
    dayMonthShort: write({ day: 'numeric', month: 'short' }),
    /** Saturday 21 November; put together here because CLDR has an unreadable order for Persian. */
    weekdayDate: (day: Day) => `${weekday(day)} ${dayMonth(day)}`,
    weekday,
    /** S */
    weekdayNarrow: write({ weekday: 'narrow' }),
    /** 21: the day of its month. */
    dayNumber: write({ day: 'numeric' }),
    /** November 2026; in Persian put together here, for the same reason. */
    month: (day: Day) => (locale.startsWith('fa') ? `${monthName(day)} ${year(day)}` : monthYear(day)),
    monthShort: write({ month: 'short' }),
    year,
    /** 08:30 */
    time: writeInZone({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    /** 08:30 on the clocks of another place. */
    timeIn: (moment: Moment, place: string) =>
      one.date({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: place }).format(instant(moment)),
    /** 21 Nov 2026, 08:30 */
    moment: writeInZone({
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
    /** The day an instant falls on in the workspace. */
    dayOf: (moment: Moment): Temporal.PlainDate => instant(moment).toZonedDateTimeISO(timeZone).toPlainDate(),
    /** yesterday, in 3 days, 2 months ago */
    relativeDay: (day: Day, today: Day) => {
      const [amount, unit] = inWords(plain(today).until(plain(day)).days);
      return one.relative().format(amount, unit);
    },
    number,
    /** 12.4K */
    compact: (value: number) => number(value, { notation: 'compact', maximumFractionDigits: 1 }),
    /** `share` from 0 to 1. */
    percent: (share: number, fractionDigits = 0) => number(share, { style: 'percent', maximumFractionDigits: fractionDigits }),
    /** 42 days */
    days: (count: number, maximumFractionDigits = 0) =>
      number(count, { style: 'unit', unit: 'day', unitDisplay: 'long', maximumFractionDigits }),
    /** Minor units of a currency; `whole` leaves the cents out where they only distract. */
    money: (minor: number, currency: string, how: { whole?: boolean } = {}) => {
      const style = { style: 'currency', currency } as const;
      const digits = currencyDigits(currency);
      return number(
        minor / 10 ** digits,
        how.whole === true
          ? { ...style, maximumFractionDigits: 0 }
          : { ...style, minimumFractionDigits: digits, maximumFractionDigits: digits },
      );
    },
    /** An exact amount with all the decimals it has: `9747747.934`, which minor units could not hold. */
    exactMoney: (decimal: string, currency: string) =>
      one
        .number({ style: 'currency', currency, minimumFractionDigits: currencyDigits(currency), maximumFractionDigits: 20 })
        .format(decimal as `${number}`),
    /** Ann, Bo and Chris */
    list: (items: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
    currencyName: (currency: string) => one.names('currency').of(currency) ?? currency,
    languageName: (language: string) => new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language,
  };
}

/** The unit in which people would say that distance. */
function inWords(days: number): [number, Intl.RelativeTimeFormatUnit] {
  const distance = Math.abs(days);
  if (distance < 14) return [days, 'day'];
  if (distance < 61) return [Math.round(days / 7), 'week'];
  if (distance < 730) return [Math.round(days / 30.44), 'month'];
  return [Math.round(days / 365.25), 'year'];
}

/** Intl formatters cost far more to make than to use. */
function cachedBy(locale: string) {
  const made = new Map<string, unknown>();
  function once<T>(kind: string, style: object, make: () => T): T {
    const key = kind + JSON.stringify(style);
    const known = made.get(key) as T | undefined;
    if (known !== undefined) return known;
    const fresh = make();
    made.set(key, fresh);
    return fresh;
  }
  return {
    date: (style: Intl.DateTimeFormatOptions) => once('date', style, () => new Intl.DateTimeFormat(locale, style)),
    number: (style: Intl.NumberFormatOptions) => once('number', style, () => new Intl.NumberFormat(locale, style)),
    relative: () => once('relative', {}, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })),
    names: (type: Intl.DisplayNamesType) => once('names', { type }, () => new Intl.DisplayNames(locale, { type })),
  };
}
