import { dayText, momentText, readDate, readTime, type DateOrder, type WrittenMoment } from './dates.ts';
import { memo } from './memo.ts';
import { saysNothing } from './plain-text.ts';
import type { SetAsideReason } from './set-aside.ts';

export type ReadMoment = WrittenMoment & {
  /** As PostgreSQL reads it, in the shop's time zone unless it has an offset. */
  readonly text: string;
};

/** Reads the day and time of lines; `latestDay` is the last day (since 1970-01-01) that is not in the future. */
export function createMomentReader(
  order: DateOrder | undefined,
  latestDay: number,
): (date: string, time: string) => ReadMoment | SetAsideReason {
  const latestYear = Number(dayText(latestDay).slice(0, 4));
  const dates = memo((written): ReadMoment | SetAsideReason => {
    if (saysNothing(written.trim())) return 'date_missing';
    const moment = readDate(written, order, latestYear);
    if (typeof moment === 'string') return moment;
    return moment.day > latestDay ? 'date_in_future' : { ...moment, text: momentText(moment) };
  });
  return (date, time) => {
    const moment = dates(date);
    if (time === '' || typeof moment === 'string' || moment.second !== undefined || saysNothing(time.trim())) return moment;
    const second = readTime(time);
    if (second === undefined) return 'time_unreadable';
    const timed = { day: moment.day, second, offset: moment.offset };
    return { ...timed, text: momentText(timed) };
  };
}
