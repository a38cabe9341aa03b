import { logGamma } from '#kit/domain/special/log-gamma.ts';

const ENOUGH = 1e-15;
const SMALLEST = 1e-300;

/** P(shape, x): the chance that a gamma variate of this shape and scale 1 is at most x. */
export function gammaCdf(shape: number, x: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  if (x < shape + 1) return front * lowerSeries(shape, x);
  return 1 - front * upperFraction(shape, x);
}

/** The x below which a gamma variate of this shape and scale 1 falls with the given probability (0 < probability < 1). */
export function gammaQuantile(shape: number, probability: number): number {
  // P(shape, x) is under x^shape / Γ(shape + 1), which bounds the logarithm of the answer from below.
  let low = (Math.log(probability) + logGamma(shape + 1)) / shape;
  let high = Math.max(low, Math.log(shape)) + 1;
  while (gammaCdf(shape, Math.exp(high)) < probability) high += 1;
  let log = Math.min(high, Math.max(low, Math.log(shape)));
  for (let step = 0; step < 200 && high - low > 1e-14; step += 1) {
    const x = Math.exp(log);
    const error = gammaCdf(shape, x) - probability;
    if (error > 0) high = log;
    else low = log;
    const slope = Math.exp(shape * log - x - logGamma(shape));
    const newton = log - error / slope;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - log) <= 1e-14) break;
    log = next;
  }
  return Math.exp(log);
}

function lowerSeries(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; n < 100_000 && term > ENOUGH * sum; n += 1) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

/** Lentz's evaluation of the continued fraction of Γ(shape, x). */
function upperFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1 / SMALLEST;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 100_000; n += 1) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / awayFromZero(a * d + b);
    c = awayFromZero(b + a / c);
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) < ENOUGH) break;
  }
  return fraction;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < SMALLEST ? SMALLEST : value;
}
