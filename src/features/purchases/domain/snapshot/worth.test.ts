import { expect, test } from 'vitest';
import { yearlyWorth } from '../index.ts';

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
