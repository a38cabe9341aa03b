/** Marks of writing direction, joiners and byte-order marks: invisible, and no part of what was meant. */
const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const foreignDigits = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;

/** A number or date as it would be written in ASCII: digits of any script, every kind of space, no invisible marks. */
export function plainText(written: string): string {
  return written
    .replace(invisible, '')
    .replace(foreignDigits, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/\s+/g, ' ')
    .trim();
}

const empties = new Set(['null', 'none', 'nan', 'n/a', '#n/a', '\\n', '(null)', '-', '--', '—', '–', 'nil', 'undefined', 'nat']);

/** How programs write that there is nothing. */
export function saysNothing(text: string): boolean {
  if (text === '') return true;
  // Asked of every cell; nearly all begin with a digit, and none of these words does.
  const first = text.charCodeAt(0);
  return (first < 48 || first > 57) && text.length <= 9 && empties.has(text.toLowerCase());
}

/** `="00123"` is how a number keeps its leading zeros on the way through a spreadsheet. */
export function unwrapped(text: string): string {
  return text.charCodeAt(0) === 61 ? text.replace(/^="([^"]*)"$/, '$1') : text;
}
