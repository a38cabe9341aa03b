import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standingOf, reckoningOf, toThreeDigits, whoHasRoom } from './index.ts';

test('what orders the list is the sum of what is shown, in three digits', () => {
  const reasons = fc.array(fc.record({ cost: fc.integer({ min: 1, max: 1e7 }), minutes: fc.integer({ min: 1, max: 60 }) }), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(reasons, (all) => {
      const { sum, told, minutes } = reckoningOf(all);
      expect(sum).toBe(all.reduce((total, { cost }) => total + cost, 0));
      expect(told).toBe(toThreeDigits(sum));
      expect(Math.abs(told - sum)).toBeLessThanOrEqual(sum * 0.005 + 0.5);
      expect(minutes.total).toBe(minutes.longest + minutes.others * minutes.each);
    }),
  );
});

test('who has room is named only while somebody has too much, the most room first', () => {
  const one = (id: string, planned: number, available: number) => ({ id, planned, available });
  expect(standingOf(one('a', 601, 600))).toBe('too_much');
  expect(standingOf(one('a', 560, 600))).toBe('right');
  expect(whoHasRoom([one('a', 700, 600), one('b', 300, 600), one('c', 100, 600), one('d', 590, 600)])).toEqual(['c', 'b']);
  expect(whoHasRoom([one('a', 100, 600), one('b', 300, 600)])).toEqual([]);
});
