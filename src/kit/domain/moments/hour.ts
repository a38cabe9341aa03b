import { blanks, oneOf, unitAt, wordAt, type Read, type ReadyWords } from './text.ts';

/** An hour that was said, or a span of hours, of which the end is meant and the beginning known. */
export type Hour = {
  readonly time: Temporal.PlainTime;
  readonly from?: Temporal.PlainTime;
  /** Both ends were said: "until" between them sets no last moment. */
  readonly isBetween?: true;
};

/** An hour with the place behind its figures, where what joins it to another may stand as an ending: Armenian "9-ից 11-ը". */
type Clock = Read<Hour> & { readonly bare?: number };

const at = (time: string) => Temporal.PlainTime.from(time);

/** From when until when a part of the day lasts; in the order in which `partAt` asks for them. */
const parts: readonly (readonly [from: Temporal.PlainTime, until: Temporal.PlainTime])[] = [
  [at('08:00'), at('12:00')],
  [at('12:00'), at('14:00')],
  [at('12:00'), at('18:00')],
  [at('18:00'), at('21:00')],
  [at('21:00'), at('23:00')],
  [at('18:00'), at('21:00')],
  [at('08:00'), at('10:00')],
];

/**
 * Reads an hour: `15:00`, `at 3`, `half past three`, `3 pm`, `15h`, `ساعت ۱۵`; a span of hours: `between 9 and 11`, `10:00-12:00`; or a part of the day: "in the
 * morning" lasts until noon. A bare figure is an hour only behind a word that says so (or `isExpected`, behind a day); from 1 to 6 it is one of the
 * afternoon, unless it is written `03:00`.
 */
export function hourAt(text: string, start: number, words: ReadyWords, isExpected: boolean): Read<Hour> | undefined {
  const spanned = spanAt(text, start, words, isExpected);
  if (spanned) return spanned;
  const endOfDay = isExpected ? endOfDayAt(text, start, words) : undefined;
  if (endOfDay) return endOfDay;
  const part = partAt(text, start, words);
  if (part) {
    // "In the afternoon at 3": the hour says it better.
    const behind = /^[\s,،]*/.exec(text.slice(part.end))?.[0].length ?? 0;
    const exact = spanAt(text, part.end + behind, words, false) ?? clockAt(text, part.end + behind, words, false);
    return exact ? { value: hourIn(exact.value, part.value), end: exact.end } : whole(part);
  }
  const clock = clockAt(text, start, words, isExpected);
  if (!clock) return undefined;
  const behind = partAt(text, blanks(text, clock.end), words);
  return behind ? { value: hourIn(clock.value, behind.value), end: behind.end } : clock;
}

/** "Friday by close of business". */
function endOfDayAt(text: string, start: number, words: ReadyWords): Read<Hour> | undefined {
  const said = wordAt(text, start, words.deadline) ?? wordAt(text, start, words.beforeHour);
  const end = wordAt(text, start, words.endOfDay) ?? (said === undefined ? undefined : wordAt(text, blanks(text, said), words.endOfDay));
  return end === undefined ? undefined : { value: { time: at('17:00') }, end };
}

/** "Between 9 and 11", "from 10 to 12", "9:00-11:00", "after four". */
function spanAt(text: string, start: number, words: ReadyWords, isExpected: boolean): Read<Hour> | undefined {
  const late = partAt(text, start, words) ? undefined : wordAt(text, start, words.afterHour);
  const since = late === undefined ? undefined : clockAt(text, blanks(text, late), words, true);
  if (since) return { value: { from: since.value.time, time: hoursLater(since.value.time), isBetween: true }, end: since.end };
  const said = wordAt(text, start, words.between);
  const first = clockAt(text, said === undefined ? start : blanks(text, said), words, isExpected || said !== undefined);
  const joint = first && (wordAt(text, first.bare ?? first.end, words.andUntil) ?? wordAt(text, blanks(text, first.end), words.andUntil));
  const last = joint === undefined ? undefined : clockAt(text, blanks(text, joint), words, true);
  if (!first || !last) return undefined;
  const [from, time] = [first.value.time, last.value.time];
  if (Temporal.PlainTime.compare(from, time) < 0) return { value: { from, time, isBetween: true }, end: last.end };
  // "From 2 to 11"? It was meant otherwise.
  return undefined;
}

/** "After four" is meant for the two hours that follow, or what is left of the day. */
function hoursLater(time: Temporal.PlainTime): Temporal.PlainTime {
  return time.hour < 22 ? time.add({ hours: 2 }) : at('23:59');
}

function partAt(text: string, start: number, words: ReadyWords): Read<number> | undefined {
  const { morning, lunch, afternoon, evening, night, tonight, early } = words;
  const plain = oneOf(text, start, [morning, lunch, afternoon, evening, night, tonight, early]);
  const said = plain ? undefined : wordAt(text, start, words.deadline);
  return said === undefined ? plain : oneOf(text, blanks(text, said), [morning, lunch, afternoon, evening, night, tonight, early]);
}

function whole({ value, end }: Read<number>): Read<Hour> | undefined {
  const part = parts[value];
  return part && { value: { from: part[0], time: part[1] }, end };
}

// "3 in the afternoon" is 15:00, "9 in the evening" 21:00, "12 at night" midnight's last minute before.
function hourIn({ time, from, ...hour }: Hour, part: number): Hour {
  return { ...hour, time: inPart(time, part), ...(from ? { from: inPart(from, part) } : {}) };
}

function inPart(time: Temporal.PlainTime, part: number): Temporal.PlainTime {
  if (part === 0 || part === 6) return time.hour === 12 ? time : time.with({ hour: time.hour % 12 });
  if (part === 1) return time.hour < 10 ? time.add({ hours: 12 }) : time;
  return time.hour < 12 ? time.add({ hours: 12 }) : time;
}

function clockAt(text: string, start: number, words: ReadyWords, isExpected: boolean): Clock | undefined {
  const noon = wordAt(text, start, words.noon);
  if (noon !== undefined) return { value: { time: at('12:00') }, end: noon };
  const said = wordAt(text, start, words.beforeHour);
  const from = said === undefined ? start : blanks(text, said);
  const noonBehind = said === undefined ? undefined : wordAt(text, from, words.noon);
  if (noonBehind !== undefined) return { value: { time: at('12:00') }, end: noonBehind };
  return figuresAt(text, from, words, isExpected || said !== undefined) ?? (said === undefined ? undefined : spokenAt(text, from, words));
}

function figuresAt(text: string, from: number, words: ReadyWords, isExpected: boolean): Clock | undefined {
  const found = /^(\d{1,2})(?:([:.])(\d{2}))?(?![\d/]|[.,:]\d)/.exec(text.slice(from));
  if (!found) return undefined;
  const [figures, hourText = '', mark, minuteText] = found;
  const [hour, minute] = [Number(hourText), Number(minuteText ?? 0)];
  if (hour > 23 || minute > 59) return undefined;
  let end = from + figures.length;
  if (isCount(text, end, words)) return undefined;
  const near = blanks(text, end);
  const half = wordAt(text, near, words.pm) ?? wordAt(text, near, words.am);
  const isPm = wordAt(text, near, words.pm) !== undefined;
  const unit = half ?? wordAt(text, near, words.hour);
  // A point is a decimal one unless something else makes it an hour; a figure alone is any number.
  if (mark !== ':' && unit === undefined && !isExpected) return undefined;
  if (unit !== undefined) end = unit;
  const bare = end;
  const andHalf = minuteText === undefined ? wordAt(text, blanks(text, end), words.andHalf) : undefined;
  end = behindAll(text, andHalf ?? end, words);
  const isAfternoon = half === undefined && hour >= 1 && hour <= 6 && !hourText.startsWith('0');
  const shown = isAfternoon || (isPm && hour < 12) ? hour + 12 : !isPm && half !== undefined && hour === 12 ? 0 : hour;
  return { value: { time: Temporal.PlainTime.from({ hour: shown, minute: andHalf === undefined ? minute : 30 }) }, end, bare };
}

/** "By two weeks", "by 5%": so many of something, and no hour. */
function isCount(text: string, end: number, words: ReadyWords): boolean {
  const near = blanks(text, end);
  const unit = unitAt(text, near, words.units);
  return (
    (unit !== undefined && unit.value !== 'hour') ||
    /^(?:%|٪|€|\$|£|per ?cent|percent|euro|τοισ εκατο|posto|процент|درصد|տոկոս)/u.test(text.slice(near))
  );
}

/** "At three", "half past three", "στις τρεις και μισή", "u pola četiri", which is half past three. */
function spokenAt(text: string, from: number, words: ReadyWords): Read<Hour> | undefined {
  const past = wordAt(text, from, words.halfPast);
  const to = past === undefined ? wordAt(text, from, words.halfTo) : undefined;
  const name = blanks(text, past ?? to ?? from);
  const hour = oneOf(text, name, words.hours) ?? (past === undefined && to === undefined ? undefined : figureAt(text, name));
  if (!hour) return undefined;
  if (isCount(text, hour.end, words)) return undefined;
  const unit = wordAt(text, blanks(text, hour.end), words.hour) ?? hour.end;
  const andHalf = wordAt(text, blanks(text, unit), words.andHalf);
  const isHalf = past !== undefined || to !== undefined || andHalf !== undefined;
  const said = (hour.value + (to === undefined ? 1 : 0)) % 12;
  const pm = wordAt(text, blanks(text, andHalf ?? unit), words.pm);
  const end = behindAll(text, pm ?? wordAt(text, blanks(text, andHalf ?? unit), words.am) ?? andHalf ?? unit, words);
  const shown = said === 0 ? 12 : said <= 6 || pm !== undefined ? said + 12 : said;
  return { value: { time: Temporal.PlainTime.from({ hour: shown, minute: isHalf ? 30 : 0 }) }, end };
}

/** "Half past 3": which hour, counted from 0 as the names are. */
function figureAt(text: string, from: number): Read<number> | undefined {
  const found = /^(?:1[0-2]|[1-9])(?!\d|[:.]\d)/.exec(text.slice(from));
  return found ? { value: Number(found[0]) - 1, end: from + found[0].length } : undefined;
}

/** What follows an hour and belongs to it, once or more: "sharp", "at the latest". */
function behindAll(text: string, from: number, words: ReadyWords): number {
  let end = from;
  for (let after = wordAt(text, blanks(text, end), words.after); after !== undefined; after = wordAt(text, blanks(text, end), words.after))
    end = after;
  return end;
}
