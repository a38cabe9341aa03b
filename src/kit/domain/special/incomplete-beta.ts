import { logGamma } from './log-gamma.ts';

const ENOUGH = 1e-12;
const SMALLEST = 1e-300;

/**
 * The chance that a beta-prime variate (the ratio of a gamma of shape `a` to a gamma of shape `b`) is at most `e ** logRatio`:
 * the regularized incomplete beta function I of y = ratio / (1 + ratio). `logNormal` is ln B(a, b), which a caller with many ratios computes once.
 */
export function betaPrimeCdf(a: number, b: number, logNormal: number, logRatio: number): number {
  const ratio = Math.exp(logRatio);
  const y = ratio / (1 + ratio);
  const rest = 1 / (1 + ratio);
  const logRest = -Math.log1p(ratio);
  const front = Math.exp(a * (logRatio + logRest) + b * logRest - logNormal);
  if (y < (a + 1) / (a + b + 2)) return (front * fraction(a, b, y)) / a;
  return 1 - (front * fraction(b, a, rest)) / b;
}

/** ln B(a, b). */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** Lentz's evaluation of the continued fraction of the incomplete beta function. */
function fraction(a: number, b: number, y: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * y) / (a + 1));
  let value = d;
  for (let m = 1; m < 10_000; m += 1) {
    const even = (m * (b - m) * y) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * y) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    const factor = d * c;
    value *= factor;
    if (Math.abs(factor - 1) < ENOUGH) break;
  }
  return value;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < SMALLEST ? SMALLEST : value;
}
