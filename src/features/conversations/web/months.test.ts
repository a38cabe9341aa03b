import { expect, test } from 'vitest';
import { monthsOf } from './months.ts';

const entries = ['2026-03-22T10:00:00Z', '2026-03-20T10:00:00Z', '2026-02-28T23:30:00Z', '2026-02-01T10:00:00Z'].map((at) => ({ at }));

test('a timeline is parted by the months of the place where the business is', () => {
  const months = monthsOf(entries, 'Europe/Athens', 'gregory').map(({ firstDay, entries: some }) => [firstDay, some.length]);
  // Half past eleven in Greenwich is the next day in Athens, and the next month.
  expect(months).toEqual([
    ['2026-03-01', 3],
    ['2026-02-01', 1],
  ]);
});

test('who reads in the Persian calendar has the months of that', () => {
  const months = monthsOf(entries, 'Asia/Tehran', 'persian').map(({ firstDay, entries: some }) => [firstDay, some.length]);
  expect(months).toEqual([
    ['2026-03-21', 1],
    ['2026-02-20', 2],
    ['2026-01-21', 1],
  ]);
});
