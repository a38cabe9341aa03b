import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstDayNotQuiet, isQuiet, readQuietPeriod, type QuietPeriod } from './index.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const today = day('2026-03-02');
const once = (fromOn: string, untilOn: string): QuietPeriod => ({ fromOn: day(fromOn), untilOn: day(untilOn), yearly: false });
const yearly = (fromOn: string, untilOn: string): QuietPeriod => ({ ...once(fromOn, untilOn), yearly: true });

test('a quiet time asked for without a beginning begins today', () => {
  expect(readQuietPeriod({ untilOn: day('2026-04-20') }, today)).toMatchObject({ ok: true, value: once('2026-03-02', '2026-04-20') });
});

test.each([
  ['that ends before it begins', { fromOn: day('2026-05-01'), untilOn: day('2026-04-01') }, 'quiet_period.ends_before_it_begins'],
  ['that is over', { fromOn: day('2026-01-01'), untilOn: day('2026-02-01') }, 'quiet_period.in_past'],
  ['without an end in sight', { untilOn: day('2031-03-03') }, 'quiet_period.too_far'],
  ['of the whole year, every year', { fromOn: day('2026-04-01'), untilOn: day('2027-03-31'), yearly: true }, 'quiet_period.whole_year'],
])('a quiet time %s is refused', (_, told, code) => {
  expect(readQuietPeriod(told, today)).toMatchObject({ ok: false, failure: { code, field: 'untilOn' } });
});

test('a yearly quiet time of past years still holds', () => {
  expect(readQuietPeriod({ fromOn: day('2020-08-01'), untilOn: day('2020-08-31'), yearly: true }, today)).toMatchObject({ ok: true });
});

describe('quiet', () => {
  test('are the days of a time, first and last included', () => {
    const tax = [once('2026-03-10', '2026-03-12')];
    expect(['2026-03-09', '2026-03-10', '2026-03-12', '2026-03-13'].map((on) => isQuiet(tax, day(on)))).toEqual([false, true, true, false]);
  });

  test('are the same days every year, over its turn as well', () => {
    const holidays = [yearly('2025-12-20', '2026-01-07')];
    expect(['2026-12-19', '2026-12-20', '2031-01-07', '2031-01-08'].map((on) => isQuiet(holidays, day(on)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('is 29 February in the years that have it', () => {
    const leap = [yearly('2024-02-29', '2024-02-29')];
    expect(isQuiet(leap, day('2028-02-29'))).toBe(true);
    expect(isQuiet(leap, day('2026-02-28'))).toBe(false);
  });

  test('is over on the first day that none of them holds', () => {
    const periods = [once('2026-03-01', '2026-03-10'), once('2026-03-11', '2026-03-15'), yearly('2020-03-14', '2020-03-20')];
    expect(firstDayNotQuiet(periods, today)?.toString()).toBe('2026-03-21');
    expect(firstDayNotQuiet([], today)).toEqual(today);
  });

  test('is never over where two halves of the year are quiet', () => {
    expect(firstDayNotQuiet([yearly('2026-01-01', '2026-06-30'), yearly('2026-07-01', '2026-12-31')], today)).toBeUndefined();
  });
});

test('the day after the quiet is not quiet, and every day before it is', () => {
  const period = fc.record({
    fromOn: fc.integer({ min: -20, max: 40 }).map((days) => today.add({ days })),
    length: fc.nat(30),
    yearly: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(period, { maxLength: 4 }), (found) => {
      const periods = found.map(({ fromOn, length, yearly: isYearly }) => ({
        fromOn,
        untilOn: fromOn.add({ days: length }),
        yearly: isYearly,
      }));
      const first = firstDayNotQuiet(periods, today);
      if (!first) return;
      expect(isQuiet(periods, first)).toBe(false);
      for (let at = today; Temporal.PlainDate.compare(at, first) < 0; at = at.add({ days: 1 })) expect(isQuiet(periods, at)).toBe(true);
    }),
  );
});
