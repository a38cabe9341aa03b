import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyCustomerUnheard } from './index.ts';

const on = (day: string) => Temporal.PlainDate.from(day);
const silence = { keySince: on('2025-01-01'), lastContactOn: on('2026-01-31'), limit: 30, stake: 100_000 };

test('a key customer heard from a month ago to the day may wait; a day later it is a reason', () => {
  expect(keyCustomerUnheard({ ...silence, day: on('2026-03-02') })).toBeUndefined();
  expect(keyCustomerUnheard({ ...silence, day: on('2026-03-03') })).toMatchObject({
    kind: 'conversations.key_customer_unheard',
    sinceOn: '2026-03-03',
    evidence: { days: 31, limit: 30, lastOn: '2026-01-31', heard: 'yes' },
  });
});

test('a customer put on the list after years of silence is not a reason the same day', () => {
  const listed = { ...silence, keySince: on('2026-03-01'), lastContactOn: on('2023-01-01') };
  expect(keyCustomerUnheard({ ...listed, day: on('2026-03-02') })).toBeUndefined();
  expect(keyCustomerUnheard({ ...listed, lastContactOn: null, day: on('2026-04-05') })).toMatchObject({
    evidence: { days: 35, lastOn: '2026-03-01', heard: 'no' },
  });
});

test('declined, it is a new occasion only after another whole limit of silence', () => {
  const occasion = (day: string) => keyCustomerUnheard({ ...silence, day: on(day) })?.occasion;
  expect(occasion('2026-03-03')).toBe(occasion('2026-04-02'));
  expect(occasion('2026-04-03')).not.toBe(occasion('2026-04-02'));
});

test('longer silence with a larger customer never costs less', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2000 }),
      fc.integer({ min: 0, max: 2000 }),
      fc.nat(1e7),
      fc.nat(1e7),
      (days, more, stake, larger) => {
        const cost = (silentDays: number, worth: number) =>
          keyCustomerUnheard({ ...silence, day: silence.lastContactOn.add({ days: silentDays }), stake: worth })?.cost ?? 0;
        expect(cost(days + more, stake + larger)).toBeGreaterThanOrEqual(cost(days, stake));
        expect(cost(days, stake)).toBeLessThanOrEqual(Math.max(1, stake / 10));
      },
    ),
  );
});
