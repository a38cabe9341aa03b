import { expect, test } from 'vitest';
import { toEstimate, yearlyWorth } from '../index.ts';

const unknown = { visitsIn365: undefined, spend: undefined, usualGap: undefined, usualBasket: undefined, lastBasket: undefined };

test('by the models a year is worth the visits expected, at what one brings, less its costs', () => {
  expect(yearlyWorth({ ...unknown, visitsIn365: 3.5, spend: 2000, usualGap: 10, usualBasket: 9999 }, 0.4)).toBeCloseTo(2800);
});

test('without a model of spend the usual basket stands in, without any model the rhythm goes on', () => {
  expect(yearlyWorth({ ...unknown, visitsIn365: 2, usualBasket: 1000 }, 0.5)).toBeCloseTo(1000);
  expect(yearlyWorth({ ...unknown, usualGap: 36.525, usualBasket: 1000 }, 0.5)).toBeCloseTo(5000);
});

test('one visit is worth one more like it, none nothing', () => {
  expect(yearlyWorth({ ...unknown, lastBasket: 3000 }, 0.5)).toBeCloseTo(1500);
  expect(yearlyWorth(unknown, 0.5)).toBe(0);
});

test('a basket that was wholly taken back is worth nothing, not less', () => {
  expect(yearlyWorth({ ...unknown, lastBasket: -500 }, 0.5)).toBe(0);
});

test('an estimate is told within a twentieth of itself, and no finer than it is asked for', () => {
  expect([123_456, 1234, 3456, 6789, 99.6, 12.4, 0.4, 0].map((amount) => toEstimate(amount))).toEqual([
    120_000, 1200, 3400, 7000, 100, 12, 0, 0,
  ]);
  expect([36.52, 3.456, 0.456, 0.034, 0.004].map((visits) => toEstimate(visits, 0.01))).toEqual([36, 3.4, 0.46, 0.03, 0]);
  expect(toEstimate(-1234)).toBe(-1200);
});
