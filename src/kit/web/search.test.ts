import { expect, test } from 'vitest';
import { searchOf, textOf } from './search.ts';

test('the state of a view survives its address', () => {
  const search = { stage: 'lapsed', name: 'Ελιά & γιοι', columns: 'a,b', back: '/today?for=me' };
  expect(searchOf(textOf(search))).toEqual(search);
});

test('an address says only what is not usual, in readable letters', () => {
  expect(textOf({ stage: 'lapsed', name: '', sort: undefined, columns: 'a,b', page: 2 })).toBe('?stage=lapsed&columns=a,b&page=2');
  expect(textOf({})).toBe('');
});
