import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedIfAlive, lifetimeIfAlive, probabilityAlive, visitTails } from './outlook.ts';

/** The CDNOW fit to as many digits as its published examples were computed with. */
const cdnow = { r: 0.2425945, alpha: 4.4136019, a: 0.7929199, b: 2.425895 };

const parameter = fc.double({ min: 0.05, max: 12, noNaN: true });
const models = fc.record({ r: parameter, alpha: fc.double({ min: 0.5, max: 40, noNaN: true }), a: parameter, b: parameter });
const days = fc.integer({ min: 1, max: 1200 });
const repeatsAndAge = fc.tuple(fc.nat(40), fc.integer({ min: 40, max: 1500 }));

describe('published examples', () => {
  test('a new customer of CDNOW makes 1.444 purchases in a year', () => {
    expect(expectedIfAlive(cdnow, 0, 0, 52 * 7)).toBeCloseTo(1.444, 3);
  });

  test('the first customer of the CDNOW sample makes 1.226 purchases in the next 39 weeks', () => {
    const expected = probabilityAlive(cdnow, 2, 213, 272) * expectedIfAlive(cdnow, 2, 272, 39 * 7);
    expect(expected).toBeCloseTo(1.226, 3);
  });

  test('a buyer of 26 times in 31 weeks is still one by 0.969, and makes 25.76 purchases in a year', () => {
    const alive = probabilityAlive(cdnow, 26, 216, 217);
    expect(alive).toBeCloseTo(0.969, 3);
    expect(alive * expectedIfAlive(cdnow, 26, 217, 52 * 7)).toBeCloseTo(25.76, 2);
  });
});

describe('the probability of still being a customer', () => {
  test('never rises with silence', () => {
    fc.assert(
      fc.property(models, fc.integer({ min: 1, max: 60 }), days, days, days, (model, repeats, recency, silence, more) => {
        const sooner = probabilityAlive(model, repeats, recency, recency + silence);
        const later = probabilityAlive(model, repeats, recency, recency + silence + more);
        expect(later).toBeLessThanOrEqual(sooner);
        expect(later).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('falls faster with the silence of those who came more often', () => {
    fc.assert(
      fc.property(models, fc.integer({ min: 1, max: 30 }), days, (model, repeats, recency) => {
        const drop = (count: number) => {
          const odds = (age: number) => 1 / probabilityAlive(model, count, recency, age) - 1;
          return Math.log(odds(recency + 200) / odds(recency));
        };
        expect(drop(repeats + 1)).toBeGreaterThan(drop(repeats));
      }),
    );
  });

  test('is 1 before the first repeat visit, whatever the silence', () => {
    expect(probabilityAlive(cdnow, 0, 0, 5000)).toBe(1);
  });
});

describe('visits to come', () => {
  const tails = new Float64Array(1 << 16);

  test('the distribution is the one that mixing over rate and chance to leave gives', () => {
    // By numerical integration of the definition, for the first customer of the sample with the published three digits.
    visitTails({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, 2, 272, 39 * 7, 1e-3, tails);
    [0.763357511363, 0.433984638042, 0.235540647619, 0.124260622693].forEach((wanted, k) => {
      expect(tails[k]).toBeCloseTo(wanted, 10);
    });
  });

  test('their expected number is the sum of the probabilities of one, of two, of three ...', () => {
    fc.assert(
      fc.property(models, repeatsAndAge, days, (model, [repeats, age], ahead) => {
        const count = visitTails(model, repeats, age, ahead, 1e-13, tails);
        let sum = 0;
        for (let k = count - 1; k >= 0; k -= 1) sum += tails[k] ?? 0;
        const expected = expectedIfAlive(model, repeats, age, ahead);
        expect(Math.abs(sum / expected - 1)).toBeLessThan(1e-7);
      }),
    );
  });

  test('more days never bring fewer, and each further visit is less likely', () => {
    fc.assert(
      fc.property(models, repeatsAndAge, days, days, (model, [repeats, age], ahead, more) => {
        const sooner = expectedIfAlive(model, repeats, age, ahead);
        expect(expectedIfAlive(model, repeats, age, ahead + more)).toBeGreaterThan(sooner);
        const count = visitTails(model, repeats, age, ahead, 1e-6, tails);
        for (let k = 1; k < count; k += 1) expect(tails[k]).toBeLessThanOrEqual(tails[k - 1] ?? 0);
      }),
    );
  });

  test('nothing breaks where the formula of the paper divides by nothing', () => {
    const around = [1 - 1e-7, 1, 1 + 1e-7].map((a) => expectedIfAlive({ r: 0.3, alpha: 5, a, b: 2 }, 3, 200, 365));
    expect(around[0]).toBeCloseTo(around[1] ?? 0, 5);
    expect(around[2]).toBeCloseTo(around[1] ?? 0, 5);
    const throughZero = [-1e-9, 0, 1e-9].map((off) => expectedIfAlive({ r: 0.3, alpha: 5, a: 0.4, b: 0.6 + off }, 0, 0, 365));
    expect(throughZero[0]).toBeCloseTo(throughZero[1] ?? 0, 6);
    expect(throughZero[2]).toBeCloseTo(throughZero[1] ?? 0, 6);
  });

  test('a daily buyer of ten years can be reckoned with', () => {
    const expected = expectedIfAlive({ r: 2, alpha: 1, a: 0.01, b: 5 }, 3600, 3652, 365);
    const count = visitTails({ r: 2, alpha: 1, a: 0.01, b: 5 }, 3600, 3652, 365, 0.1, tails);
    expect(expected).toBeGreaterThan(350);
    expect(count).toBeGreaterThan(350);
    expect(count).toBeLessThan(420);
  });
});

describe('discounting', () => {
  test('agrees with the sum over small steps', () => {
    fc.assert(
      fc.property(models, repeatsAndAge, fc.double({ min: 0.01, max: 0.4, noNaN: true }), (model, [repeats, age], yearlyDiscountRate) => {
        const horizon = { days: 1095, yearlyDiscountRate };
        const steps = 1200;
        let before = 0;
        let sum = 0;
        for (let step = 1; step <= steps; step += 1) {
          // Short steps first, where visits are densest.
          const [from, to] = [1095 * ((step - 1) / steps) ** 2, 1095 * (step / steps) ** 2];
          const upTo = expectedIfAlive(model, repeats, age, to);
          sum += (upTo - before) * (1 + yearlyDiscountRate) ** (-(from + to) / 2 / 365.25);
          before = upTo;
        }
        const { discountedVisits } = lifetimeIfAlive(model, repeats, age, horizon);
        expect(Math.abs(discountedVisits / sum - 1)).toBeLessThan(2e-3);
      }),
      { numRuns: 30 },
    );
  });

  test('takes nothing off at a rate of nothing', () => {
    const { visits, discountedVisits } = lifetimeIfAlive(cdnow, 2, 272, { days: 1095, yearlyDiscountRate: 0 });
    expect(discountedVisits).toBe(visits);
  });
});
