import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from './fold.ts';
import { meantBy } from './typos.ts';

const word = fc.string({ unit: fc.constantFrom(...'abdeghiklmnoprstuvz'), minLength: 5, maxLength: 14 });
const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
const slips: Readonly<Record<string, (word: string, at: number, letter: string) => string>> = {
  'a letter too many': (name, at, other) => name.slice(0, at) + other + name.slice(at),
  'a letter too few': (name, at) => name.slice(0, at) + name.slice(at + 1),
  'another letter': (name, at, other) => name.slice(0, at) + other + name.slice(at + 1),
  'two neighbours swapped': (name, at) => name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2),
};

test.each(Object.entries(slips))('%s, anywhere, is known for the word that was meant', (_, slip) => {
  fc.assert(
    fc.property(word, fc.nat({ max: 13 }), letter, (name, place, other) => {
      const typed = slip(name, place % name.length, other);
      fc.pre(typed.length >= 4 && fold(typed) !== fold(name) && !/([a-z])\1\1/.test(typed) && fold(name).length >= 3);
      expect(meantBy(typed).whole).toContain(fold(name));
    }),
  );
});

test('a slip is known while the word is still being typed', () => {
  expect(meantBy('geogr').beginnings).toContain('georg');
});

test.each(['abc', '17850', 'zzzz', 'aaaaaa', '', 'x'.repeat(25)])('%j may be a slip of nothing', (typed) => {
  expect(meantBy(typed)).toEqual({ whole: [], beginnings: [] });
});

test('what may be meant is never what was typed, and is made of letters only', () => {
  fc.assert(
    fc.property(word, (typed) => {
      const { whole, beginnings } = meantBy(typed);
      expect(whole).not.toContain(fold(typed));
      for (const one of [...whole, ...beginnings]) expect(one).toMatch(/^[a-z]{3,}$/);
    }),
  );
});
