import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaPrimeCdf, logBeta } from '#kit/domain/special/incomplete-beta.ts';
import { mostReliableFirst, reliabilityOf } from './index.ts';
import { betaQuantile } from './reliability.ts';

const figure = (kept: number, missed: number) => ({ reliability: reliabilityOf({ kept, missed }) });

describe('the interval of a share', () => {
  // As printed in the manual of the R package RSurveillance for `binom.jeffreys`.
  test.each([
    [10, 200, 0.0259934, 0.08687509],
    [20, 200, 0.06416642, 0.14729862],
    [25, 200, 0.08462743, 0.176126],
    [50, 200, 0.19387268, 0.31330266],
    [90, 200, 0.38218245, 0.51925306],
  ])('%d of %d is the published one', (kept, of, low, high) => {
    const found = reliabilityOf({ kept, missed: of - kept });
    expect(found.low).toBeCloseTo(low, 7);
    expect(found.high).toBeCloseTo(high, 7);
    expect(found.share).toBe(kept / of);
  });

  test('reaches the end where none or all were kept, and is everything where nothing counts', () => {
    expect(reliabilityOf({ kept: 0, missed: 3 })).toMatchObject({ low: 0, share: 0 });
    expect(reliabilityOf({ kept: 3, missed: 0 })).toMatchObject({ high: 1, share: 1 });
    expect(reliabilityOf({ kept: 0, missed: 0 })).toMatchObject({ low: 0, high: 1, share: null });
  });

  test('holds the share, lies the same way round for what was missed, and closes as more is known', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(3000), fc.integer({ min: 2, max: 50 }), (kept, missed, times) => {
        fc.pre(kept + missed > 0);
        const [found, turned, more] = [
          reliabilityOf({ kept, missed }),
          reliabilityOf({ kept: missed, missed: kept }),
          reliabilityOf({ kept: kept * times, missed: missed * times }),
        ];
        expect(found.low).toBeLessThanOrEqual((found.share ?? 0) + 1e-9);
        expect(found.high).toBeGreaterThanOrEqual((found.share ?? 1) - 1e-9);
        expect(turned.high).toBeCloseTo(1 - found.low, 9);
        expect(more.high - more.low).toBeLessThan(found.high - found.low);
      }),
    );
  });

  test('one more kept never lowers it', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), (kept, missed) => {
        const [found, better] = [reliabilityOf({ kept, missed }), reliabilityOf({ kept: kept + 1, missed })];
        expect(better.low).toBeGreaterThanOrEqual(found.low);
        expect(better.high).toBeGreaterThanOrEqual(found.high - 1e-12);
      }),
    );
  });
});

describe('the quantile of a beta variate', () => {
  test('is known in closed form where a parameter is one, and for the arcsine law', () => {
    for (const p of [0.001, 0.025, 0.3, 0.975]) {
      expect(betaQuantile(1, 7, p)).toBeCloseTo(1 - (1 - p) ** (1 / 7), 12);
      expect(betaQuantile(9, 1, p)).toBeCloseTo(p ** (1 / 9), 12);
      expect(betaQuantile(0.5, 0.5, p)).toBeCloseTo(Math.sin((Math.PI * p) / 2) ** 2, 12);
    }
  });

  test('is where the distribution has reached the probability, also for a million promises', () => {
    const shape = fc.oneof(fc.double({ min: 0.5, max: 20, noNaN: true }), fc.integer({ min: 1, max: 1_000_000 }));
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (a, b, p) => {
        const x = betaQuantile(a, b, p);
        expect(betaPrimeCdf(a, b, logBeta(a, b), Math.log(x / (1 - x)))).toBeCloseTo(p, 6);
      }),
    );
  });
});

test('two of two do not stand before 98 of 100', () => {
  const [twoOfTwo, most, half] = [figure(2, 0), figure(98, 2), figure(50, 50)];
  expect(mostReliableFirst([half, twoOfTwo, most])).toEqual([most, half, twoOfTwo]);
});
