import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptOf, momentOfBackup, nameOfBackup } from './index.ts';

const at = (text: string) => Temporal.Instant.from(text);
const made = (...moments: string[]) => moments.map((moment) => ({ madeAt: at(moment) }));

/** One every night for so many nights, the last on Monday 2 March 2026. */
const everyNight = (nights: number) =>
  Array.from({ length: nights }, (_, ago) => ({ madeAt: at('2026-03-02T01:00:00Z').subtract({ hours: 24 * ago }) }));

describe('what is kept', () => {
  test('are the latest days, the last of each week, and the last of each month', () => {
    const kept = keptOf(everyNight(100), { daily: 3, weekly: 2, monthly: 3 }, 'UTC');
    expect([...kept].map(({ madeAt }) => madeAt.toString().slice(0, 10)).toSorted()).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-01',
      '2026-03-02',
    ]);
  });

  test('is the last of a day, not the first', () => {
    const [early, late] = made('2026-03-02T01:00:00Z', '2026-03-02T20:00:00Z');
    expect([
      ...keptOf(
        [early, late].filter((one) => one !== undefined),
        { daily: 7, weekly: 0, monthly: 0 },
        'UTC',
      ),
    ]).toEqual([late]);
  });

  test('counts days with a backup, so that nothing goes because the server stood still', () => {
    const old = made('2025-01-01T01:00:00Z', '2025-01-02T01:00:00Z', '2025-01-03T01:00:00Z');
    expect(keptOf(old, { daily: 3, weekly: 0, monthly: 0 }, 'UTC').size).toBe(3);
  });
});

test('the last backup stays whatever is asked for, and no more than that is kept', () => {
  const count = fc.integer({ min: 0, max: 12 });
  const moments = fc.array(fc.integer({ min: 0, max: 3 * 365 * 24 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(moments, count, count, count, (hours, daily, weekly, monthly) => {
      const backups = hours.map((hour) => ({ madeAt: at('2024-01-01T00:00:00Z').add({ hours: hour }) }));
      const kept = keptOf(backups, { daily, weekly, monthly }, 'Asia/Tehran');
      const last = Math.max(...backups.map(({ madeAt }) => madeAt.epochMilliseconds));
      expect([...kept].some(({ madeAt }) => madeAt.epochMilliseconds === last)).toBe(true);
      expect(kept.size).toBeLessThanOrEqual(Math.max(1, daily + weekly + monthly));
    }),
  );
});

test('what is kept today was kept yesterday: nothing that went would be wanted again', () => {
  const retention = { daily: 7, weekly: 4, monthly: 12 };
  let there = everyNight(0);
  for (const backup of everyNight(500).toReversed()) there = [...keptOf(there.concat(backup), retention, 'UTC')];
  const days = (backups: Iterable<{ madeAt: Temporal.Instant }>) => [...backups].map(({ madeAt }) => madeAt.toString()).toSorted();
  expect(days(there)).toEqual(days(keptOf(everyNight(500), retention, 'UTC')));
});

test('a backup is known by its name, and nothing else is taken for one', () => {
  const madeAt = at('2026-03-02T01:02:03.9Z');
  expect(nameOfBackup(madeAt, true)).toBe('tend-20260302T010203Z.tar.zst.age');
  expect(momentOfBackup(nameOfBackup(madeAt, false))?.toString()).toBe('2026-03-02T01:02:03Z');
  for (const other of [
    'tend-20260302T010203Z.tar.zst.part',
    'tend.tar.zst',
    'tend-20261302T010203Z.tar.zst',
    'my tend-20260302T010203Z.tar.zst',
  ])
    expect(momentOfBackup(other)).toBeUndefined();
});
