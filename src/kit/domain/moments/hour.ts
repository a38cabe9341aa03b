import { blanks, oneOf, wordAt, type Read, type ReadyWords } from './text.ts';

/** An hour that was said, or a part of the day, of which its end is meant. */
export type Hour = { readonly time: Temporal.PlainTime; readonly isPart: boolean; readonly isTonight: boolean };

/** Until when a part of the day lasts. */
const ends = ['12:00', '14:00', '18:00', '21:00', '23:00', '21:00'].map((time) => Temporal.PlainTime.from(time));
const tonight = 5;

/**
 * Reads an hour: `15:00`, `at 3`, `3 pm`, `15h`, `ساعت ۱۵`, or a part of the day: "in the morning" lasts until noon. A bare figure is an hour only behind
 * a word that says so (or `isExpected`, behind a day); from 1 to 6 it is one of the afternoon, unless it is written `03:00`.
 */
export function hourAt(text: string, at: number, words: ReadyWords, isExpected: boolean): Read<Hour> | undefined {
  const part = partAt(text, at, words);
  if (part) {
    // "In the afternoon at 3": the hour says it better.
    const exact = clockAt(text, blanks(text, part.end), words, false);
    return exact ? { value: { ...exact.value, time: inPart(exact.value.time, part.value) }, end: exact.end } : whole(part);
  }
  const clock = clockAt(text, at, words, isExpected);
  if (!clock) return undefined;
  const behind = partAt(text, blanks(text, clock.end), words);
  return behind ? { value: { ...clock.value, time: inPart(clock.value.time, behind.value) }, end: behind.end } : clock;
}

function partAt(text: string, at: number, words: ReadyWords): Read<number> | undefined {
  const { morning, noon, afternoon, evening, night } = words;
  return oneOf(text, at, [morning, noon, afternoon, evening, night, words.tonight]);
}

function whole({ value, end }: Read<number>): Read<Hour> | undefined {
  const time = ends[value];
  return time && { value: { time, isPart: true, isTonight: value === tonight }, end };
}

// "3 in the afternoon" is 15:00, "9 in the evening" 21:00, "12 at night" midnight's last minute before.
function inPart(time: Temporal.PlainTime, part: number): Temporal.PlainTime {
  if (part === 0) return time.hour === 12 ? time : time.with({ hour: time.hour % 12 });
  if (part === 1) return time.hour < 10 ? time.add({ hours: 12 }) : time;
  return time.hour < 12 ? time.add({ hours: 12 }) : time;
}

function clockAt(text: string, at: number, words: ReadyWords, isExpected: boolean): Read<Hour> | undefined {
  const said = wordAt(text, at, words.beforeHour);
  const from = said === undefined ? at : blanks(text, said);
  const found = /^(\d{1,2})(?:([:.])(\d{2}))?(?![\d/]|[.,:]\d)/.exec(text.slice(from));
  if (!found) return undefined;
  const [figures, hourText = '', mark, minuteText] = found;
  const [hour, minute] = [Number(hourText), Number(minuteText ?? 0)];
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return undefined;
  let end = from + figures.length;
  const near = blanks(text, end);
  const half = wordAt(text, near, words.pm) ?? wordAt(text, near, words.am);
  const isPm = wordAt(text, near, words.pm) !== undefined;
  const unit = half ?? wordAt(text, near, words.hour);
  // A point is a decimal one unless something else makes it an hour; a figure alone is any number.
  const isHour = mark === ':' || unit !== undefined || said !== undefined || isExpected;
  if (!isHour || hour > 23) return undefined;
  if (unit !== undefined) end = unit;
  for (let after = wordAt(text, blanks(text, end), words.after); after !== undefined; after = wordAt(text, blanks(text, end), words.after))
    end = after;
  const isAfternoon = half === undefined && hour >= 1 && hour <= 6 && !hourText.startsWith('0');
  const shown = isAfternoon || (isPm && hour < 12) ? hour + 12 : !isPm && half !== undefined && hour === 12 ? 0 : hour;
  return { value: { time: Temporal.PlainTime.from({ hour: shown, minute }), isPart: false, isTonight: false }, end };
}
