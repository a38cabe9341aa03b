import { expect, test } from 'vitest';
import { countryAt, usualWeek } from './index.ts';

test.each([
  ['Europe/Athens', 'GR'],
  ['Europe/Sofia', 'BG'],
  ['Europe/Belgrade', 'RS'],
  ['Asia/Tehran', 'IR'],
  ['Asia/Yerevan', 'AM'],
  ['Europe/London', 'GB'],
  ['UTC', null],
])('a business on the clock of %s keeps the holidays of %s until it says otherwise', (zone, country) => {
  expect(countryAt(zone)).toBe(country);
});

test('the usual week leaves out the weekend of the country', () => {
  expect(usualWeek('GR').weekdays).toEqual([1, 2, 3, 4, 5]);
  expect(usualWeek('IR').weekdays).toEqual([1, 2, 3, 4, 6, 7]);
  expect(usualWeek(null).weekdays).toEqual([1, 2, 3, 4, 5]);
});
