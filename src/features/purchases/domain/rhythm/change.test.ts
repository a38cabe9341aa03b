import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '#fixtures/random.ts';
import { usualBasket } from './basket.ts';
import { basketChange, rhythmChange } from './change.ts';
import { nextPeak, seasonOf } from './season.ts';
import type { WorkspaceHabits } from './workspace-habits.ts';

const habits: WorkspaceHabits = {
  customers: 500,
  usualGap: 30,
  gapSpread: 0.3,
  early: -1,
  late: 0.9,
  beyond: 1.2,
  pull: 2,
  basketSpread: 0.2,
};

function daysOf(gaps: readonly number[]): number[] {
  const days = [19_000];
  for (const gap of gaps) days.push((days.at(-1) ?? 0) + gap);
  return days;
}

describe('a change of rhythm', () => {
  test('from monthly to every three months is a slower one', () => {
    const days = daysOf([29, 31, 30, 28, 30, 32, 30, 88, 92, 95]);
    const change = rhythmChange(days, habits);
    expect(change).toMatchObject({ direction: 'up', recentCount: 3, earlierCount: 7, sinceDay: days[7] });
    expect(change?.recent).toBeCloseTo(92, 10);
    expect(change?.earlier).toBeCloseTo(30, 10);
    expect(change?.ratio).toBeCloseTo(92 / 30, 10);
  });

  test('from monthly to weekly is a quicker one', () => {
    expect(rhythmChange(daysOf([29, 31, 30, 28, 30, 7, 6, 8]), habits)?.direction).toBe('down');
  });

  test('one long gap is no change, nor is what was always so uneven', () => {
    expect(rhythmChange(daysOf([29, 31, 30, 28, 30, 30, 90, 31]), habits)).toBeUndefined();
    expect(rhythmChange(daysOf([5, 60, 12, 90, 30, 8, 45, 70, 61, 80]), habits)).toBeUndefined();
  });

  test('needs four gaps before the latest three', () => {
    expect(rhythmChange(daysOf([10, 10, 10, 90, 90, 90]), habits)).toBeUndefined();
    expect(rhythmChange(daysOf([10, 10, 10, 10, 90, 90, 90]), habits)).toBeDefined();
  });

  test('is seldom seen in those who do not change', () => {
    const random = createRandom('steady');
    const spread = 0.3 * 1.4826;
    const seen = Array.from({ length: 4000 }, () => {
      const gaps = Array.from({ length: random.whole(7, 25) }, () => Math.max(1, Math.round(60 * Math.exp(spread * random.normal()))));
      return rhythmChange(daysOf(gaps), habits) !== undefined;
    }).filter(Boolean).length;
    expect(seen / 4000).toBeLessThan(0.03);
  });
});

describe('a change of basket', () => {
  const days = daysOf([30, 30, 30, 30, 30, 30, 30]);

  test('half of what it was is a smaller one', () => {
    expect(basketChange(days, [4000, 4100, 3900, 4050, 4000, 1900, 2000, 2100], habits)).toMatchObject({
      direction: 'down',
      sinceDay: days[5],
    });
  });

  test('visits that cost nothing are passed over', () => {
    const totals = [4000, 0, 3900, 4050, 4000, 1900, 2000, 2100];
    expect(basketChange(days, totals, habits)).toMatchObject({ direction: 'down', earlierCount: 4 });
    expect(basketChange(days, [0, 0, 0, 0, 0, 0, 0, 0], habits)).toBeUndefined();
  });

  test('does not depend on the unit of money', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 7, maxLength: 30 }), (totals) => {
        const visits = totals.map((_, at) => 19_000 + at);
        const cents = basketChange(visits, totals, habits);
        const euros = basketChange(
          visits,
          totals.map((total) => total * 1024),
          habits,
        );
        expect(euros?.direction).toBe(cents?.direction);
        if (cents) expect(euros?.ratio).toBeCloseTo(cents.ratio, 8);
      }),
    );
  });
});

describe('the usual basket', () => {
  test('is the median of what was paid', () => {
    expect(usualBasket([100, 9900, 0, 300])).toBe(300);
    expect(usualBasket([100, 300])).toBe(200);
    expect(usualBasket([0, 0])).toBeUndefined();
    expect(usualBasket([])).toBeUndefined();
    expect(usualBasket([100, 9900], 1)).toBe(100);
  });
});

describe('the season', () => {
  const dayOf = (date: string) => Temporal.PlainDate.from('1970-01-01').until(date).days;
  const decembers = [2021, 2022, 2023, 2024].flatMap((year) => [`${year}-12-03`, `${year}-12-20`]).map(dayOf);

  test('whoever comes each December has December', () => {
    const season = seasonOf(decembers, dayOf('2025-02-01'));
    expect(season).toMatchObject({ visits: 8, near: 8, years: 3 });
    expect(season?.peakDayOfYear).toBeGreaterThan(335);
    expect(season?.peakDayOfYear).toBeLessThan(356);
  });

  test('is told for the next time it comes round, today included', () => {
    const season = seasonOf(decembers, dayOf('2025-02-01'));
    if (!season) throw new Error('the season of the test before');
    const peak = nextPeak(season, Temporal.PlainDate.from('2025-02-01'));
    expect(peak.toString()).toMatch(/^2025-12-/);
    expect(nextPeak(season, peak).toString()).toBe(peak.toString());
    expect(nextPeak(season, peak.add({ days: 1 })).year).toBe(2026);
  });

  test('around the new year December and January are one season', () => {
    const turns = ['2021-12-28', '2022-01-04', '2022-12-27', '2023-01-05', '2023-12-29', '2024-01-03'].map(dayOf);
    expect(seasonOf(turns, dayOf('2024-12-30'))).toMatchObject({ near: 6, visits: 6 });
  });

  test('whoever comes every month has none', () => {
    const monthly = Array.from({ length: 40 }, (_, at) => dayOf('2021-01-10') + at * 30);
    expect(seasonOf(monthly, dayOf('2024-06-01'))).toBeUndefined();
  });

  test('one busy month in one year is not a season', () => {
    const once = ['2021-02-01', '2024-03-01', '2024-03-05', '2024-03-09', '2024-03-14', '2024-03-20', '2024-03-25'].map(dayOf);
    expect(seasonOf(once, dayOf('2024-06-01'))).toBeUndefined();
  });

  test('two Decembers may be chance, three are not', () => {
    const two = ['2022-12-01', '2022-12-05', '2022-12-10', '2023-12-01', '2023-12-05', '2023-12-10'].map(dayOf);
    expect(seasonOf(two, dayOf('2025-12-15'))).toBeUndefined();
    expect(seasonOf([...two, dayOf('2024-12-03')], dayOf('2025-12-15'))).toMatchObject({ near: 7, years: 3 });
  });

  test('takes two years to show', () => {
    const winters = ['2022-12-20', '2022-12-21', '2023-12-05', '2023-12-06', '2024-11-28', '2024-11-29'].map(dayOf);
    expect(seasonOf(winters, dayOf('2024-12-10'))).toBeUndefined();
    expect(seasonOf(winters, dayOf('2024-12-30'))).toMatchObject({ near: 6, years: 2 });
  });
});
