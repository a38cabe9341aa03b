import { importFields } from './fields.ts';
import { headerForm, inSerbianLatin } from '#kit/domain/headers.ts';
import { headerWords } from './header-words.ts';
import { readDate } from './dates.ts';
import { readNumber } from './numbers.ts';

const customary = new Set(importFields.flatMap((field) => headerWords[field].map(headerForm)));

/** Whether the first row names the columns, rather than being a line like the others. */
export function isHeader(firstRow: readonly string[]): boolean {
  const cells = firstRow.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const known = cells.filter((cell) => {
    const form = headerForm(cell);
    return customary.has(form) || customary.has(inSerbianLatin(form));
  });
  if (known.length >= 2) return true;
  const values = cells.filter((cell) => {
    const date = readDate(cell, 'dmy', 2100);
    return date !== 'date_unreadable' || readNumber(cell, '.') !== undefined || readNumber(cell, ',') !== undefined || cell.includes('@');
  });
  return values.length === 0;
}
