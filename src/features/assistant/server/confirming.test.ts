import { expect, test } from 'vitest';
import { confirmationOf, isConfirmed } from './confirming.ts';

const now = Temporal.Instant.from('2026-03-02T08:00:00Z');
const wanted = { key: 'tend_1', tool: 'remove_touchpoint', input: { touchpoint: '1' } };
const token = confirmationOf('secret', wanted, now);

test('what was asked about is confirmed, for ten minutes', () => {
  expect(isConfirmed('secret', wanted, token, now.add({ minutes: 9 }))).toBe(true);
  expect(isConfirmed('secret', wanted, token, now.add({ minutes: 10 }))).toBe(false);
});

test('and nothing else is: no other input, tool or key, no token that was made up or lengthened', () => {
  const later = now.add({ hours: 1 }).epochMilliseconds.toString(36);
  for (const [other, given] of [
    [{ ...wanted, input: { touchpoint: '2' } }, token],
    [{ ...wanted, tool: 'merge_customers' }, token],
    [{ ...wanted, key: 'tend_2' }, token],
    [wanted, ''],
    [wanted, 'zzzz.zzzz'],
    [wanted, `${later}.${token.split('.')[1]}`],
  ] as const)
    expect(isConfirmed('secret', other, given, now)).toBe(false);
});
