import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { median, medianDistance } from './median.ts';

test('medians are those of sorting', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 80 }), (values) => {
      const middle = (of: readonly number[]) => {
        const sorted = of.toSorted((left, right) => left - right);
        return ((sorted[Math.floor((of.length - 1) / 2)] ?? 0) + (sorted[Math.floor(of.length / 2)] ?? 0)) / 2;
      };
      expect(median(values)).toBeCloseTo(middle(values), 9);
      expect(medianDistance(values, 5)).toBeCloseTo(middle(values.map((value) => Math.abs(value - 5))), 9);
    }),
  );
  expect(median([])).toBeUndefined();
});
