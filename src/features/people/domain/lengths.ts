import { err, ok, type Result } from '#kit/domain/result.ts';
import { tidyLine } from './name.ts';

/** How long a text about a customer may be: longer than any honest one, and short enough that a page can show it. */
export const lengths = {
  word: 80,
  part: 100,
  name: 200,
  address: 200,
  email: 254,
  phone: 40,
  website: 500,
  greeting: 200,
  note: 5000,
} as const;

/** How many e-mail addresses, phone numbers, websites or postal addresses one customer may have. */
export const mostOfAKind = 20;

/** Several lines as somebody meant them: each tidy, without empty ones at the ends and never two in a row. Null when nothing is left. */
export function tidyText(text: string | null | undefined): string | null {
  const lines = (text ?? '').split(/\r\n?|\n|\u2028|\u2029/).map((line) => tidyLine(line) ?? '');
  const tidy = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return tidy === '' ? null : tidy;
}

/** The first text that is longer than it may be is refused (`customer.text_too_long`) at its field. */
export function requireLengths(texts: readonly (readonly [field: string, text: string | null, most: number])[]): Result<void> {
  const found = texts.find(([, text, most]) => text !== null && text.length > most);
  return found ? err('customer.text_too_long', { most: found[2] }, found[0]) : ok(undefined);
}
