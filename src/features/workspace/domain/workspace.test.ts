import { expect, test } from 'vitest';
import { checkWorkspace, todayOf } from './index.ts';

const shop = { currency: 'EUR', timeZone: 'Europe/Athens', followUpFromDays: 3, followUpUntilDays: 21 };

test('a shop in Athens with its currency and follow-up window is accepted', () => {
  expect(checkWorkspace(shop).ok).toBe(true);
});

test.each([
  [{ ...shop, timeZone: 'Europe/Atlantis' }, 'workspace.unknown_time_zone'],
  [{ ...shop, timeZone: '+02:00' }, 'workspace.unknown_time_zone'],
  [{ ...shop, currency: 'XQQ' }, 'workspace.unknown_currency'],
  [{ ...shop, followUpFromDays: 30 }, 'workspace.follow_up_window'],
])('settings that cannot be are refused with a code', (settings, code) => {
  expect(checkWorkspace(settings)).toMatchObject({ ok: false, failure: { code } });
});

test('the day turns at midnight where the business is, not where the server is', () => {
  const lateEvening = Temporal.Instant.from('2026-03-02T22:30:00Z');
  expect(todayOf({ timeZone: 'Europe/Athens' }, lateEvening).toString()).toBe('2026-03-03');
  expect(todayOf({ timeZone: 'Europe/London' }, lateEvening).toString()).toBe('2026-03-02');
});
