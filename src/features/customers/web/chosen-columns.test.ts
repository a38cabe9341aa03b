import { expect, test } from 'vitest';
import { moved, readColumns, resized, writeColumns } from './chosen-columns.ts';

const known = ['name', 'stage', 'risk', 'value', 'last_purchase', 'next_due', 'last_contact', 'owner', 'visits'];
const ids = (text: string | undefined) => readColumns(text, known).map(({ id }) => id);

test('the columns come in the order and the width that were chosen, the name first', () => {
  expect(readColumns('visits:9,name,owner', known)).toEqual([
    { id: 'name', width: undefined },
    { id: 'visits', width: 9 },
    { id: 'owner', width: undefined },
  ]);
});

test('what is no column, or there twice, is left out; a width has its bounds', () => {
  expect(ids('name,shoes,owner,owner,<b>')).toEqual(['name', 'owner']);
  expect(readColumns('name,owner:99', known)[1]).toEqual({ id: 'owner', width: 24 });
});

test('what is usual needs no address', () => {
  expect(writeColumns(readColumns(undefined, known))).toBeUndefined();
  expect(writeColumns(readColumns('name,visits:9', known))).toBe('name,visits:9');
});

test('a column moves one place, and never before the name', () => {
  const chosen = readColumns('name,stage,risk', known);
  expect(writeColumns(moved(chosen, 'risk', -1))).toBe('name,risk,stage');
  expect(moved(chosen, 'stage', -1)).toEqual(chosen);
  expect(moved(chosen, 'risk', 1)).toEqual(chosen);
  expect(moved(chosen, 'name', 1)).toEqual(chosen);
});

test('a column becomes wider and narrower', () => {
  const chosen = readColumns('name,stage:7', known);
  expect(writeColumns(resized(chosen, 'stage', 1))).toBe('name,stage:8');
  expect(writeColumns(resized(readColumns('name,stage:3', known), 'stage', -1))).toBe('name,stage:3');
});
