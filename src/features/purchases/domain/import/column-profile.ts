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

/** Looks at one column of some rows. */
export function profileOf(rows: readonly (readonly string[])[], column: number): ColumnProfile {
  const counts = { dates: 0, times: 0, numbers: 0, integers: 0, emails: 0, phones: 0, currencies: 0, codes: 0 };
  const different = new Set<string>();
  let filled = 0;
  for (const row of rows) {
    const value = (row[column] ?? '').trim();
    if (saysNothing(value)) continue;
    filled++;
    different.add(value);
    const number = readNumber(value, '.') ?? readNumber(value, ',');
    const date = readDate(value, 'dmy', 2100);
    if (date !== 'date_unreadable' && !(number && value.length < 8)) counts.dates++;
    if (readTime(value) !== undefined && /[:.]/.test(value) && !number) counts.times++;
    if (number) counts.numbers++;
    if (number && number.beside === '' && number.value.scale === 0) counts.integers++;
    if (emailForm.test(value)) counts.emails++;
    if (phoneForm.test(value)) counts.phones++;
    if (!number && value.length <= 5 && currenciesNamed(value)) counts.currencies++;
    if (/\d/.test(value) && !/\s/.test(value)) counts.codes++;
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
    distinct: share(different.size),
    examples: [...different].slice(0, 3).map((value) => value.slice(0, 100)),
  };
}
