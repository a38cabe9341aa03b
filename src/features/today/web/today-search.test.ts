import { expect, test } from 'vitest';
import { textOf } from '#kit/web/search.ts';
import { todaySearch } from './today-search.ts';

test("a shared address brings a past day and a colleague's list back", () => {
  const address = { asOf: '2011-06-01', for: '01890000-0000-7000-8000-000000000001' };
  expect(todaySearch(address)).toEqual(address);
});

test('what an address has no meaning for is left out', () => {
  expect(textOf(todaySearch({ asOf: '2026-02-30', for: 'Eleni' }))).toBe('');
  expect(textOf(todaySearch({}))).toBe('');
});
