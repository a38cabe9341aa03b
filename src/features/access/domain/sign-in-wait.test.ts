import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeOf, waitAfterFailures } from './index.ts';

test('a few slips cost nothing, then the wait grows up to a quarter of an hour', () => {
  expect([0, 4, 5, 6, 7, 10, 15, 500].map(waitAfterFailures)).toEqual([0, 0, 1, 2, 4, 32, 900, 900]);
});

test('who goes on trying never waits less', () => {
  fc.assert(fc.property(fc.nat(2000), (failures) => waitAfterFailures(failures + 1) >= waitAfterFailures(failures)));
});

test('a house with a network of its own is one place', () => {
  expect(placeOf('2001:db8:1:2:aaaa::1')).toBe('2001:db8:1:2');
  expect(placeOf('2001:0DB8:0001:2::ffff')).toBe('2001:db8:1:2');
  expect(placeOf('::1')).toBe('0:0:0:0');
  expect(placeOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
  expect(placeOf('192.0.2.7')).toBe('192.0.2.7');
});
