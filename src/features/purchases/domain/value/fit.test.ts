import { describe, expect, test } from 'vitest';
import { CDNOW, simulateCustomers } from '#fixtures/simulated-customers.ts';
import { fitBgNbd, fitSteadyBgNbd } from './bg-nbd.ts';
import { fitAndScore } from './customers.ts';
import { fitGammaGamma, fitSteadyGammaGamma } from './gamma-gamma.ts';
import { HistoryBook } from './history.ts';
import { SpendBook } from './spend-book.ts';
import { spendPerVisit } from './spend.ts';

type Row = readonly [repeats: number, recency: number, age: number];

const TERMS = { marginShare: 0.3, yearlyDiscountRate: 0.1, horizonDays: 1095 };

function bookOf(rows: readonly Row[]): HistoryBook {
  const book = new HistoryBook();
  for (const [repeats, recency, age] of rows) book.add(repeats, recency, age);
  return book;
}

function codeOf(result: ReturnType<typeof fitBgNbd> | ReturnType<typeof fitGammaGamma>): string {
  return result.ok ? 'fitted' : result.failure.code;
}

function many<T>(count: number, make: (at: number) => T): T[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

describe('learning from customers who are simulated', () => {
  const simulated = simulateCustomers(100_000, 'recovery');
  const result = fitAndScore(simulated, TERMS);
  if (!result.ok) throw new Error(result.failure.code);
  const { purchases, spend } = result.value;

  test('finds the rates and the chances to leave that they were made with, as nearly as it says itself', () => {
    const found = purchases.parameters;
    for (const [at, name] of (['r', 'alpha', 'a', 'b'] as const).entries()) {
      const error = Math.sqrt(purchases.covariance[at * 5] ?? 0);
      expect(error).toBeLessThan(0.1);
      // Times are rounded to days, which shifts the answer by a little more than chance does.
      expect(Math.abs(Math.log(found[name] / CDNOW.purchases[name]))).toBeLessThan(5 * error);
    }
    expect(purchases.steadied).toBe(false);
    expect(purchases.customers).toBe(100_000);
  });

  test('finds how they spend', () => {
    const { p, q, v } = spend.parameters;
    expect((p * v) / (q - 1)).toBeCloseTo((6.25 * 15.44) / 2.74, 0);
    expect(q).toBeGreaterThan(3.6);
    expect(q).toBeLessThan(3.9);
  });

  test('leaves no score out', () => {
    const { scores } = result.value;
    for (const column of [scores.alive, scores.in90.expected, scores.in365.high, scores.spend.low, scores.value.expected])
      expect(column.every((score) => Number.isFinite(score) && score >= 0)).toBe(true);
  });
});

describe('purchases that carry no model say so', () => {
  test('two customers', () => {
    expect(
      fitBgNbd(
        bookOf([
          [3, 20, 40],
          [0, 0, 30],
        ]).columns(),
      ),
    ).toMatchObject({
      failure: { code: 'value.too_few_customers', values: { customers: 2, needed: 30 } },
    });
  });

  test('nobody at all', () => {
    expect(codeOf(fitBgNbd(bookOf([]).columns()))).toBe('value.too_few_customers');
    expect(codeOf(fitGammaGamma(new SpendBook()))).toBe('value.no_spend');
  });

  test('everybody came once', () => {
    expect(codeOf(fitBgNbd(bookOf(many(200, (at) => [0, 0, at])).columns()))).toBe('value.no_repeat');
  });

  test('too few came back', () => {
    const rows = many(200, (at): Row => (at < 9 ? [1, 10 + at, 100 + at] : [0, 0, at]));
    expect(codeOf(fitBgNbd(bookOf(rows).columns()))).toBe('value.too_few_returning');
  });

  test('everybody is the same', () => {
    expect(codeOf(fitBgNbd(bookOf(many(100, () => [3, 60, 90])).columns()))).toBe('value.identical');
  });

  test('everybody spends the same', () => {
    const spends = new SpendBook();
    for (let customer = 0; customer < 50; customer += 1) spends.add(1 + (customer % 4), 1999);
    expect(codeOf(fitGammaGamma(spends))).toBe('value.identical_spend');
  });

  test('nobody spent anything', () => {
    const spends = new SpendBook();
    for (let customer = 0; customer < 50; customer += 1) spends.add(2, 0);
    expect(codeOf(fitGammaGamma(spends))).toBe('value.no_spend');
  });

  test('too few spent anything', () => {
    const spends = new SpendBook();
    for (let customer = 0; customer < 50; customer += 1) spends.add(2, customer < 9 ? 100 + customer : 0);
    expect(codeOf(fitGammaGamma(spends))).toBe('value.too_few_spends');
  });

  test('spends so uneven that they have no mean', () => {
    const spends = new SpendBook();
    for (let customer = 0; customer < 400; customer += 1) spends.add(3, 100 * ((customer + 0.5) / 400) ** (-1 / 0.6));
    expect(codeOf(fitSteadyGammaGamma(spends))).toBe('value.uneven_spend');
  });

  test('a history that cannot be', () => {
    const one = (repeats: number, recency: number, age: number) =>
      fitAndScore(
        { repeats: Int32Array.of(repeats), recency: Int32Array.of(recency), age: Int32Array.of(age), meanSpend: Float64Array.of(1) },
        TERMS,
      );
    for (const impossible of [one(1, 20, 10), one(-1, 0, 10), one(0, 5, 10), one(2, -3, 10)])
      expect(impossible).toMatchObject({ ok: false, failure: { code: 'value.bad_history', values: { row: 0 } } });
  });
});

describe('where a parameter runs away', () => {
  // Everybody buys every week or so up to the last: no difference of rates, and nobody ever leaves.
  const loyal = bookOf(many(400, (at) => [20 + (at % 3), 140 + (at % 5), 145 + (at % 3)])).columns();

  test('there is no best answer', () => {
    const plain = fitBgNbd(loyal);
    expect(plain).toMatchObject({ ok: false, failure: { code: 'value.unbounded' } });
  });

  test('a mild assumption gives one that fits what was seen, and says that it did', () => {
    const steady = fitSteadyBgNbd(loyal);
    if (!steady.ok) throw new Error(steady.failure.code);
    const { r, alpha, a, b } = steady.value.parameters;
    expect(steady.value.steadied).toBe(true);
    expect(r / alpha).toBeCloseTo(21 / (146 / 7), 1);
    expect(a / (a + b)).toBeLessThan(0.01);
  });

  test.each([
    ['the same', () => 2000],
    ['nearly the same', (customer: number) => 2000 + (customer % 5)],
  ])('where everybody spends %s, that is what everybody spends', (_, spendOf) => {
    const spends = new SpendBook();
    for (let customer = 0; customer < 60; customer += 1) spends.add(1 + (customer % 4), spendOf(customer));
    expect(codeOf(fitGammaGamma(spends))).not.toBe('fitted');
    const steady = fitSteadyGammaGamma(spends);
    if (!steady.ok) throw new Error(steady.failure.code);
    const { p, q, v } = steady.value.parameters;
    expect((p * v) / (q - 1) / 2001).toBeCloseTo(1, 2);
    expect(steady.value.steadied).toBe(true);
    const { low, high } = spendPerVisit(steady.value.parameters, 3);
    expect(high / low).toBeLessThan(1.05);
  });
});

test('the unit of money changes nothing but the money', () => {
  const dollars = new SpendBook();
  const rials = new SpendBook();
  const { repeats, meanSpend } = simulateCustomers(5000, 'units');
  repeats.forEach((count, at) => {
    dollars.add(count, meanSpend[at] ?? 0);
    rials.add(count, (meanSpend[at] ?? 0) * 1e6);
  });
  const [small, large] = [fitGammaGamma(dollars), fitGammaGamma(rials)];
  if (!small.ok || !large.ok) throw new Error('no fit');
  expect(large.value.parameters.p).toBeCloseTo(small.value.parameters.p, 6);
  expect(large.value.parameters.v / 1e6).toBeCloseTo(small.value.parameters.v, 6);
});
