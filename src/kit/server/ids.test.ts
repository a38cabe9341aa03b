import { expect, test } from 'vitest';
import { isUuid } from '#kit/domain/ids.ts';
import { newId } from './ids.ts';

const noon = Date.UTC(2026, 2, 2, 12);

test('ids sort by the moment at which they were made, and within it by their order', () => {
  const made = [noon, noon + 1, noon + 5].flatMap((now) => Array.from({ length: 20_000 }, () => newId(now)));
  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});

test('ids are UUIDs of version 7, whatever is counted in them', () => {
  for (let one = 0; one < 1000; one++) {
    const id = newId(noon);
    expect(isUuid(id)).toBe(true);
    expect(id.slice(14, 15)).toBe('7');
    expect('89ab').toContain(id.slice(19, 20));
  }
});

test('two processes that count from the same moment begin elsewhere', () => {
  const beginnings = Array.from({ length: 100 }, (_, at) => newId(noon + 1000 + at).slice(15, 23));
  expect(new Set(beginnings).size).toBeGreaterThan(95);
});
