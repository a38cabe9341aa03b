import { describe, expect, test } from 'vitest';
import { changesOf, isSensitive, toldBy, written } from './index.ts';

const mary = '01997d5e-0000-7000-8000-000000000001';
const nameOf = (id: string) => (id === mary ? 'Mary' : undefined);

describe('what became different', () => {
  test('stands with before and after, wherever the event keeps it', () => {
    expect(changesOf({ detail: {}, changes: { name: ['Ann', 'Anna'] } })).toEqual([{ field: 'name', before: 'Ann', after: 'Anna' }]);
    expect(changesOf({ detail: { fields: { minutes: [5, 10] } }, changes: null })).toEqual([{ field: 'minutes', before: 5, after: 10 }]);
    expect(changesOf({ detail: { fields: ['custom'], custom: { f: { before: null, after: 3 } } }, changes: null })).toEqual([
      { field: 'f', before: null, after: 3 },
    ]);
    expect(changesOf({ detail: { from: 'reader', to: 'manager' }, changes: null })).toEqual([
      { field: 'role', before: 'reader', after: 'manager' },
    ]);
  });

  test('is nothing where the event tells nothing, or was forgotten', () => {
    expect(changesOf({ detail: {}, changes: null })).toEqual([]);
    expect(changesOf({ detail: null, changes: 'no' })).toEqual([]);
  });
});

test('what is told beside it are a few words, and no more than they', () => {
  expect(toldBy({ format: 'csv', customers: 12, facts: [mary], target: { kind: 'tag' } })).toEqual([
    { field: 'format', value: 'csv' },
    { field: 'customers', value: 12 },
  ]);
});

test('what is sensitive is marked', () => {
  expect([isSensitive({ sensitivity: 'sensitive' }), isSensitive({ sensitivity: 'internal' }), isSensitive(null)]).toEqual([
    true,
    false,
    false,
  ]);
});

test('values are written as people read them', () => {
  expect(written(null, nameOf)).toBe('');
  expect(written(mary, nameOf)).toBe('Mary');
  expect(written('01997d5e-0000-7000-8000-000000000002', nameOf)).toBe('');
  expect(
    written(
      [
        { value: 'a@example.com', label: 'home' },
        { value: 'b@example.com', label: null },
      ],
      nameOf,
    ),
  ).toBe('a@example.com, home, b@example.com');
  expect([written(0, nameOf), written(false, nameOf)]).toEqual(['0', 'false']);
});
