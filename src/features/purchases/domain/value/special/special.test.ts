import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { cholesky, inverse, solve } from './cholesky.ts';
import { digamma, trigamma } from './digamma.ts';
import { hypergeometricRise } from './hypergeometric.ts';
import { betaPrimeCdf, logBeta } from '#kit/domain/special/incomplete-beta.ts';
import { gammaCdf, gammaQuantile } from './incomplete-gamma.ts';
import { logGamma } from '#kit/domain/special/log-gamma.ts';
import { climb } from './newton.ts';
import { RisingFactorial } from './rising-factorial.ts';

// Reference values to 30 digits by mpmath.
const shapes = fc.double({ min: 0.05, max: 500, noNaN: true });

function expectClose(found: number, wanted: number, digits = 12): void {
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(10 ** -digits * Math.max(1, Math.abs(wanted)));
}

describe('the gamma function and its derivatives', () => {
  test.each([
    [0.001, 6.90717888538385368, -1000.57557193181030047, 1000001.64253319586897803],
    [0.3, 1.09579799481807552, -3.50252422220013299, 12.24536454610773046],
    [1, 0, -0.57721566490153286, 1.64493406684822644],
    [2.5, 0.28468287047291916, 0.70315664064524319, 0.49035775610023486],
    [7, 6.57925121201010099, 1.87278433509846714, 0.15354517795933755],
    [123.4, 469.33609744219055844, 4.8113737751162774, 0.00813665161086527],
  ])('at %d', (x, log, first, second) => {
    expectClose(logGamma(x), log);
    expectClose(digamma(x), first);
    expectClose(trigamma(x), second);
  });

  test('rise as their recurrences say', () => {
    fc.assert(
      fc.property(shapes, (x) => {
        expectClose(logGamma(x + 1), logGamma(x) + Math.log(x));
        expectClose(digamma(x + 1), digamma(x) + 1 / x);
        expectClose(trigamma(x + 1), trigamma(x) - 1 / (x * x), 11);
      }),
    );
  });

  test('a rising factorial is their difference over whole steps', () => {
    fc.assert(
      fc.property(shapes, fc.nat(40), (base, n) => {
        const rising = new RisingFactorial(base);
        rising.riseTo(n);
        expectClose(rising.log, logGamma(base + n) - logGamma(base), 10);
        expectClose(rising.slope, digamma(base + n) - digamma(base), 10);
        expectClose(rising.bend, trigamma(base + n) - trigamma(base), 10);
      }),
    );
  });
});

test.each([
  [-0.2, 1.98, 2.2, 0.3, 0.674633945689053269],
  [0.5, 3, 2, 0.9, 37.1096095821889429],
  [1e-9, 2, 3, 0.5, 1.26167537527040826],
  [2, 1, 0.5, 0.2, 0.315521760449454944],
])('the hypergeometric rise at (%d, %d; %d; %d)', (a, b, c, z, wanted) => {
  expectClose(hypergeometricRise(a, b, c, z), wanted);
});

test('the hypergeometric function of one factor is a power: ₂F₁(a, b; b; z) = (1-z)^-a', () => {
  const factors = fc.double({ min: 0.1, max: 8, noNaN: true });
  fc.assert(
    fc.property(factors, factors, fc.double({ min: 0, max: 0.95, noNaN: true }), (a, b, z) => {
      expectClose(1 + (a / b) * hypergeometricRise(a, b, b, z), (1 - z) ** -a, 10);
    }),
  );
});

describe('incomplete gamma', () => {
  test.each([
    [0.5, 0.2, 0.472910743134461926],
    [3.74, 2, 0.179976173617045918],
    [3.74, 9, 0.98409697915842191],
    [100, 110, 0.841721329939912906],
    [630, 600, 0.114795851531504139],
  ])('shape %d up to %d', (shape, x, wanted) => {
    expectClose(gammaCdf(shape, x), wanted);
  });

  test('a quantile is where the distribution reaches its probability', () => {
    fc.assert(
      fc.property(shapes, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (shape, probability) => {
        expectClose(gammaCdf(shape, gammaQuantile(shape, probability)), probability, 9);
      }),
    );
  });
});

describe('incomplete beta, as the ratio of two gamma variates', () => {
  test.each([
    [6.25, 3.74, 0.5, 0.0291639820770824289],
    [6.25, 9.99, 1, 0.83074781882730507],
    [62.5, 100, 0.8, 0.939873366996539858],
    [0.5, 0.5, 3, 2 / 3],
    [2000, 700, 2.9, 0.629881182540612347],
  ])('shapes %d and %d up to a ratio of %d', (a, b, ratio, wanted) => {
    expectClose(betaPrimeCdf(a, b, logBeta(a, b), Math.log(ratio)), wanted, 10);
  });

  test('turned around, it is what remains', () => {
    fc.assert(
      fc.property(shapes, shapes, fc.double({ min: -4, max: 4, noNaN: true }), (a, b, log) => {
        const normal = logBeta(a, b);
        expectClose(betaPrimeCdf(a, b, normal, log) + betaPrimeCdf(b, a, normal, -log), 1, 9);
      }),
    );
  });
});

describe('linear equations', () => {
  test('the root of a positive definite matrix solves and inverts it', () => {
    const matrix = Float64Array.of(4, 2, 1, 2, 5, 3, 1, 3, 6);
    const root = cholesky(matrix, 3);
    if (root === undefined) throw new Error('no root');
    const x = solve(root, Float64Array.of(7, 10, 10), 3);
    for (const entry of x) expectClose(entry, 1);
    expectClose(inverse(root, 3)[0] ?? 0, 21 / 67);
  });

  test('a matrix that is not positive definite has none', () => {
    expect(cholesky(Float64Array.of(1, 2, 2, 1), 2)).toBeUndefined();
    expect(cholesky(Float64Array.of(1, 1, 1, 1), 2)).toBeUndefined();
  });
});

describe('climbing', () => {
  const box = { lowest: [-50, -50], highest: [50, 50] };

  // Minus Rosenbrock's valley, which is not concave where the climb begins.
  const ridge = (point: Float64Array, gradient: Float64Array, hessian: Float64Array): number => {
    const [x = 0, y = 0] = point;
    gradient.set([2 * (1 - x) + 400 * x * (y - x * x), -200 * (y - x * x)]);
    hessian.set([-2 + 400 * y - 1200 * x * x, 400 * x, 400 * x, -200]);
    return -((1 - x) ** 2) - 100 * (y - x * x) ** 2;
  };

  test('finds the top of a bent ridge', () => {
    const peak = climb(ridge, { start: [-1.2, 1], ...box });
    expect(peak.converged).toBe(true);
    expectClose(peak.point[0] ?? 0, 1, 5);
    expectClose(peak.point[1] ?? 0, 1, 5);
  });

  test('does not call a slope without a top a top', () => {
    const endless = (point: Float64Array, gradient: Float64Array, hessian: Float64Array): number => {
      gradient.set([Math.exp(-(point[0] ?? 0))]);
      hessian.set([-Math.exp(-(point[0] ?? 0))]);
      return -Math.exp(-(point[0] ?? 0));
    };
    const peak = climb(endless, { start: [0], lowest: [-11], highest: [11] });
    expect(peak.converged).toBe(false);
    expect(peak.point[0]).toBeGreaterThan(11);
  });
});
