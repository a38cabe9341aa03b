import type { z } from 'zod';
import type { Formats } from '#kit/web/i18n/format.ts';
import type { promisesApi } from '../api.ts';

export type Reliability = z.output<(typeof promisesApi)['reliability']['answer']>;

/** The months of the figures are those of the business calendar; in another calendar they are named by their days. */
export function monthText(month: string, formats: Formats): string {
  const whole = Temporal.PlainYearMonth.from(month);
  const first = whole.toPlainDate({ day: 1 });
  if (formats.calendar === 'gregory') return formats.month(first);
  return `${formats.dayMonth(first)} – ${formats.date(whole.toPlainDate({ day: whole.daysInMonth }))}`;
}
