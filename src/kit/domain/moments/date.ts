import type { SaidDay } from './said-day.ts';
import { blanks, oneOf, wordAt, type Read, type ReadyWords } from './text.ts';

/** What makes a figure the day of a month: "15th", "15-ти", "15-og", "۱۵ام". */
const ordinal = /(?:st|nd|rd|th|-?(?:ти|ви|ри|ми|то|ог|og)|-и|\s?(?:ام|م))$/;

/** `2026-11-27`, `27/11`, `27.11.`, `1405/9/15`, `27 November`, `November 27`, `the 27th`, `۱۵ آذر`. Without a year, the next one there is. */
export function dateAt(text: string, at: number, words: ReadyWords, isExpected: boolean): Read<SaidDay> | undefined {
  return (
    figuresAt(text, at, words, isExpected) ??
    namedAt(text, at, words) ??
    inWordsAt(text, at, words) ??
    (isExpected ? ordinalAt(text, at, words) : undefined)
  );
}

function figuresAt(text: string, at: number, words: ReadyWords, isExpected: boolean): Read<SaidDay> | undefined {
  const rest = text.slice(at);
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(rest);
  if (iso) return dateOf(at + iso[0].length, Number(iso[3]), Number(iso[2]), Number(iso[1]));
  const solar = /^(1[34]\d{2})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)/.exec(rest);
  if (solar) return dateOf(at + solar[0].length, Number(solar[3]), Number(solar[2]), Number(solar[1]), 'persian');
  const figures = /^(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2}))?(\.?)(?![\d:]|[.,]\d)/.exec(rest);
  // "1.5" may be a price: only where a date is due, or where a year or a point at the end makes it one.
  if (!figures || (!isExpected && figures[4] === undefined && (figures[2] !== '.' || figures[5] !== '.'))) return undefined;
  const year = figures[4] === undefined ? undefined : Number(figures[4]) + (figures[4].length === 2 ? 2000 : 0);
  const end = behindAll(text, at + figures[0].length, words);
  return dateOf(end, Number(figures[1]), Number(figures[3]), year);
}

function namedAt(text: string, at: number, words: ReadyWords): Read<SaidDay> | undefined {
  const rest = text.slice(at);
  const day = /^(\d{1,2})(?:st|nd|rd|th|[ηή]|\.|-?(?:ти|ви|ри|ми|og|ог)|-и|\s?(?:ام|م))?(?=[\s,]|$)/.exec(rest);
  const first = day ? monthAt(text, monthStart(text, at + day[0].length), words) : monthAt(text, at, words);
  if (!first) return undefined;
  const behind = day ? undefined : /^\s+(\d{1,2})(?:st|nd|rd|th)?(?![\d:.]\d)(?!\d)/.exec(text.slice(first.end));
  if (!day && !behind) return undefined;
  const end = first.end + (behind?.[0].length ?? 0);
  const year = /^,?\s+(\d{4})(?!\d)/.exec(text.slice(end));
  const number = Number(day?.[1] ?? behind?.[1]);
  const last = behindAll(text, end + (year?.[0].length ?? 0), words);
  return dateOf(last, number, first.value.month, year ? Number(year[1]) : undefined, first.value.calendar);
}

/** "The third of December", "دهم آذر", "prvog decembra". */
function inWordsAt(text: string, at: number, words: ReadyWords): Read<SaidDay> | undefined {
  const day = oneOf(text, at, words.ordinals);
  if (!day) return undefined;
  const month = monthAt(text, monthStart(text, day.end), words);
  if (month) return dateOf(behindAll(text, month.end, words), day.value + 1, month.value.month, undefined, month.value.calendar);
  const behind = wordAt(text, blanks(text, day.end), words.ofMonth);
  return behind === undefined ? undefined : dayOfMonth(behindAll(text, behind, words), day.value + 1, words.calendar);
}

/** "The 27th", "on 27", "στις 15 του μήνα", "ամսի 15-ին": a day of this month or of the next that has it. */
function ordinalAt(text: string, at: number, words: ReadyWords): Read<SaidDay> | undefined {
  const before = wordAt(text, at, words.ofMonth);
  const from = before === undefined ? at : blanks(text, before);
  const figure = /^(\d{1,2})(?:st|nd|rd|th|\.|-?(?:ти|ви|ри|ми|то|ог|og)(?!\p{L})|-и(?!\p{L})|\s?(?:ام|م)(?!\p{L}))?/u.exec(
    text.slice(from),
  );
  if (!figure || /^[\d:/.,]\d|^\p{L}/u.test(text.slice(from + figure[0].length))) return undefined;
  const end = from + figure[0].length;
  const behind = wordAt(text, blanks(text, end), words.ofMonth);
  const day = Number(figure[1]);
  const isLast = /^\s*(?:$|[,;.!،])/.test(text.slice(end));
  if (before === undefined && behind === undefined && !ordinal.test(figure[0]) && !(day > 24 && isLast)) return undefined;
  return dayOfMonth(behindAll(text, behind ?? end, words), day, words.calendar);
}

// "27 of November", "27 του Νοεμβρίου".
function monthStart(text: string, at: number): number {
  return at + (/^\s*(?:of\s+|του\s+)?/.exec(text.slice(at))?.[0].length ?? 0);
}

function behindAll(text: string, from: number, words: ReadyWords): number {
  return wordAt(text, from, words.after) ?? wordAt(text, blanks(text, from), words.after) ?? from;
}

export function monthAt(text: string, at: number, words: ReadyWords): Read<{ month: number; calendar: string }> | undefined {
  const solar = oneOf(text, at, words.persianMonths);
  if (solar) return { value: { month: solar.value + 1, calendar: 'persian' }, end: solar.end };
  const month = oneOf(text, at, words.months);
  return month && { value: { month: month.value + 1, calendar: 'gregory' }, end: month.end };
}

function dateOf(end: number, day: number, month: number, year?: number, calendar = 'gregory'): Read<SaidDay> | undefined {
  if (day < 1 || day > 31 || month < 1 || month > 12) return undefined;
  return {
    value: {
      day: (now) => {
        const today = now.toPlainDate().withCalendar(calendar);
        for (let ahead = 0; ahead < 8; ahead++) {
          const date = tryDate({ calendar, year: year ?? today.year + ahead, month, day });
          if (year !== undefined) return date;
          if (date && Temporal.PlainDate.compare(date, today) >= 0) return date;
        }
        return undefined;
      },
    },
    end,
  };
}

function dayOfMonth(end: number, day: number, calendar: string): Read<SaidDay> | undefined {
  if (day < 1 || day > 31) return undefined;
  return {
    value: {
      day: (now) => {
        const today = now.toPlainDate().withCalendar(calendar);
        for (let ahead = 0; ahead < 12; ahead++) {
          const { year, month } = today.with({ day: 1 }).add({ months: ahead });
          const date = tryDate({ calendar, year, month, day });
          if (date && Temporal.PlainDate.compare(date, today) >= 0) return date;
        }
        return undefined;
      },
    },
    end,
  };
}

function tryDate(parts: { calendar: string; year: number; month: number; day: number }): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(parts, { overflow: 'reject' }).withCalendar('iso8601');
  } catch {
    return undefined;
  }
}
