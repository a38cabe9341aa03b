import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownCopy, TextMap } from './text-map.ts';

test('holds what a Map would hold, however many texts and however alike', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 6 }), fc.nat({ max: 3000 }).map(String));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.nat()), { maxLength: 2000 }), fc.array(text), (entries, asked) => {
      const ours = new TextMap<number>();
      const theirs = new Map<string, number>();
      for (const [key, value] of entries) {
        ours.set(key, value);
        theirs.set(key, value);
      }
      expect(ours.size).toBe(theirs.size);
      expect(new Map(ours)).toEqual(theirs);
      for (const key of asked) expect(ours.get(key)).toBe(theirs.get(key));
      ours.clear();
      expect([ours.size, [...ours]]).toEqual([0, []]);
    }),
  );
});

test('a copy is the same text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      expect(ownCopy(text)).toBe(text);
    }),
  );
});
