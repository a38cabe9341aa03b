import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitting } from './index.ts';

const list = (...minutes: number[]) => minutes.map((one) => ({ minutes: one }));

test('a day holds as many customers, in their order, as its minutes', () => {
  expect(fitting(list(10, 10, 10), 25)).toBe(2);
  expect(fitting(list(10, 10, 10), 30)).toBe(3);
  expect(fitting(list(), 120)).toBe(0);
});

test('nobody is passed over for a quicker one', () => {
  expect(fitting(list(10, 60, 5), 30)).toBe(1);
});

test('a short day still holds one customer, a used-up one none', () => {
  expect(fitting(list(20, 5), 5)).toBe(1);
  expect(fitting(list(20), 0)).toBe(0);
  expect(fitting(list(20), -5)).toBe(0);
});

test('more time never holds fewer', () => {
  const minutes = fc.array(fc.integer({ min: 1, max: 90 }));
  fc.assert(
    fc.property(minutes, fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }), (each, left, more) => {
      expect(fitting(list(...each), left + more)).toBeGreaterThanOrEqual(fitting(list(...each), left));
    }),
  );
});
