import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bgNbdLikelihood } from './bg-nbd-likelihood.ts';
import { gammaGammaLikelihood } from './gamma-gamma-likelihood.ts';
import { HistoryBook } from './history.ts';
import { logBeta } from '#kit/domain/special/incomplete-beta.ts';
import { logGamma } from '#kit/domain/special/log-gamma.ts';
import type { Objective } from './special/newton.ts';
import { SpendBook } from './spend-book.ts';

const history = fc
  .record({ repeats: fc.nat(12), age: fc.integer({ min: 13, max: 700 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ repeats, age, share }) => ({ repeats, age, recency: repeats === 0 ? 0 : Math.round(repeats + share * (age - repeats)) }));
const histories = fc.array(history, { minLength: 1, maxLength: 30 });
const spends = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.double({ min: 0.01, max: 50, noNaN: true })), {
  minLength: 1,
  maxLength: 30,
});
const logParameter = fc.double({ min: -2.5, max: 2.5, noNaN: true });
const four = fc.tuple(logParameter, logParameter, logParameter, logParameter);
const three = fc.tuple(logParameter, logParameter, logParameter);

function valueAt(objective: Objective, point: readonly number[]) {
  const gradient = new Float64Array(point.length);
  const hessian = new Float64Array(point.length ** 2);
  const value = objective(Float64Array.from(point), gradient, hessian);
  return { value, gradient, hessian };
}

/** Central differences of the value against the gradient, and of the gradient against the Hessian. */
function expectDerivatives(objective: Objective, point: readonly number[]): void {
  const { value, gradient, hessian } = valueAt(objective, point);
  const step = 1e-5;
  const size = point.length;
  const scale = 1 + Math.abs(value) + Math.max(...hessian.map(Math.abs));
  for (let i = 0; i < size; i += 1) {
    const above = valueAt(objective, point.with(i, (point[i] ?? 0) + step));
    const below = valueAt(objective, point.with(i, (point[i] ?? 0) - step));
    expect(Math.abs((above.value - below.value) / (2 * step) - (gradient[i] ?? 0))).toBeLessThan(1e-7 * scale);
    for (let j = 0; j < size; j += 1) {
      const difference = ((above.gradient[j] ?? 0) - (below.gradient[j] ?? 0)) / (2 * step);
      expect(Math.abs(difference - (hessian[i * size + j] ?? 0))).toBeLessThan(1e-6 * scale);
    }
  }
}

describe('the likelihood of BG/NBD', () => {
  test('is equation 6 of the paper, customer by customer', () => {
    fc.assert(
      fc.property(histories, four, (customers, point) => {
        const book = new HistoryBook();
        let wanted = 0;
        const [r, alpha, a, b] = point.map(Math.exp) as [number, number, number, number];
        for (const { repeats: x, recency, age } of customers) {
          book.add(x, recency, age);
          const stayed = Math.exp(logBeta(a, b + x) - logBeta(a, b)) * (alpha + age / 7) ** -(r + x);
          const left = x === 0 ? 0 : Math.exp(logBeta(a + 1, b + x - 1) - logBeta(a, b)) * (alpha + recency / 7) ** -(r + x);
          wanted += logGamma(r + x) - logGamma(r) + r * Math.log(alpha) + Math.log(stayed + left);
        }
        const { value } = valueAt(bgNbdLikelihood(book.columns()), point);
        expect(Math.abs(value - wanted)).toBeLessThan(1e-9 * (1 + Math.abs(wanted)));
      }),
    );
  });

  test('bends as its derivatives say', () => {
    fc.assert(
      fc.property(histories, four, (customers, point) => {
        const book = new HistoryBook();
        for (const { repeats, recency, age } of customers) book.add(repeats, recency, age);
        expectDerivatives(bgNbdLikelihood(book.columns()), point);
      }),
    );
  });
});

describe('the likelihood of gamma-gamma', () => {
  test('is equation 3 of the note, customer by customer', () => {
    fc.assert(
      fc.property(spends, three, (customers, point) => {
        const book = new SpendBook();
        const [p, q, v] = point.map(Math.exp) as [number, number, number];
        let wanted = 0;
        for (const [x, mean] of customers) {
          book.add(x, mean);
          wanted -= logBeta(p * x, q);
          wanted += q * Math.log(v) + (p * x - 1) * Math.log(mean) + p * x * Math.log(x) - (p * x + q) * Math.log(v + x * mean);
        }
        const { value } = valueAt(gammaGammaLikelihood(book.columns(1)), point);
        expect(Math.abs(value - wanted)).toBeLessThan(1e-9 * (1 + Math.abs(wanted)));
      }),
    );
  });

  test('bends as its derivatives say', () => {
    fc.assert(
      fc.property(spends, three, (customers, point) => {
        const book = new SpendBook();
        for (const [repeats, mean] of customers) book.add(repeats, mean);
        expectDerivatives(gammaGammaLikelihood(book.columns(1)), point);
      }),
    );
  });
});
