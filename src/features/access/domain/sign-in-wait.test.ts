import fc from 'fast-check';
import { expect, test } from 'vitest';
import { waitAfterFailures } from './index.ts';

test('a few slips cost nothing, then the wait grows up to a quarter of an hour', () => {
  expect([0, 4, 5, 6, 7, 10, 15, 500].map(waitAfterFailures)).toEqual([0, 0, 1, 2, 4, 32, 900, 900]);
});

test('who goes on trying never waits less', () => {
  fc.assert(fc.property(fc.nat(2000), (failures) => waitAfterFailures(failures + 1) >= waitAfterFailures(failures)));
});
