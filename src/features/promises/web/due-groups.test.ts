import { expect, test } from 'vitest';
import { dueGroups } from './due-groups.ts';
import type { PromiseSeen } from './promises.ts';

const promise = (dueAt: string, overdue = false) => ({ id: dueAt, dueAt, overdue }) as PromiseSeen;

test('promises stand under overdue, today, within a week and later, by the day where the business is', () => {
  const promises = [
    promise('2026-03-01T08:00:00Z', true),
    promise('2026-03-02T06:00:00Z', true),
    promise('2026-03-02T21:30:00Z'),
    promise('2026-03-02T22:30:00Z'),
    promise('2026-03-09T21:00:00Z'),
    promise('2026-03-10T09:00:00Z'),
  ];
  const groups = dueGroups(promises, '2026-03-02', 'Europe/Athens');
  expect(groups.map(({ name, promises: found }) => [name, found.length])).toEqual([
    ['overdue', 2],
    ['today', 1],
    ['week', 2],
    ['later', 1],
  ]);
});

test('groups without promises are not shown', () => {
  expect(dueGroups([promise('2026-06-01T08:00:00Z')], '2026-03-02', 'Europe/Athens').map(({ name }) => name)).toEqual(['later']);
  expect(dueGroups([], '2026-03-02', 'Europe/Athens')).toEqual([]);
});
