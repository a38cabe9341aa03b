import { expect, test } from 'vitest';
import { placeOf } from './network-place.ts';

test('a house with a network of its own is one place', () => {
  expect(placeOf('2001:db8:1:2:aaaa::1')).toBe('2001:db8:1:2');
  expect(placeOf('2001:0DB8:0001:2::ffff')).toBe('2001:db8:1:2');
  expect(placeOf('::1')).toBe('0:0:0:0');
  expect(placeOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
  expect(placeOf('192.0.2.7')).toBe('192.0.2.7');
});
