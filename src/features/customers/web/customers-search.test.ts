import { expect, test } from 'vitest';
import { textOf } from '#kit/web/search.ts';
import { chosenOf, customersSearch, isFiltered, sortOf } from './customers-search.ts';
import { riskBands } from '../domain/index.ts';

test('a list as it usually is needs nothing in its address', () => {
  expect(textOf(customersSearch({}))).toBe('');
  expect(textOf(customersSearch({ sort: 'name', stage: 'prospect,first-time,returning,lapsed', page: 'first' }))).toBe('');
});

test('a shared address brings the same list back', () => {
  const address = {
    sort: '-value',
    stage: 'lapsed',
    risk: 'at-risk,lost',
    name: 'γεωργ',
    asOf: '2026-03-01',
    columns: 'name,value:9',
    where: 'visits.atLeast=5',
    page: 'last',
  };
  const search = customersSearch(address);
  expect({ ...search, owner: undefined }).toEqual({ ...address, owner: undefined });
  expect(customersSearch(Object.fromEntries(new URLSearchParams(textOf(search))))).toEqual(search);
  expect(sortOf(search)).toEqual({ by: 'value', descending: true });
});

test('what an address has no meaning for is left out', () => {
  const search = customersSearch({ sort: '-shoe_size', stage: 'famous', owner: 'Anna', asOf: '2026-02-30', page: '7' });
  expect(textOf(search)).toBe('');
  expect(sortOf(search)).toEqual({ by: 'name', descending: false });
});

test('choices keep the order in which people read them', () => {
  expect(chosenOf('lost,watch', riskBands)).toEqual(['watch', 'lost']);
});

test('a sort and a past day hide nobody, so they are no filter', () => {
  expect(isFiltered(customersSearch({ sort: '-value', asOf: '2026-03-01', columns: 'name,value:9' }))).toBe(false);
  expect(isFiltered(customersSearch({ where: 'visits.atLeast=5' }))).toBe(true);
  expect(isFiltered(customersSearch({ name: 'anna' }))).toBe(true);
});
