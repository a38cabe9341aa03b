import { expect, test } from 'vitest';
import { endOfDay } from './days.ts';

test.each([
  ['2026-03-02', 'Europe/Athens', '2026-03-02T22:00:00Z'],
  // The night on which clocks go forward, and one on which midnight itself does not exist.
  ['2026-03-29', 'Europe/Athens', '2026-03-29T21:00:00Z'],
  ['2022-03-21', 'Asia/Tehran', '2022-03-21T20:30:00Z'],
])('%s ends in %s at %s', (day, timeZone, moment) => {
  expect(endOfDay(Temporal.PlainDate.from(day), timeZone).toString()).toBe(moment);
});
