import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dailyMoment, dailyMomentsIn } from './index.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const at = (text: string) => Temporal.Instant.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);

describe('a time of day on a day on which clocks are moved', () => {
  test('is as much later as clocks skipped, where they never show it', () => {
    // In Athens clocks go from 03:00 to 04:00.
    const never = dailyMoment(day('2026-03-29'), { time: '03:30', timeZone: 'Europe/Athens' });
    expect(never.toString()).toBe('2026-03-29T01:30:00Z');
  });

  test('is the first of the two, where they show it twice', () => {
    const twice = dailyMoment(day('2026-10-25'), { time: '03:30', timeZone: 'Europe/Athens' });
    expect(twice.toString()).toBe('2026-10-25T00:30:00Z');
  });
});

describe('what comes round every day', () => {
  test('comes on the weekdays chosen, and on no other', () => {
    const span = { after: at('2026-03-01T00:00:00Z'), until: at('2026-03-15T00:00:00Z') };
    const found = dailyMomentsIn(span, { time: '08:00', weekdays: [1, 4], timeZone: 'Europe/Athens' });
    expect(found.map((one) => one.day.toString())).toEqual(['2026-03-02', '2026-03-05', '2026-03-09', '2026-03-12']);
  });

  test('comes at the end of a stretch, and not again at the beginning of the next', () => {
    const eight = at('2026-03-02T06:00:00Z');
    const daily = { time: '08:00', weekdays: everyDay, timeZone: 'Europe/Athens' };
    expect(dailyMomentsIn({ after: eight.subtract({ minutes: 1 }), until: eight }, daily)).toHaveLength(1);
    expect(dailyMomentsIn({ after: eight, until: eight.add({ minutes: 1 }) }, daily)).toHaveLength(0);
  });

  test('comes once a day, however the time is cut into stretches and wherever the clocks are moved', () => {
    const zones = ['Europe/Athens', 'Asia/Tehran', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Pacific/Apia'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 2011, max: 2026 }),
        fc.array(fc.integer({ min: 1, max: 60 * 24 * 40 }), { minLength: 1, maxLength: 20 }),
        (timeZone, hour, year, cuts) => {
          const daily = { time: `${String(hour).padStart(2, '0')}:00`, weekdays: everyDay, timeZone };
          const begin = at(`${year}-01-01T00:00:00Z`);
          const found: string[] = [];
          let after = begin;
          for (const minutes of cuts) {
            const until = after.add({ minutes });
            found.push(...dailyMomentsIn({ after, until }, daily).map((one) => one.day.toString()));
            after = until;
          }
          expect(found).toEqual([...new Set(found)]);
          expect(found).toEqual(dailyMomentsIn({ after: begin, until: after }, daily).map((one) => one.day.toString()));
        },
      ),
    );
  });
});
