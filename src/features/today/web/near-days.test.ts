import { expect, test } from 'vitest';
import { nearDays } from './near-days.ts';

const days = (today: string) => nearDays(Temporal.PlainDate.from(today)).map(({ on }) => on);

test('later is tomorrow, the Monday of next week, or the same day next month', () => {
  expect(days('2026-03-04')).toEqual(['2026-03-05', '2026-03-09', '2026-04-04']);
  expect(days('2026-03-02')).toEqual(['2026-03-03', '2026-03-09', '2026-04-02']);
});

test('on a Sunday next week does not begin tomorrow', () => {
  expect(days('2026-03-08')).toEqual(['2026-03-09', '2026-03-16', '2026-04-08']);
});

test('a month later stays within the month', () => {
  expect(days('2026-01-31')[2]).toBe('2026-02-28');
});
