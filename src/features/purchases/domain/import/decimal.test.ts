import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, createSum, decimalOf, decimalText, divide, multiply, negate, type Decimal } from './decimal.ts';

const decimal = (text: string): Decimal => {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d*)\.?(\d*)$/.exec(text) ?? [];
  return decimalOf(sign === '-', whole, fraction);
};
const decimals = fc.tuple(fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }), fc.integer({ min: 0, max: 6 })).map(([units, scale]) => {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  return decimalOf(units < 0n, digits.slice(0, digits.length - scale), digits.slice(digits.length - scale));
});
const exact = (value: Decimal, scale: number) => BigInt(value.units) * 10n ** BigInt(scale - value.scale);

test('a price of three decimals times a quantity loses nothing', () => {
  expect(decimalText(multiply(decimal('80995'), decimal('2.083')))).toBe('168712.585');
  expect(decimalText(multiply(decimal('-12'), decimal('0.001')))).toBe('-0.012');
  expect(decimalText(multiply(decimal('90071992547.40993'), decimal('1000')))).toBe('90071992547409.93');
});

test('a total divided by its quantity is the price it came from', () => {
  expect(decimalText(divide(decimal('38.25'), decimal('15')))).toBe('2.55');
  expect(decimalText(divide(decimal('-10'), decimal('3')))).toBe('-3.333333333333');
  expect(decimalText(divide(decimal('20'), decimal('-3')))).toBe('-6.666666666667');
});

test('the same value always has the same form', () => {
  expect(decimal('2.50')).toEqual(decimal('2.5'));
  expect(decimal('-0.00')).toEqual(decimal('0'));
  expect(negate(decimal('0'))).toEqual(decimal('0'));
  expect(decimal('007')).toEqual(decimal('7'));
});

test('sums and products are exact at any size', () => {
  fc.assert(
    fc.property(fc.array(decimals, { maxLength: 30 }), decimals, (values, factor) => {
      const sum = createSum();
      for (const value of values) sum.add(value);
      expect(exact(sum.total(), 12)).toBe(values.reduce((total, value) => total + exact(value, 12), 0n));
      for (const value of values) {
        expect(exact(multiply(value, factor), 12)).toBe(exact(value, 6) * exact(factor, 6));
        expect(decimal(decimalText(value))).toEqual(value);
        expect(add(value, negate(value))).toEqual(decimal('0'));
      }
    }),
  );
});

test('adding up hundreds of thousands of amounts never drifts', () => {
  const sum = createSum();
  for (let index = 0; index < 300_000; index++) sum.add(decimal('90000000000.1'));
  expect(decimalText(sum.total())).toBe('27000000000030000');
});
