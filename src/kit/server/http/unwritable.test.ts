import { expect, test } from 'vitest';
import { unwritableIn } from './unwritable.ts';

test('what a database cannot keep is found wherever it stands, in names of fields too', () => {
  expect(unwritableIn({ name: 'Maria', phones: [{ value: '69\0' }] })).toBe('phones.0.value');
  expect(unwritableIn({ note: 'half \ud83d' })).toBe('note');
  expect(unwritableIn({ custom: { 'a\0': 1 } })).toBe('custom');
  expect(unwritableIn('\0')).toBe('');
  expect(unwritableIn({ asOf: '0000-01-01' })).toBe('asOf');
  expect(unwritableIn({ at: '0000-12-31T00:00:00Z' })).toBe('at');
});

test('everything that people write is none of it', () => {
  expect(
    unwritableIn({ note: 'Μαρία 😀 مریم \u202e \n\t', at: null, count: 3, on: '0001-01-01', code: '0000-01-01-B', list: [[], {}] }),
  ).toBeUndefined();
});

test('however deep somebody nests', () => {
  let deep: unknown = 'x\0';
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  expect(unwritableIn(deep)).toMatch(/^0\.0\./);
});
