import { expect, test } from 'vitest';
import { reliabilitySearch, withColleague } from './reliability-search.ts';

const one = '01990000-0000-7000-8000-000000000001';
const other = '01990000-0000-7000-8000-000000000002';

test('an address with nonsense shows the usual figures', () => {
  expect(reliabilitySearch({ month: '2026-13', of: 'me', names: 'late', day: 'today', kind: 'shape:round', span: 'week' })).toEqual({
    month: undefined,
    span: undefined,
    of: undefined,
    names: undefined,
    day: undefined,
    kind: undefined,
  });
  expect(reliabilitySearch({ month: '2026-12', of: `${one},${other}`, kind: 'key:yes' })).toMatchObject({
    month: '2026-12',
    kind: 'key:yes',
  });
});

test('colleagues are added to those looked at together, and taken away again', () => {
  expect(withColleague(undefined, one)).toBe(one);
  expect(withColleague(one, other)).toBe(`${one},${other}`);
  expect(withColleague(`${one},${other}`, one)).toBe(other);
  expect(withColleague(one, one)).toBeUndefined();
});
