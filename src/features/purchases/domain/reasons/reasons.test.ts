import { describe, expect, test } from 'vitest';
import type { PurchaseFigures } from './figures.ts';
import { reasonsIn } from './reasons.ts';

const dayOf = (date: string) => Temporal.PlainDate.from('1970-01-01').until(date).days;
const terms = { followUpFromDays: 3, followUpUntilDays: 21 };
const stake = 10_000;

// Eleni buys about every 30 days, last on 1 March 2026, and is due on the 31st.
const eleni: PurchaseFigures = {
  stage: 'returning',
  visits: 12,
  firstDay: dayOf('2025-03-20'),
  lastDay: dayOf('2026-03-01'),
  ownGaps: 11,
  usualGap: 30,
  longestGap: 41,
  dueDay: dayOf('2026-03-31'),
  dueFrom: dayOf('2026-03-24'),
  dueTo: dayOf('2026-04-08'),
  silentFrom: dayOf('2026-04-13'),
  gapBefore: undefined,
  gapRecent: undefined,
  usualBasket: 2400,
  lastBasket: 2500,
  basketBefore: undefined,
  basketRecent: undefined,
  alive: 0.9,
};

const on = (date: string, figures: PurchaseFigures = eleni) => reasonsIn(figures, dayOf(date), stake, terms);
const kinds = (date: string, figures?: PurchaseFigures) => on(date, figures).map((reason) => reason.kind);

describe('a customer with a rhythm', () => {
  test('is left in peace until due', () => {
    expect(kinds('2026-03-10')).toEqual([]);
    expect(kinds('2026-03-30')).toEqual([]);
  });

  test('is due again from the due day until the silence goes beyond the rhythm', () => {
    expect(kinds('2026-03-31')).toEqual(['purchases.due_again']);
    expect(kinds('2026-04-12')).toEqual(['purchases.due_again']);
    expect(on('2026-03-31')[0]?.evidence).toMatchObject({ lastOn: '2026-03-01', dueOn: '2026-03-31', usualGapDays: 30 });
  });

  test('is silent from then on, with the figures that show it', () => {
    expect(kinds('2026-04-13')).toEqual(['purchases.silent']);
    expect(on('2026-04-13')[0]?.evidence).toMatchObject({ silentDays: 43, lastOn: '2026-03-01', usualGapDays: 30, longestGapDays: 41 });
  });

  test('is not said to have a habit while it rests on how others buy', () => {
    const twice = { ...eleni, visits: 2, ownGaps: 1 };
    expect(on('2026-04-13', twice)[0]?.evidence).toMatchObject({ habit: 'few' });
    expect(on('2026-04-13')[0]?.evidence).toMatchObject({ habit: 'own' });
  });

  test('costs more to keep waiting when the rhythm is quick', () => {
    const weekly = { ...eleni, usualGap: 7 };
    expect(on('2026-04-13', weekly)[0]?.cost).toBeCloseTo(stake / 2);
    expect(on('2026-04-13')[0]?.cost).toBeLessThan(stake / 5);
  });

  test('gives the same occasion until they buy again, so that a declined reason stays declined', () => {
    expect(on('2026-04-20')[0]?.occasion).toBe(on('2026-06-01')[0]?.occasion);
    const bought = { ...eleni, lastDay: dayOf('2026-05-01'), silentFrom: dayOf('2026-06-12') };
    expect(on('2026-06-20', bought)[0]?.occasion).not.toBe(on('2026-06-01')[0]?.occasion);
  });
});

describe('the first purchase', () => {
  const nikos: PurchaseFigures = {
    ...eleni,
    stage: 'first-time',
    visits: 1,
    firstDay: dayOf('2026-03-01'),
    dueDay: undefined,
    silentFrom: undefined,
  };

  test('is asked about within the window and not outside it', () => {
    expect(kinds('2026-03-03', nikos)).toEqual([]);
    expect(kinds('2026-03-04', nikos)).toEqual(['purchases.first_purchase']);
    expect(kinds('2026-03-22', nikos)).toEqual(['purchases.first_purchase']);
    expect(kinds('2026-03-23', nikos)).toEqual([]);
  });

  test('presses more as the window closes', () => {
    const cost = (date: string) => on(date, nikos)[0]?.cost ?? 0;
    expect(cost('2026-03-21')).toBeGreaterThan(cost('2026-03-04'));
  });
});

describe('the anniversary of the first purchase', () => {
  test('is marked on the day and two days after, for those who came back', () => {
    expect(kinds('2026-03-19')).toEqual([]);
    expect(kinds('2026-03-20')).toEqual(['purchases.anniversary']);
    expect(kinds('2026-03-22')).toEqual(['purchases.anniversary']);
    expect(kinds('2026-03-23')).toEqual([]);
    expect(kinds('2026-03-20', { ...eleni, visits: 1 })).not.toContain('purchases.anniversary');
  });

  test('is never the day of the first purchase itself', () => {
    expect(kinds('2025-03-20', { ...eleni, lastDay: dayOf('2025-03-20') })).not.toContain('purchases.anniversary');
  });

  test('of a 29 February is marked on the 28th in a common year', () => {
    const leap = { ...eleni, firstDay: dayOf('2024-02-29') };
    expect(on('2026-02-28', leap)[0]).toMatchObject({ kind: 'purchases.anniversary', evidence: { years: 2 } });
  });
});

describe('a large change', () => {
  test('of the basket is told in both directions, a loss weighing more than a gain', () => {
    const smaller = { ...eleni, basketBefore: 4000, basketRecent: 1000 };
    const larger = { ...eleni, basketBefore: 1000, basketRecent: 4000 };
    expect(on('2026-03-10', smaller)[0]).toMatchObject({
      kind: 'purchases.smaller_basket',
      evidence: { beforeMinor: 4000, recentMinor: 1000, changePercent: 75 },
    });
    expect(on('2026-03-10', larger)[0]?.kind).toBe('purchases.larger_basket');
  });

  test('of the rhythm is told, but not to whom silence has already been said', () => {
    const slower = { ...eleni, gapBefore: 14, gapRecent: 30 };
    expect(kinds('2026-03-10', slower)).toEqual(['purchases.slower_rhythm']);
    expect(kinds('2026-04-20', slower)).toEqual(['purchases.silent']);
  });
});

test('a prospect gives no reason by purchases', () => {
  expect(on('2026-04-20', { ...eleni, stage: 'prospect', visits: 0 })).toEqual([]);
});
