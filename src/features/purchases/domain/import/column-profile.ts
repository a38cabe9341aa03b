import { currenciesNamed } from './currencies.ts';
import { readDate, readTime } from './dates.ts';
import { readNumber } from './numbers.ts';
import { saysNothing } from './plain-text.ts';

/** What the values of a column look like: shares of the filled cells, between 0 and 1. */
export type ColumnProfile = {
  readonly filled: number;
  readonly dates: number;
  readonly times: number;
  readonly numbers: number;
  /** Numbers without decimals. */
  readonly integers: number;
  readonly emails: number;
  readonly phones: number;
  readonly currencies: number;
  /** Holds a digit and no space: a number or code by which something is known. */
  readonly codes: number;
  /** Different values, as a share of the filled cells. */
  readonly distinct: number;
  readonly examples: readonly string[];
};

const emailForm = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const phoneForm = /^\+?[\d\s()\-./]{6,20}$/;

type Sign = 'dates' | 'times' | 'numbers' | 'integers' | 'emails' | 'phones' | 'currencies' | 'codes';

/** Looks at one column of some rows. */
export function profileOf(rows: readonly (readonly string[])[], column: number): ColumnProfile {
  const counts: Record<Sign, number> = { dates: 0, times: 0, numbers: 0, integers: 0, emails: 0, phones: 0, currencies: 0, codes: 0 };
  const known = new Map<string, readonly Sign[]>();
  let filled = 0;
  for (const row of rows) {
    const value = (row[column] ?? '').trim();
    if (saysNothing(value)) continue;
    filled++;
    const signs = known.get(value) ?? signsOf(value);
    known.set(value, signs);
    for (const sign of signs) counts[sign]++;
  }
  const share = (count: number) => (filled === 0 ? 0 : count / filled);
  return {
    filled: rows.length === 0 ? 0 : filled / rows.length,
    dates: share(counts.dates),
    times: share(counts.times),
    numbers: share(counts.numbers),
    integers: share(counts.integers),
    emails: share(counts.emails),
    phones: share(counts.phones),
    currencies: share(counts.currencies),
    codes: share(counts.codes),
    distinct: share(known.size),
    examples: [...known.keys()].slice(0, 3).map((value) => value.slice(0, 100)),
  };
}

function signsOf(value: string): Sign[] {
  const number = readNumber(value, '.') ?? readNumber(value, ',');
  const tests: readonly (readonly [Sign, boolean])[] = [
    ['numbers', number !== undefined],
    ['integers', number !== undefined && number.beside === '' && number.value.scale === 0],
    ['dates', !(number && value.length < 8) && readDate(value, 'dmy', 2100) !== 'date_unreadable'],
    ['times', !number && /[:.]/.test(value) && readTime(value) !== undefined],
    ['emails', emailForm.test(value)],
    ['phones', phoneForm.test(value)],
    ['currencies', !number && value.length <= 5 && currenciesNamed(value) !== undefined],
    ['codes', /\d/.test(value) && !/\s/.test(value)],
  ];
  return tests.filter(([, holds]) => holds).map(([sign]) => sign);
}
