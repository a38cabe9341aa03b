import fc from 'fast-check';
import { expect, test } from 'vitest';
import { delimitedRow } from './delimited-text.ts';
import { createRowSplitter } from './row-splitter.ts';
import type { Row } from './row.ts';

function rowsOf(text: string, delimiter = ',', newline = '\n'): Row[] {
  const splitter = createRowSplitter({ delimiter, newline });
  return [...splitter.push(Buffer.from(text)), ...splitter.finish()];
}

function piecemeal(text: string, size: number, delimiter = ','): Row[] {
  const splitter = createRowSplitter({ delimiter, newline: '\n' });
  const rows: Row[] = [];
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) rows.push(...splitter.push(bytes.subarray(at, at + size)));
  return [...rows, ...splitter.finish()];
}

const plain = (row: Row) => [row.line, row.cells, row.problem];
const cells = (text: string, delimiter?: string, newline?: string) => rowsOf(text, delimiter, newline).map((row) => row.cells);

test('a quoted cell may hold delimiters, doubled quotes and line breaks', () => {
  expect(cells('a,"b,c","say ""hi""","two\r\nlines"\r\nd,e,f,g\r\n')).toEqual([
    ['a', 'b,c', 'say "hi"', 'two\r\nlines'],
    ['d', 'e', 'f', 'g'],
  ]);
});

test('line numbers are those of the file, with empty lines and line breaks inside cells counted', () => {
  expect(rowsOf('h\n\n"a\nb\nc"\nd\n').map((row) => row.line)).toEqual([1, 3, 6]);
});

test('the last row needs no line break, and an empty quoted cell alone is a row', () => {
  expect(cells('a,b\nc,')).toEqual([
    ['a', 'b'],
    ['c', ''],
  ]);
  expect(cells('""\n\n""')).toEqual([[''], ['']]);
});

test('a quote inside an unquoted cell is a letter', () => {
  expect(cells('nail 5",2\n6" nail,3\n')).toEqual([
    ['nail 5"', '2'],
    ['6" nail', '3'],
  ]);
});

test('a careless quote inside a quoted cell is kept as long as the cell ends on its line', () => {
  expect(cells('"5" nail",2\n"a" ,b\n')).toEqual([
    ['5" nail', '2'],
    ['a', 'b'],
  ]);
});

test('a quote that never closes costs its own line only', () => {
  const rows = rowsOf('a,b\n1,"oops,5\n2,fine\n3,"fine, too"\n');
  expect(rows.map((row) => [row.line, row.problem])).toEqual([
    [1, undefined],
    [2, 'quote_unclosed'],
    [3, undefined],
    [4, undefined],
  ]);
  expect(rows[1]?.cells).toEqual(['1', '"oops', '5']);
  expect(rows[3]?.cells).toEqual(['3', 'fine, too']);
});

test('a quote that never closes in a large file is given up after a bounded look ahead', () => {
  const lines = Array.from({ length: 100_000 }, (_, index) => `${index},some ordinary text\n`);
  const rows = piecemeal(`x,"never closed\n${lines.join('')}`, 65_536);
  expect(rows).toHaveLength(100_001);
  expect(rows.filter((row) => row.problem).map(plain)).toEqual([[1, ['x', '"never closed'], 'quote_unclosed']]);
});

test('a line beyond all measure is set apart without being held', () => {
  const rows = piecemeal(`a,b\n${'x'.repeat(3_000_000)}\nc,d\n`, 100_000);
  expect(rows.map((row) => [row.line, row.problem])).toEqual([
    [1, undefined],
    [2, 'line_too_long'],
    [3, undefined],
  ]);
  expect(rows[1]?.cells[0]).toHaveLength(1000);
});

test('a NUL character marks its own line', () => {
  expect(rowsOf('a,b\nc\0,d\ne,f\n').map((row) => row.problem)).toEqual([undefined, 'nul_character', undefined]);
});

test('old Macintosh line ends are line ends', () => {
  expect(cells('a;b\rc;"d\re"\r', ';', '\r')).toEqual([
    ['a', 'b'],
    ['c', 'd\re'],
  ]);
});

const cell = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '|', '\n', '\r', ' ', 'a', 'ά', 'ش', "'", '='), maxLength: 12 }),
  )
  .map((text) => text.replaceAll('\0', ''));

test('any table reads back as it was written, however the pieces fall', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 12 }),
      fc.constantFrom(',', ';', '\t', '|'),
      fc.integer({ min: 1, max: 40 }),
      fc.boolean(),
      (table, delimiter, size, lastBreak) => {
        const text = table.map((row) => delimitedRow(row, delimiter)).join('');
        const rows = piecemeal(lastBreak ? text : text.replace(/\r\n$/, ''), size, delimiter);
        expect(rows.map((row) => row.cells)).toEqual(table);
        expect(rows.every((row) => row.problem === undefined)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test('whatever the text, no character outside line ends and quotes is lost and the pieces make no difference', () => {
  const text = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r\n', ' ', 'a', 'b', '""', '",'), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 20 }), (written, size) => {
      const whole = rowsOf(written);
      expect(piecemeal(written, size).map(plain)).toEqual(whole.map(plain));
      const letters = (from: string) => from.replaceAll(/[^ab]/g, '');
      expect(letters(whole.flatMap((row) => row.cells).join(''))).toBe(letters(written));
    }),
    { numRuns: 1000 },
  );
});
