import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PieceMap } from './piece-map.ts';

test('holds what a Map would hold, however many pieces and however alike', () => {
  const file = fc.uint8Array({ minLength: 20, maxLength: 3000, max: 3 });
  fc.assert(
    fc.property(file, fc.array(fc.tuple(fc.nat(2999), fc.nat(6), fc.nat()), { maxLength: 2000 }), (bytes, pieces) => {
      const ours = new PieceMap<number>();
      const theirs = new Map<string, number>();
      for (const [start, length, value] of pieces) {
        const from = Math.min(start, bytes.length);
        const to = Math.min(from + length, bytes.length);
        const key = bytes.subarray(from, to).join();
        expect(ours.get(bytes, from, to)).toBe(theirs.get(key));
        ours.set(bytes, from, to, value);
        theirs.set(key, value);
        expect([ours.get(bytes, from, to), ours.size]).toEqual([value, theirs.size]);
      }
      ours.clear();
      expect([ours.size, ours.get(bytes, 0, 1)]).toEqual([0, undefined]);
    }),
  );
});
