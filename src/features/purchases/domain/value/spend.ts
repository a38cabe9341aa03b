import type { GammaGamma } from './gamma-gamma.ts';
import { gammaQuantile } from './special/incomplete-gamma.ts';

/** An estimate with the ends of its interval. What the interval covers is said where it is made. */
export type Estimate = { readonly expected: number; readonly low: number; readonly high: number };

/**
 * What a customer's spend is measured in: v + x z̄. Everything the gamma-gamma model says of money is this, times a factor of x alone.
 * `meanSpend` is the mean of the repeat visits; without one, what the first visit cost is, as in the papers, not looked at.
 */
export function spendScale({ v }: GammaGamma, repeats: number, meanSpend: number): number {
  return repeats > 0 && meanSpend > 0 ? v + repeats * meanSpend : v;
}

/**
 * The customer's own mean spend per visit, per unit of `spendScale`: expected (Fader and Hardie 2013, equation 5), and an 80% credible interval of that
 * mean (not of one single bill): given the customer's visits, ν is gamma (q + px, v + x z̄), and the mean is p/ν.
 */
export function spendPerVisit({ p, q }: GammaGamma, repeats: number): Estimate {
  const shape = q + p * repeats;
  return {
    expected: p / (shape - 1),
    low: p / gammaQuantile(shape, 0.9),
    high: p / gammaQuantile(shape, 0.1),
  };
}
