import { expect, test } from 'vitest';
import { forEver, retentionDays } from './index.ts';

const today = Temporal.PlainDate.from('2028-02-29');

test('nothing goes by itself until somebody says for how long what is kept', () => {
  expect(retentionDays(forEver, today)).toEqual({ customers: null, files: null, events: null });
});

test('years and days are counted back from today in the calendar', () => {
  const days = retentionDays({ customerYears: 3, fileDays: 60, eventYears: 1 }, today);
  expect(Object.values(days).map(String)).toEqual(['2025-02-28', '2027-12-31', '2027-02-28']);
});
