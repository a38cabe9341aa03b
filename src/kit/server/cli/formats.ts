import { homes, type Language } from '#kit/domain/languages.ts';

export type Formats = ReturnType<typeof formatsOf>;

/** Whose clocks and which money; calendar and digits where somebody has chosen them. */
type Written = {
  readonly timeZone: string;
  readonly currency: string;
  readonly calendar?: 'gregorian' | 'persian';
  readonly digits?: 'latin' | 'persian';
};

/** How the terminal and letters write days, moments, money and figures: as people of that language mostly do, unless they chose otherwise. */
export function formatsOf(language: Language, workspace: Written) {
  const locale = localeOf(language, workspace);
  const { timeZone, currency } = workspace;
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'long' });
  const moments = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  const times = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const wholeMoney = new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 });
  const unit = 10 ** (money.resolvedOptions().maximumFractionDigits ?? 2);
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const exactPercents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const exactNumbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const dayCounts = new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' });
  const plain = (day: string | Temporal.PlainDate) => (typeof day === 'string' ? Temporal.PlainDate.from(day) : day);
  return {
    /** 21 Nov 2026 */
    day: (day: string | Temporal.PlainDate) => days.format(plain(day)),
    /** The day a moment falls on in the workspace. */
    dayOf: (moment: Temporal.Instant) => days.format(moment.toZonedDateTimeISO(timeZone).toPlainDate()),
    /** Saturday, 21 Nov 2026 */
    weekdayAndDay: (day: Temporal.PlainDate) => `${weekdays.format(day)} ${days.format(day)}`,
    /** 21 Nov 2026, 17:30 */
    moment: (moment: string | Temporal.Instant) => moments.format(typeof moment === 'string' ? Temporal.Instant.from(moment) : moment),
    /** 17:30 */
    time: (moment: Temporal.Instant) => times.format(moment),
    money: (minor: number) => money.format(minor / unit),
    wholeMoney: (minor: number) => wholeMoney.format(minor / unit),
    number: (value: number) => numbers.format(value),
    /** `share` from 0 to 1. */
    percent: (share: number) => percents.format(share),
    /** The same with two decimals, where somebody reckons with it. */
    exactPercent: (share: number) => exactPercents.format(share),
    exactNumber: (value: number) => exactNumbers.format(value),
    /** 42 days */
    days: (count: number) => dayCounts.format(Math.round(count)),
  };
}

const calendars = { gregorian: 'gregory', persian: 'persian' } as const;
const numerals = { latin: 'latn', persian: 'arabext' } as const;

function localeOf(language: Language, { calendar, digits }: Written): string {
  const chosen = [...(calendar ? [`ca-${calendars[calendar]}`] : []), ...(digits ? [`nu-${numerals[digits]}`] : [])];
  return chosen.length === 0 ? homes[language] : `${homes[language]}-u-${chosen.join('-')}`;
}
