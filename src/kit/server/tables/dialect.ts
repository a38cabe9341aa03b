import { createRowSplitter } from './row-splitter.ts';
import type { Row } from './row.ts';

export const delimiters = [',', ';', '\t', '|'] as const;

export type Delimiter = (typeof delimiters)[number];

export type Dialect = {
  readonly delimiter: Delimiter;
  /** Old Macintosh files end their lines with a carriage return alone. */
  readonly newline: '\n' | '\r';
  /** Rows above the table: a title, a date of printing, Excel's `sep=;`. */
  readonly skip: number;
};

const looked = 200;

/**
 * Tells from the beginning of a text how it is cut into cells: the delimiter with which the most rows have the same number of cells.
 * Undefined when none makes two columns or more.
 */
export function sniffDialect(sample: string, given: { delimiter?: Delimiter | undefined } = {}): Dialect | undefined {
  const newline = sample.includes('\n') || !sample.includes('\r') ? '\n' : '\r';
  const announced = delimiters.find((delimiter) => sample.slice(0, 5).toLowerCase().startsWith(`sep=${delimiter}`));
  const known = given.delimiter ?? announced;
  const table = announced ? sample.slice(sample.indexOf(newline) + 1) : sample;
  const judged = (known ? [known] : delimiters).map((delimiter) => ({ delimiter, ...regularity(table, delimiter, newline) }));
  const best = judged.reduce((one, other) => (other.score > one.score ? other : one));
  if (best.columns < 2 && given.delimiter === undefined) return undefined;
  return { delimiter: best.delimiter, newline, skip: best.skip + (announced ? 1 : 0) };
}

function regularity(sample: string, delimiter: Delimiter, newline: '\n' | '\r'): { score: number; columns: number; skip: number } {
  const rows = firstRows(sample, delimiter, newline);
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.count, (counts.get(row.count) ?? 0) + 1);
  const [columns, frequency] = [...counts].reduce((one, other) => (other[1] > one[1] ? other : one), [0, 0]);
  if (columns < 2) return { score: 0, columns, skip: 0 };
  const first = rows.findIndex((row) => row.count >= columns && row.cells.some((cell) => cell.trim() !== ''));
  const share = frequency / rows.length;
  // Regularity first; more columns decide only between equals.
  return { score: share ** 2 * (1 + Math.log2(columns) / 10), columns, skip: first };
}

function firstRows(sample: string, delimiter: Delimiter, newline: '\n' | '\r'): Row[] {
  const splitter = createRowSplitter({ delimiter, newline });
  const rows = splitter.push(Buffer.from(sample));
  return (rows.length > 0 ? rows : splitter.finish()).slice(0, looked);
}
