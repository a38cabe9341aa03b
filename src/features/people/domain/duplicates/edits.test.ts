import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWithinEdits } from './edits.ts';

test.each([
  ['zervos', 'zervos', 0],
  ['zervos', 'zervso', 1],
  ['zervos', 'zervs', 1],
  ['zervos', 'zerrvos', 1],
  ['zervos', 'zarvos', 1],
  ['stojanovic', 'stoianovits', 3],
])('%s and %s are %i apart', (one, other, apart) => {
  expect([isWithinEdits(one, other, apart), apart > 0 && isWithinEdits(one, other, apart - 1)]).toEqual([true, false]);
});

test('the distance of two words is as great one way as the other, and a letter added makes it one greater at most', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 1, max: 3 }), (one, other, most) => {
      expect(isWithinEdits(one, other, most)).toBe(isWithinEdits(other, one, most));
      if (isWithinEdits(one, other, most)) expect(isWithinEdits(`${one}x`, other, most + 1)).toBe(true);
    }),
  );
});
