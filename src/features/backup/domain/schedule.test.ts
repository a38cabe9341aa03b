import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDue, lastDue } from './index.ts';

const at = (text: string) => Temporal.Instant.from(text);
const athens = { hour: 3, timeZone: 'Europe/Athens' };

describe('a backup at three in the morning', () => {
  test('was last due today once three has struck, and yesterday before', () => {
    expect(lastDue(athens, at('2026-03-02T01:00:00Z')).toString()).toBe('2026-03-02T01:00:00Z');
    expect(lastDue(athens, at('2026-03-02T00:59:59Z')).toString()).toBe('2026-03-01T01:00:00Z');
  });

  test('is made although the clocks leave that hour out', () => {
    expect(lastDue(athens, at('2026-03-29T12:00:00Z')).toString()).toBe('2026-03-29T01:00:00Z');
  });

  test('is due until one has gone well, and tried again every hour', () => {
    const now = at('2026-03-02T08:00:00Z');
    const never = { goodAt: null, triedAt: null };
    expect(isDue(athens, now, never)).toBe(true);
    expect(isDue(athens, now, { goodAt: at('2026-03-02T01:00:10Z'), triedAt: at('2026-03-02T01:00:10Z') })).toBe(false);
    expect(isDue(athens, now, { goodAt: at('2026-03-01T01:00:10Z'), triedAt: at('2026-03-02T07:30:00Z') })).toBe(false);
    expect(isDue(athens, now, { goodAt: at('2026-03-01T01:00:10Z'), triedAt: at('2026-03-02T07:00:00Z') })).toBe(true);
  });

  test('that fell out while the machine was off is made when it is on again', () => {
    expect(isDue(athens, at('2026-03-05T16:00:00Z'), { goodAt: at('2026-03-01T01:00:10Z'), triedAt: at('2026-03-01T01:00:10Z') })).toBe(
      true,
    );
  });
});

test('whatever the hour and the place, it was due within the last 25 hours, and never is yet to come', () => {
  const zones = ['Europe/Athens', 'Asia/Tehran', 'America/St_Johns', 'Pacific/Apia', 'UTC'];
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 23 }),
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 40 * 365 * 24 * 60 }),
      (hour, timeZone, minutes) => {
        const now = at('2000-01-01T00:00:00Z').add({ minutes });
        const due = lastDue({ hour, timeZone }, now);
        const hours = now.since(due).total('hours');
        expect(hours).toBeGreaterThanOrEqual(0);
        // Samoa once left a whole day out.
        expect(hours).toBeLessThanOrEqual(timeZone === 'Pacific/Apia' ? 49 : 25);
      },
    ),
  );
});
