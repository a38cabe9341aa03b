import { expect, test } from 'vitest';
import { monthGrid } from './month-grid.ts';

const march = { from: '2026-03-01', until: '2026-03-31' };

test('a month is laid out in whole weeks from the weekday on which they begin', () => {
  const weeks = monthGrid(march, [{ on: '2026-03-06', kept: 2, missed: 1 }], 1);
  expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7]);
  // 1 March 2026 is a Sunday.
  expect(weeks[0]?.map((day) => day?.on ?? null)).toEqual([null, null, null, null, null, null, '2026-03-01']);
  expect(weeks[1]?.[4]).toEqual({ on: '2026-03-06', kept: 2, missed: 1 });
  expect(
    weeks
      .at(-1)
      ?.filter((day) => day !== null)
      .map((day) => day.on),
  ).toEqual(['2026-03-30', '2026-03-31']);
});

test('weeks that begin on Saturday begin there', () => {
  expect(monthGrid(march, [], 6)[0]?.[1]?.on).toBe('2026-03-01');
});

test('a Persian month has its own days and no others', () => {
  const days = monthGrid({ from: '2026-02-20', until: '2026-03-20' }, [{ on: '2026-03-20', kept: 1, missed: 0 }], 6)
    .flat()
    .filter((day) => day !== null);
  expect([days.length, days[0]?.on, days.at(-1)]).toEqual([29, '2026-02-20', { on: '2026-03-20', kept: 1, missed: 0 }]);
});
