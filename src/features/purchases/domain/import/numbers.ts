import { currenciesNamed } from './currencies.ts';
import { decimalOf, plainDecimal, type Decimal } from './decimal.ts';
import { plainText } from './plain-text.ts';

export type DecimalMark = '.' | ',';

export type WrittenNumber = {
  readonly value: Decimal;
  /** What stood beside the digits: a currency sign or code, a unit, a percent sign. Empty when nothing did. */
  readonly beside: string;
};

// sign, words, sign, digits with separators, words, sign
const shape = /^([+\-−]?) ?((?:[^\d.,'’٫٬+\-−() ]{1,8}\.?)?) ?([+\-−]?) ?(\d[\d.,'’٫٬ ]*|[.,٫]\d+) ?([^\d,'’٫٬+\-−() ]{0,8}?) ?([+\-−]?)$/u;
const exponent = /^([+-]?)(\d)(?:[.,](\d+))?e\+?(-?\d{1,2})$/i;

/**
 * Reads a number as people and programs write it: with thousands separators, a minus behind or parentheses around, digits of any
 * script, and a word beside it. Undefined when it is no number under this decimal mark: `1.50` is none where the comma is the mark.
 */
export function readNumber(written: string, mark: DecimalMark): WrittenNumber | undefined {
  if (written.length > 60) return undefined;
  let text = plainText(written);
  const bracketed = /^\((.+)\)$/.exec(text) ?? /^([^\d()]{0,5})\((.+)\)$/.exec(text);
  if (bracketed) text = bracketed.slice(1).join('').trim();
  const power = exponent.exec(text);
  if (power) return bracketed ? undefined : withExponent(power);
  const parts = shape.exec(text);
  if (!parts) return undefined;
  const [, first = '', before = '', second = '', digits = '', after = '', last = ''] = parts;
  const signs = first + second + last;
  if (signs.length > 1 || (bracketed && signs !== '') || (before !== '' && after !== '')) return undefined;
  const split = wholeAndFraction(digits.trim(), mark);
  if (!split) return undefined;
  const negative = bracketed !== null || (signs !== '' && signs !== '+');
  return { value: decimalOf(negative, split.whole, split.fraction), beside: before || after };
}

/**
 * The same for a piece of a file with digits, at most one decimal mark and a minus in front, which is how programs write; undefined for
 * anything else. Byte by byte, since nearly every amount of a large file passes here.
 */
export function readPlainNumber(bytes: Uint8Array, from: number, to: number, mark: DecimalMark): Decimal | undefined {
  const markCode = mark === ',' ? 44 : 46;
  const negative = to - from > 1 && bytes[from] === 45;
  const first = negative ? from + 1 : from;
  let units = 0;
  let scale = -1;
  if (to === from || to - from > 12) return undefined;
  for (let index = first; index < to; index++) {
    const code = bytes[index] ?? 0;
    if (code >= 48 && code <= 57) {
      units = units * 10 + (code - 48);
      if (scale >= 0) scale++;
    } else if (code === markCode && scale === -1 && index > first && index < to - 1) scale = 0;
    else return undefined;
  }
  if (scale === -1) scale = 0;
  while (scale > 0 && units % 10 === 0) {
    units /= 10;
    scale--;
  }
  return plainDecimal(negative && units !== 0 ? -units : units, scale);
}

function wholeAndFraction(digits: string, mark: DecimalMark): { whole: string; fraction: string } | undefined {
  // The Arabic separators have one meaning each, whatever the mark of the file.
  const arabic = /[٫٬]/.test(digits);
  const decimal = arabic ? '٫' : mark;
  const at = digits.lastIndexOf(decimal);
  const whole = at === -1 ? digits : digits.slice(0, at);
  const fraction = at === -1 ? '' : digits.slice(at + 1);
  if (!/^\d{0,24}$/.test(fraction) || whole.length > 32) return undefined;
  if (/^\d{0,18}$/.test(whole)) return whole + fraction === '' ? undefined : { whole: whole || '0', fraction };
  // Thousands: groups of three behind one and the same separator; groups of two before the last, as in India.
  const group = /^\d{1,3}([.,'’٬ ])\d{2,3}(?:\1\d{2,3})*$/.exec(whole)?.[1];
  if (group === undefined || group === decimal) return undefined;
  const groups = whole.split(group);
  const sound = groups.at(-1)?.length === 3 && new Set(groups.slice(1, -1).map((one) => one.length)).size <= 1;
  return sound && groups.length <= 7 ? { whole: groups.join(''), fraction } : undefined;
}

function withExponent(parts: RegExpExecArray): WrittenNumber | undefined {
  const [, sign, units = '', decimals = '', power = '0'] = parts;
  const shift = Number(power);
  if (shift > 15 || shift < -15) return undefined;
  const digits = units + decimals;
  const point = 1 + shift;
  const whole = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0');
  const fraction = point <= 0 ? digits.padStart(digits.length - point, '0') : digits.slice(point);
  return { value: decimalOf(sign === '-', whole, fraction), beside: '' };
}

/** What one written number says about the decimal mark of its file: the mark, that it could be either (`1,234`), or nothing. */
export function markShownBy(written: string): DecimalMark | 'either' | undefined {
  const digits = /\d[\d.,'’ ]*[.,]\d*|[.,]\d+/.exec(plainText(written))?.[0];
  if (digits === undefined) return undefined;
  const comma = digits.lastIndexOf(',');
  const point = digits.lastIndexOf('.');
  if (comma !== -1 && point !== -1) return comma > point ? ',' : '.';
  const mark = comma === -1 ? '.' : ',';
  const other = mark === ',' ? '.' : ',';
  const at = Math.max(comma, point);
  if (digits.indexOf(mark) !== at) return other;
  const before = digits.slice(0, at);
  const after = digits.slice(at + 1);
  const couldGroup = /^\d{3}$/.test(after) && /^[1-9]\d{0,2}$/.test(before);
  return couldGroup ? 'either' : mark;
}

/** The currencies that the word beside a number may mean; undefined when it is no currency. */
export function currencyBeside(number: WrittenNumber): readonly string[] | undefined {
  return currenciesNamed(number.beside);
}
