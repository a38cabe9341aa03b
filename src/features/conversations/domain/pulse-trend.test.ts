import { expect, test } from 'vitest';
import { pulseTrend } from './index.ts';

test.each([
  ['few readings tell no trend', [5, 4, 3], 'unknown'],
  ['worse in the last three than usually', [4, 5, 4, 3, 3, 4], 'falling'],
  ['one bad day among good ones', [4, 4, 5, 4, 3, 5], 'steady'],
  ['better in the last three than usually', [2, 3, 2, 4, 3, 4], 'rising'],
  ['the same all along', [4, 4, 4, 4], 'steady'],
])('%s', (_, pulses, trend) => {
  expect(pulseTrend(pulses)).toBe(trend);
});
