import { expect, test } from 'vitest';
import { daysOff, firstWeekday } from './week.ts';

test.each([
  ['in Greece', [1, 2, 3, 4, 5], [6, 7], 1],
  ['in Iran', [6, 7, 1, 2, 3, 4], [5], 6],
  ['in Israel', [7, 1, 2, 3, 4], [5, 6], 7],
  ['in a shop that opens on Saturdays', [2, 3, 4, 5, 6], [1, 7], 1],
  ['in a taverna that closes on Mondays', [2, 3, 4, 5, 6, 7], [1], 1],
  ['where no day is off', [1, 2, 3, 4, 5, 6, 7], [], 1],
])('the week %s', (_, workdays, off, first) => {
  expect([daysOff(workdays), firstWeekday(workdays)]).toEqual([off, first]);
});
