import { describe, expect, test } from 'vitest';
import { createRandom } from '#fixtures/random.ts';
import { CDNOW, simulateRepeatDays, simulateSpendRate } from '#fixtures/simulated-customers.ts';
import type { BgNbdFit } from './bg-nbd.ts';
import { HistoryBook } from './history.ts';
import { scoreHistories } from './score.ts';
import type { EstimateColumns } from './score.ts';
import { spendPerVisit, spendScale } from './spend.ts';

const TERMS = { marginShare: 0.4, yearlyDiscountRate: 0.12, horizonDays: 1095 };
const zeros = Array.from({ length: 16 }, () => 0);
const fit: BgNbdFit = { parameters: CDNOW.purchases, logLikelihood: 0, customers: 1, returning: 1, covariance: zeros, steadied: false };

/** Customers with their future: what the intervals promise about it can be counted. */
const lives = simulateLives(100_000);
const { book, placeOf } = recordOf(lives);
const scores = scoreHistories(fit, CDNOW.spend, TERMS, book.columns());

describe('the intervals keep their word: at most 1 case in 10 below, and 1 in 10 above', () => {
  test.each([
    ['visits in 90 days', scores.in90, (life: Life) => life.visitsIn90],
    ['visits in 365 days', scores.in365, (life: Life) => life.visitsIn365],
  ])('%s', (_, columns, seen) => {
    const { below, above } = missesOf(columns, seen, () => 1);
    expect(below).toBeLessThan(0.105);
    expect(above).toBeLessThan(0.105);
  });

  test('lifetime value, of the margin that came in', () => {
    const { below, above } = missesOf(scores.value, (life) => life.margin, scaleOf);
    expect(below).toBeLessThan(0.105);
    expect(above).toBeGreaterThan(0.08);
    expect(above).toBeLessThan(0.105);
  });

  test('lifetime value, of those who will hardly bring nothing: below as often as above', () => {
    const { below, above, count } = missesOf(
      scores.value,
      (life) => life.margin,
      scaleOf,
      (low) => low > 0,
    );
    expect(count).toBeGreaterThan(800);
    for (const share of [below, above]) {
      expect(share).toBeGreaterThan(0.07);
      expect(share).toBeLessThan(0.13);
    }
  });

  test('mean spend, of what the customer would spend in the long run', () => {
    const { below, above } = missesOf(scores.spend, (life) => CDNOW.spend.p / life.spendRate, scaleOf);
    for (const share of [below, above]) {
      expect(share).toBeGreaterThan(0.09);
      expect(share).toBeLessThan(0.11);
    }
  });
});

describe('the expectations are right on average', () => {
  test.each([
    ['visits in 90 days', scores.in90, (life: Life) => life.visitsIn90, () => 1],
    ['visits in 365 days', scores.in365, (life: Life) => life.visitsIn365, () => 1],
    ['lifetime value', scores.value, (life: Life) => life.margin, (life: Life) => scaleOf(life)],
  ])('%s', (_, columns, seen, scale) => {
    let expected = 0;
    let actual = 0;
    lives.forEach((life, at) => {
      expected += scale(life) * (columns.expected[placeOf[at] ?? 0] ?? 0);
      actual += seen(life);
    });
    expect(expected / actual).toBeGreaterThan(0.96);
    expect(expected / actual).toBeLessThan(1.04);
  });

  test('as many are still customers as the probabilities say', () => {
    let expected = 0;
    let actual = 0;
    lives.forEach((life, at) => {
      if (life.repeats === 0) return;
      expected += scores.in365.any[placeOf[at] ?? 0] ?? 0;
      actual += life.visitsIn365 > 0 ? 1 : 0;
    });
    expect(expected / actual).toBeGreaterThan(0.97);
    expect(expected / actual).toBeLessThan(1.03);
  });
});

describe('the probability of still being a customer', () => {
  test('is sure of itself only as far as its parameters are', () => {
    const covariance = zeros.map((_, at) => (at % 5 === 0 ? 0.04 : 0));
    const { columns } = bookOf([3, 100, 250]);
    const loose = scoreHistories({ ...fit, covariance }, CDNOW.spend, TERMS, columns);
    const sure = scoreHistories(fit, CDNOW.spend, TERMS, columns);
    expect(sure.aliveLow[0]).toBe(sure.aliveHigh[0]);
    expect(loose.aliveLow[0]).toBeLessThan(sure.alive[0] ?? 0);
    expect(loose.aliveHigh[0]).toBeGreaterThan(sure.alive[0] ?? 0);
    expect(loose.alive[0]).toBe(sure.alive[0]);
  });

  test('has the interval that shaking the parameters gives', () => {
    const spreads = [0.05, 0.08, 0.2, 0.25];
    const covariance = zeros.map((_, at) => (at % 5 === 0 ? (spreads[at / 5] ?? 0) ** 2 : 0));
    const { columns } = bookOf([4, 120, 200]);
    const stated = scoreHistories({ ...fit, covariance }, undefined, TERMS, columns);
    const random = createRandom('shaken');
    const shaken = Array.from({ length: 4000 }, () => {
      const [r, alpha, a, b] = [CDNOW.purchases.r, CDNOW.purchases.alpha, CDNOW.purchases.a, CDNOW.purchases.b].map(
        (value, at) => value * Math.exp((spreads[at] ?? 0) * random.normal()),
      ) as [number, number, number, number];
      return scoreHistories({ ...fit, parameters: { r, alpha, a, b } }, undefined, TERMS, columns).alive[0] ?? 0;
    }).toSorted((left, right) => left - right);
    expect(Math.abs((stated.aliveLow[0] ?? 0) - (shaken[400] ?? 0))).toBeLessThan(0.01);
    expect(Math.abs((stated.aliveHigh[0] ?? 0) - (shaken[3600] ?? 0))).toBeLessThan(0.01);
  });
});

test('by hand: 2 repeats of 22.35 on average make an expected 24.66 per visit', () => {
  const scale = spendScale(CDNOW.spend, 2, 22.35);
  expect(scale).toBeCloseTo(15.44 + 44.7, 10);
  expect(scale * spendPerVisit(CDNOW.spend, 2).expected).toBeCloseTo((6.25 * 60.14) / 15.24, 10);
  expect(spendScale(CDNOW.spend, 0, 999)).toBe(15.44);
});

test('without a model of spend there is no money, and everything else', () => {
  const { columns } = bookOf([4, 120, 200]);
  const unpriced = scoreHistories(fit, undefined, TERMS, columns);
  expect(unpriced.value.expected).toHaveLength(0);
  expect(unpriced.in90.expected[0]).toBeGreaterThan(0);
});

type Life = {
  readonly repeats: number;
  readonly recency: number;
  readonly age: number;
  readonly meanSpend: number;
  readonly spendRate: number;
  readonly visitsIn90: number;
  readonly visitsIn365: number;
  /** Discounted, over the horizon. */
  readonly margin: number;
};

function simulateLives(count: number): Life[] {
  const random = createRandom('lives');
  return Array.from({ length: count }, () => {
    const age = random.whole(27 * 7, 39 * 7);
    const days = simulateRepeatDays(random, age + TERMS.horizonDays);
    const spendRate = simulateSpendRate(random);
    const past = days.filter((day) => day < age);
    const spent = past.reduce((sum) => sum + random.gamma(CDNOW.spend.p, spendRate), 0);
    const within = (ahead: number) => days.filter((day) => day >= age && day < age + ahead).length;
    const margin = days
      .filter((day) => day >= age)
      .reduce(
        (sum, day) =>
          sum + TERMS.marginShare * random.gamma(CDNOW.spend.p, spendRate) * (1 + TERMS.yearlyDiscountRate) ** (-(day - age) / 365.25),
        0,
      );
    return {
      repeats: past.length,
      recency: Math.round(past.at(-1) ?? 0),
      age,
      meanSpend: past.length > 0 ? spent / past.length : 0,
      spendRate,
      visitsIn90: within(90),
      visitsIn365: within(365),
      margin,
    };
  });
}

function recordOf(all: readonly Life[]) {
  const histories = new HistoryBook();
  return { book: histories, placeOf: all.map(({ repeats, recency, age }) => histories.add(repeats, recency, Math.max(age, recency))) };
}

function bookOf(...[[repeats, recency, age]]: [[number, number, number]]) {
  const histories = new HistoryBook();
  histories.add(repeats, recency, age);
  return { columns: histories.columns() };
}

function scaleOf({ repeats, meanSpend }: Life): number {
  return spendScale(CDNOW.spend, repeats, meanSpend);
}

function missesOf(
  columns: EstimateColumns,
  seen: (life: Life) => number,
  scale: (life: Life) => number,
  isCounted: (low: number) => boolean = () => true,
) {
  let count = 0;
  let below = 0;
  let above = 0;
  lives.forEach((life, at) => {
    const place = placeOf[at] ?? 0;
    if (!isCounted(columns.low[place] ?? 0)) return;
    count += 1;
    if (seen(life) < scale(life) * (columns.low[place] ?? 0)) below += 1;
    if (seen(life) > scale(life) * (columns.high[place] ?? 0)) above += 1;
  });
  return { below: below / count, above: above / count, count };
}
