import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOf } from '#kit/domain/cells.ts';
import { decimalText } from './decimal.ts';
import { currencyBeside, markShownBy, readNumber, readPlainNumber, type DecimalMark } from './numbers.ts';

const readPlain = (written: string, mark: DecimalMark) => readPlainNumber(cellsOf([written]).bytes, 0, written.length, mark);
const read = (written: string, mark: DecimalMark = '.') => {
  const number = readNumber(written, mark);
  return number && decimalText(number.value);
};

test.each([
  ['2.55', '.', '2.55'],
  ['2,55', ',', '2.55'],
  ['0.001', '.', '0.001'],
  ['12', ',', '12'],
  ['.5', '.', '0.5'],
  ['5.', '.', '5'],
  ['1,234.50', '.', '1234.5'],
  ['1.234,50', ',', '1234.5'],
  ['1 234,50', ',', '1234.5'],
  ['1\u202f234\u00a0567,5', ',', '1234567.5'],
  ["1'234'567.89", '.', '1234567.89'],
  ['12,34,567', '.', '1234567'],
  ['1.000', ',', '1000'],
  ['1.000', '.', '1'],
  ['-3', '.', '-3'],
  ['3-', '.', '-3'],
  ['−3,5', ',', '-3.5'],
  ['(12.50)', '.', '-12.5'],
  ['+7', '.', '7'],
  ['۱۲۳۴٫۵', '.', '1234.5'],
  ['۱٬۲۵۰٬۰۰۰', ',', '1250000'],
  ['١٢', '.', '12'],
  ['\u200e-12.5\u200f', '.', '-12.5'],
  ['1.5E+03', '.', '1500'],
  ['2E-2', '.', '0.02'],
  ['12345678901234567890.123456', '.', undefined],
  ['123456789012345678.123456', '.', '123456789012345678.123456'],
] as const)('%s with the mark %s is %s', (written, mark, value) => {
  expect(read(written, mark)).toBe(value);
});

test.each([
  ['€12.50', '12.5', 'EUR'],
  ['12.50 €', '12.5', 'EUR'],
  ['-£3', '-3', 'GBP'],
  ['£-3', '-3', 'GBP'],
  ['12.5 лв.', '12.5', 'BGN'],
  ['USD 7', '7', 'USD'],
  ['۱۲۰۰۰ تومان', '12000', 'IRT'],
  ['(€5.00)', '-5', 'EUR'],
  ['€(5.00)', '-5', 'EUR'],
  ['3.500 дин.', '3.5', 'RSD'],
])('%s is %s %s', (written, value, currency) => {
  const number = readNumber(written, '.');
  expect(number && [decimalText(number.value), currencyBeside(number)?.[0]]).toEqual([value, currency]);
});

test.each([
  '',
  'abc',
  '1,5,',
  '1.2.3',
  '12 5',
  '--3',
  '-3-',
  '(-3)',
  '1,50',
  '12.345.67',
  '=cmd|/c calc',
  '2024-04-03',
  '1e999',
  '0x12',
  '1.234,5',
  '5€5',
])('%s is no number where the point is the mark', (written) => {
  expect(read(written)).toBeUndefined();
});

test.each([
  ['2,55', ','],
  ['2.5', '.'],
  ['1.234,50', ','],
  ['1,234.50', '.'],
  ['1.234.567', ','],
  ['1,234,567', '.'],
  ['0,125', ','],
  ['1234,567', ','],
  ['1,234', 'either'],
  ['12.345', 'either'],
  ['-1,234 €', 'either'],
  ['12', undefined],
  ['abc', undefined],
])('%s shows the decimal mark %s', (written, mark) => {
  expect(markShownBy(written)).toBe(mark);
});

test('every exact decimal reads back, however it is grouped and signed', () => {
  const whole = fc.bigInt({ min: 0n, max: 10n ** 15n });
  const fraction = fc.stringMatching(/^\d{0,6}$/);
  fc.assert(
    fc.property(
      whole,
      fraction,
      fc.boolean(),
      fc.constantFrom('.', ','),
      fc.constantFrom('', ' ', "'", 'other'),
      (units, decimals, negative, mark, separator) => {
        const thousands = separator === 'other' ? (mark === '.' ? ',' : '.') : separator;
        const grouped = String(units).replace(/\B(?=(\d{3})+$)/g, thousands);
        const written = `${negative ? '-' : ''}${grouped}${decimals === '' ? '' : mark + decimals}`;
        const shown = decimals.replace(/0+$/, '');
        const value = `${units}${shown === '' ? '' : `.${shown}`}`;
        expect(read(written, mark)).toBe(negative && value !== '0' ? `-${value}` : value);
      },
    ),
  );
});

test('the short way to a plain number leads to the same value as the long one', () => {
  const written = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0123456789.,-+ '), maxLength: 14 }),
    fc.stringMatching(/^-?\d{1,8}([.,]\d{1,4})?$/),
  );
  fc.assert(
    fc.property(written, fc.constantFrom('.', ','), (text, mark) => {
      const plain = readPlain(text, mark);
      if (plain) expect(plain).toEqual(readNumber(text, mark)?.value);
    }),
    { numRuns: 2000 },
  );
  expect(readPlain('-12.50', '.')).toEqual({ units: -125, scale: 1 });
});

test('no text whatever makes reading fail, and letters among the digits are never read over', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void readNumber(text, '.')));
  fc.assert(
    fc.property(fc.stringMatching(/^\d{1,4}[a-df-z]\d{1,4}$/), (text) => {
      expect(read(text)).toBeUndefined();
    }),
  );
});
