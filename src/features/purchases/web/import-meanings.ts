import { dayText, readDate } from '../domain/import/dates.ts';
import { decimalText } from '../domain/import/decimal.ts';
import { readNumber } from '../domain/import/numbers.ts';

/**
 * The day that a written date means under an order, in the reader's words and in the calendar it was written in: 3 April 2011.
 * Undefined when it is no date that way.
 */
export function dayMeant(written: string, order: 'dmy' | 'mdy', locale: string): string | undefined {
  const latestYear = Temporal.Now.plainDateISO().year;
  const moment = readDate(written, order, latestYear);
  if (typeof moment === 'string') return undefined;
  const day = Temporal.PlainDate.from(dayText(moment.day));
  // A year of the fourteenth or fifteenth century is one of the Persian calendar, as the reading of dates has it.
  const calendar = /(?<!\p{Nd})[1۱][34۳۴]\p{Nd}{2}(?!\p{Nd})/u.test(written) ? 'persian' : 'gregory';
  return new Intl.DateTimeFormat(locale, { calendar, day: 'numeric', month: 'long', year: 'numeric' }).format(day);
}

/** What a written number means under a decimal mark; without separators between thousands, which would be the same puzzle again. */
export function numberMeant(written: string, mark: '.' | ',', locale: string): string | undefined {
  const number = readNumber(written, mark);
  if (!number) return undefined;
  const style = { useGrouping: false, maximumFractionDigits: 20 };
  return new Intl.NumberFormat(locale, style).format(decimalText(number.value) as `${number}`);
}
