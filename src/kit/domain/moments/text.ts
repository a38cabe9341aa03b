import { fold } from '../fold.ts';
import type { MomentUnit, MomentWords, Words } from './words.ts';

/** Words ready to be looked for: folded, the longest first. */
export type Ready = readonly string[];

type Optional = 'endBehind' | 'startBehind' | 'middleOf' | 'middleBehind' | 'beforeWeekend' | 'andHalf' | 'halfPast' | 'halfTo';
type Kept =
  | Optional
  | 'calendar'
  | 'hours'
  | 'numbers'
  | 'week'
  | 'units'
  | 'oneUnit'
  | 'unitsFromNow'
  | 'weekdays'
  | 'months'
  | 'persianMonths'
  | 'ordinals';

export type ReadyWords = Readonly<Record<Exclude<keyof MomentWords, Kept> | Optional, Ready>> & {
  readonly hours: readonly Ready[];
  readonly weekdays: readonly Ready[];
  readonly months: readonly Ready[];
  readonly persianMonths: readonly Ready[];
  readonly ordinals: readonly Ready[];
  readonly units: ReadonlyMap<MomentUnit, Ready>;
  readonly oneUnit: ReadonlyMap<MomentUnit, Ready>;
  readonly unitsFromNow: ReadonlyMap<MomentUnit, Ready>;
  readonly numbers: readonly (readonly [words: Ready, number: number])[];
  readonly week: MomentWords['week'];
  readonly calendar: string;
  /** How anything that says when can begin: the first two letters of every word. */
  readonly beginnings: ReadonlySet<string>;
};

export function makeReady(words: MomentWords): ReadyWords {
  const {
    numbers,
    week,
    units,
    oneUnit = {},
    unitsFromNow = {},
    weekdays,
    months,
    hours,
    persianMonths = [],
    ordinals = [],
    calendar = 'iso8601',
    ...plain
  } = words;
  const byUnit = (some: Partial<Record<MomentUnit, Words>>) =>
    new Map(Object.entries(some).map(([unit, text]) => [unit as MomentUnit, ready(text)]));
  const lists = Object.fromEntries(Object.entries(plain).map(([name, text]) => [name, ready(text)]));
  const made = {
    ...(lists as Record<keyof typeof plain, Ready>),
    endBehind: ready(words.endBehind ?? ''),
    startBehind: ready(words.startBehind ?? ''),
    middleOf: ready(words.middleOf ?? ''),
    middleBehind: ready(words.middleBehind ?? ''),
    beforeWeekend: ready(words.beforeWeekend ?? ''),
    andHalf: ready(words.andHalf ?? ''),
    halfPast: ready(words.halfPast ?? ''),
    halfTo: ready(words.halfTo ?? ''),
    hours: hours.map(ready),
    calendar,
    weekdays: weekdays.map(ready),
    months: months.map(ready),
    persianMonths: persianMonths.map(ready),
    ordinals: ordinals.map(ready),
    units: byUnit(units),
    oneUnit: byUnit(oneUnit),
    unitsFromNow: byUnit(unitsFromNow),
    numbers: numbers.map(([text, number]): [Ready, number] => [ready(text), number]),
    week,
  };
  return { ...made, beginnings: beginningsOf(made) };
}

function beginningsOf(words: object): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (one: unknown): void => {
    if (typeof one === 'string') found.add(one.slice(0, 2));
    else if (one instanceof Map) for (const value of one.values()) add(value);
    else if (Array.isArray(one)) one.forEach(add);
  };
  Object.values(words).forEach(add);
  return found;
}

function ready(words: Words): Ready {
  const folded = words.split('|').filter(Boolean).map(fold);
  return [...new Set(folded)].toSorted((a, b) => b.length - a.length);
}

/** Something read from a place on: what it is, and where it ends. */
export type Read<Value> = { readonly value: Value; readonly end: number };

const letter = /[\p{L}\p{N}]/u;

/** Where the longest of these words that stands at a place ends; undefined where none stands there as a word of its own. */
export function wordAt(text: string, at: number, words: Ready): number | undefined {
  for (const word of words) {
    const end = at + word.length;
    if (text.startsWith(word, at) && (isEdge(text, end) || !letter.test(word.charAt(word.length - 1)))) return end;
  }
  return undefined;
}

/** The place behind blanks. */
export function blanks(text: string, at: number): number {
  let end = at;
  while (/\s/.test(text.charAt(end))) end++;
  return end;
}

/** Whether a word can begin here. */
export function startsWord(text: string, at: number): boolean {
  return at === 0 || !letter.test(text.charAt(at - 1)) || !letter.test(text.charAt(at));
}

function isEdge(text: string, at: number): boolean {
  return at >= text.length || !letter.test(text.charAt(at));
}

/** A whole number in figures or in words. */
export function numberAt(text: string, at: number, words: ReadyWords): Read<number> | undefined {
  const figures = /^\d{1,3}(?![\d.,:/]\d)/.exec(text.slice(at));
  if (figures) return { value: Number(figures[0]), end: at + figures[0].length };
  for (const [names, value] of words.numbers) {
    const end = wordAt(text, at, names);
    if (end !== undefined) return { value, end };
  }
  return undefined;
}

export function unitAt(text: string, at: number, units: ReadonlyMap<MomentUnit, Ready>): Read<MomentUnit> | undefined {
  for (const [value, names] of units) {
    const end = wordAt(text, at, names);
    if (end !== undefined) return { value, end };
  }
  return undefined;
}

/** Which of several lists has a word here: its number, from 0. */
export function oneOf(text: string, at: number, lists: readonly Ready[]): Read<number> | undefined {
  let longest: Read<number> | undefined;
  lists.forEach((names, value) => {
    const end = wordAt(text, at, names);
    if (end !== undefined && end > (longest?.end ?? at)) longest = { value, end };
  });
  return longest;
}
