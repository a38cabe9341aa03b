import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '#fixtures/random.ts';
import { rhythmOf } from './rhythm.ts';
import { stageOn } from './stage.ts';
import { HabitBook } from './workspace-habits.ts';
import type { WorkspaceHabits } from './workspace-habits.ts';

const habits: WorkspaceHabits = {
  customers: 500,
  usualGap: 40,
  gapSpread: 0.4,
  early: -1,
  late: 0.9,
  beyond: 1.2,
  pull: 2,
  basketSpread: 0.3,
};
const visitDays = fc
  .tuple(fc.integer({ min: 10_000, max: 20_000 }), fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 40 }))
  .map(([first, gaps]) => {
    const days = [first];
    for (const gap of gaps) days.push((days.at(-1) ?? first) + gap);
    return days;
  });

function every(gap: number, visits: number, first = 19_000): number[] {
  return Array.from({ length: visits }, (_, at) => first + at * gap);
}

describe('the rhythm of a customer', () => {
  test('a weekly customer is due a week after the last visit', () => {
    const rhythm = rhythmOf(every(7, 30), habits);
    expect(rhythm).toMatchObject({ gaps: 29, medianGap: 7, spread: 0, longestGap: 7, basis: 'own' });
    expect(rhythm?.usualGap).toBeLessThan(8.1);
    expect(rhythm?.dueDay).toBe(19_000 + 29 * 7 + 8);
    expect(rhythm?.silentFrom).toBeLessThan(19_000 + 29 * 7 + 21);
  });

  test('one gap of a customer leans on the workspace, and says so', () => {
    const rhythm = rhythmOf([19_000, 19_005], habits);
    expect(rhythm).toMatchObject({ gaps: 1, medianGap: 5, spread: undefined, basis: 'blended' });
    expect(rhythm?.ownShare).toBeCloseTo(1 / 3, 10);
    expect(rhythm?.usualGap).toBeCloseTo(5 ** (1 / 3) * 40 ** (2 / 3), 10);
  });

  test('a single visit has only the rhythm of the workspace', () => {
    const rhythm = rhythmOf([19_000], habits);
    expect(rhythm).toMatchObject({ gaps: 0, medianGap: undefined, longestGap: undefined, basis: 'workspace', ownShare: 0, dueDay: 19_040 });
  });

  test('there is none for a prospect, nor while nobody has come twice', () => {
    expect(rhythmOf([], habits)).toBeUndefined();
    expect(rhythmOf([19_000], undefined)).toBeUndefined();
  });

  test('one long absence among many visits does not change it', () => {
    const days = every(14, 20);
    const withAbsence = [...days.slice(0, 10), ...days.slice(10).map((day) => day + 150)];
    expect(rhythmOf(withAbsence, habits)?.medianGap).toBe(14);
    expect(rhythmOf(withAbsence, habits)?.longestGap).toBe(164);
  });

  test('the irregular get a wider window than the regular with the same median', () => {
    const regular = rhythmOf(every(30, 12), habits);
    const irregular = rhythmOf(
      [0, 5, 95, 125, 131, 231, 261, 265, 345, 375, 380, 480].map((day) => day + 19_000),
      habits,
    );
    expect(irregular?.medianGap).toBe(30);
    expect((irregular?.dueTo ?? 0) - (irregular?.dueFrom ?? 0)).toBeGreaterThan(2 * ((regular?.dueTo ?? 0) - (regular?.dueFrom ?? 0)));
  });

  test('its days stand in order: last visit, window, silence', () => {
    fc.assert(
      fc.property(visitDays, (days) => {
        const rhythm = rhythmOf(days, habits);
        if (rhythm === undefined) throw new Error('no rhythm');
        const order = [days.at(-1) ?? 0, rhythm.dueFrom, rhythm.dueDay, rhythm.dueTo, rhythm.silentFrom];
        expect(order).toEqual(order.toSorted((left, right) => left - right));
        expect(rhythm.dueFrom).toBeGreaterThan(days.at(-1) ?? 0);
        expect(rhythm.silentFrom).toBeGreaterThan(rhythm.dueTo);
        expect(order.every(Number.isInteger)).toBe(true);
      }),
    );
  });

  test('its expected gap lies between their own and the workspace’s, the nearer to their own the more they came', () => {
    fc.assert(
      fc.property(visitDays, (days) => {
        const rhythm = rhythmOf(days, habits);
        if (rhythm?.medianGap === undefined) return;
        const [low = 0, high = 0] = [rhythm.medianGap, habits.usualGap].toSorted((left, right) => left - right);
        expect(rhythm.usualGap).toBeGreaterThanOrEqual(low - 1e-9);
        expect(rhythm.usualGap).toBeLessThanOrEqual(high + 1e-9);
      }),
    );
    const shares = [2, 3, 6, 20].map((visits) => rhythmOf(every(9, visits), habits)?.ownShare ?? 0);
    expect(shares).toEqual(shares.toSorted((left, right) => left - right));
  });

  test('only the visits asked for are looked at', () => {
    fc.assert(
      fc.property(visitDays, fc.nat(40), (days, cut) => {
        const count = Math.min(cut, days.length);
        expect(rhythmOf(days, habits, count)).toEqual(rhythmOf(days.slice(0, count), habits));
        expect(rhythmOf(Int32Array.from(days), habits, count)).toEqual(rhythmOf(days, habits, count));
      }),
    );
  });
});

describe('the habits of a workspace', () => {
  test('nobody who came twice, no habits', () => {
    const book = new HabitBook();
    book.add([19_000], [100], 1);
    expect(book.habits()).toBeUndefined();
  });

  test('a few customers give the usual gap; the rest is taken as chance', () => {
    const book = new HabitBook();
    for (const gap of [10, 20, 30]) book.add(every(gap, 6), [1, 1, 1, 1, 1, 1], 6);
    expect(book.habits()?.usualGap).toBeCloseTo(20, 0);
    expect(book.habits()).toMatchObject({ customers: 3, pull: 2, late: 1.2 });
  });

  const shop = simulateShop();
  const learned = shop.learned;

  test('are found again in a shop that is made of them', () => {
    expect(learned.usualGap).toBeGreaterThan(27);
    expect(learned.usualGap).toBeLessThan(33);
    // Gaps vary within a customer (0.5²) about as much as between customers (0.5²).
    expect(learned.pull).toBeGreaterThan(0.8);
    expect(learned.pull).toBeLessThan(1.25);
  });

  test('the next visit falls before the window 1 time in 10, after it 1 time in 10, and into the silence 1 time in 20', () => {
    let early = 0;
    let late = 0;
    let silent = 0;
    for (const { days, next } of shop.customers) {
      const rhythm = rhythmOf(days, learned);
      if (rhythm === undefined) continue;
      if (next < rhythm.dueFrom) early += 1;
      if (next > rhythm.dueTo) late += 1;
      if (next >= rhythm.silentFrom) silent += 1;
    }
    const share = (count: number) => count / shop.customers.length;
    expect(share(early)).toBeGreaterThan(0.06);
    expect(share(early)).toBeLessThan(0.13);
    expect(share(late)).toBeGreaterThan(0.06);
    expect(share(late)).toBeLessThan(0.13);
    expect(share(silent)).toBeGreaterThan(0.025);
    expect(share(silent)).toBeLessThan(0.075);
  });
});

describe('the stage', () => {
  const rhythm = rhythmOf(every(10, 8), habits);
  const silentFrom = rhythm?.silentFrom ?? 0;

  test('no visit, one, more, and silent beyond their own rhythm', () => {
    expect(stageOn(19_500, 0, undefined)).toBe('prospect');
    expect(stageOn(19_500, 1, rhythmOf([19_000], habits))).toBe('first-time');
    expect(stageOn(silentFrom - 1, 8, rhythm)).toBe('returning');
    expect(stageOn(silentFrom, 8, rhythm)).toBe('lapsed');
  });

  test('a first-time customer does not lapse, however long ago it was', () => {
    expect(stageOn(40_000, 1, rhythmOf([19_000], habits))).toBe('first-time');
  });
});

/** 3,000 customers of 2 to 15 visits, whose gaps vary as much within as between them. */
function simulateShop() {
  const random = createRandom('rhythm');
  const customers = Array.from({ length: 3000 }, () => {
    const own = 30 * Math.exp(0.5 * random.normal());
    const days = [19_000];
    const visits = random.whole(2, 15);
    while (days.length <= visits) days.push((days.at(-1) ?? 0) + Math.max(1, Math.round(own * Math.exp(0.5 * random.normal()))));
    return { days: days.slice(0, -1), next: days.at(-1) ?? 0 };
  });
  const book = new HabitBook();
  for (const { days } of customers)
    book.add(
      days,
      days.map(() => 100),
      days.length,
    );
  const learned = book.habits();
  if (learned === undefined) throw new Error('nothing learned');
  return { customers, learned };
}
