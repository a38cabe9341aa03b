import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neutralized, revived } from './formula-safety.ts';

test('a formula cannot run from a written cell', () => {
  expect(neutralized('=cmd|/c calc!A1')).toBe("'=cmd|/c calc!A1");
  expect(neutralized('@SUM(A1)')).toBe("'@SUM(A1)");
  expect(['-5', '+3,50', '-1 200.00'].map(neutralized)).toEqual(['-5', '+3,50', '-1 200.00']);
});

test('any cell comes back as it was', () => {
  const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '1', 'a') }));
  fc.assert(
    fc.property(cell, (text) => {
      expect(revived(neutralized(text))).toBe(text);
      expect(neutralized(text)).not.toMatch(/^[=@\t\r]/);
    }),
  );
});
