import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allTexts, cellEnd, cellsOf, cellStart, sameCells } from './cells.ts';

const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'ώ', 'ش', '😀', '\n'), maxLength: 3 }), { minLength: 1, maxLength: 5 });

test('texts come back from the cells they were made', () => {
  fc.assert(
    fc.property(texts, (written) => {
      const cells = cellsOf(written);
      expect(allTexts(cells)).toEqual(written);
      const decoded = written.map((_, index) =>
        decodeURIComponent(
          Array.from(
            cells.bytes.subarray(cellStart(cells, index), cellEnd(cells, index)),
            (byte) => `%${byte.toString(16).padStart(2, '0')}`,
          ).join(''),
        ),
      );
      expect(decoded).toEqual(written);
    }),
  );
});

test('rows are the same where their texts are', () => {
  fc.assert(
    fc.property(texts, texts, fc.array(fc.nat(6)), (one, other, indexes) => {
      const same = indexes.every((index) => (one[index] ?? '') === (other[index] ?? ''));
      expect(sameCells(cellsOf(one), cellsOf(other), indexes)).toBe(same);
    }),
  );
});

test('a cell that the row does not have is empty', () => {
  const cells = cellsOf(['a', 'b']);
  for (const index of [-1, 2, 7]) expect([cells.text(index), cellEnd(cells, index) - cellStart(cells, index)]).toEqual(['', 0]);
});
