import { expect, test } from 'vitest';
import { spread, table, widthOf, wrap } from './text.ts';

test('letters are counted as people see them', () => {
  expect(widthOf('Γεωργίου')).toBe(8);
  expect(widthOf('e\u0301')).toBe(1);
});

test('a text is broken at spaces and stays under its beginning', () => {
  expect(wrap('one two three four five six seven', 24, '  • ')).toEqual(['  • one two three four', '    five six seven']);
  expect(wrap('', 40)).toEqual(['']);
});

test('a word longer than the line stands alone', () => {
  expect(wrap(`a ${'x'.repeat(40)} b`, 24)).toEqual(['a', 'x'.repeat(40), 'b']);
});

test('what stands at the end of a line is never glued to what stands at its start', () => {
  expect(spread('left', 'right', 20)).toBe('left           right');
  expect(spread('left', 'right', 5)).toBe('left  right');
});

test('columns are as wide as they need to be, figures at their end', () => {
  expect(
    table(
      ['name', 'sum'],
      [
        ['Maria', '7'],
        ['Jo', '1,200'],
      ],
      new Set([1]),
    ),
  ).toEqual(['name     sum', '─────  ─────', 'Maria      7', 'Jo     1,200']);
});
