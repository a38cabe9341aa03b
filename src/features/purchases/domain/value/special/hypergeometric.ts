const ENOUGH = 1e-13;
const LONGEST = 2_000_000;

/**
 * What Gauss's hypergeometric function adds to 1, freed from its first factor:
 * `₂F₁(a, b; c; z) = 1 + (a / c) · rise`, for 0 ≤ z < 1 and c > -1.
 *
 * In this form neither a = 0 nor c = 0, through which the BG/NBD formulas pass, is a special case.
 */
export function hypergeometricRise(a: number, b: number, c: number, z: number): number {
  let term = b * z;
  let sum = term;
  for (let n = 1; n < LONGEST; n += 1) {
    const ratio = ((a + n) * (b + n) * z) / ((c + n) * (n + 1));
    term *= ratio;
    sum += term;
    // The rest is no more than a geometric series, once the ratio is under 1.
    if (ratio < 1 && Math.abs(term) <= ENOUGH * (1 - z) * Math.abs(sum)) break;
  }
  return sum;
}
