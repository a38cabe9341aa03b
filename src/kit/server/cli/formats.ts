import type { Language } from '#kit/domain/languages.ts';

const homes: Readonly<Record<Language, string>> = { en: 'en-GB', el: 'el-GR', fa: 'fa-IR' };

export type Formats = ReturnType<typeof formatsOf>;

/** How the terminal writes days, moments, money and figures: as people of that language mostly do. */
export function formatsOf(language: Language, workspace: { readonly timeZone: string; readonly currency: string }) {
  const locale = homes[language];
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
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const wholeMoney = new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 });
  const unit = 10 ** (money.resolvedOptions().maximumFractionDigits ?? 2);
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
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
    money: (minor: number) => money.format(minor / unit),
    wholeMoney: (minor: number) => wholeMoney.format(minor / unit),
    number: (value: number) => numbers.format(value),
    /** `share` from 0 to 1. */
    percent: (share: number) => percents.format(share),
    /** 42 days */
    days: (count: number) => dayCounts.format(Math.round(count)),
  };
}
