import type { BgNbd } from './bg-nbd.ts';
import { DAYS_A_WEEK } from './bg-nbd-likelihood.ts';
import { hypergeometricRise } from './special/hypergeometric.ts';

const DAYS_A_YEAR = 365.25;

/**
 * The probability that a customer is still one: Fader, Hardie and Lee (2005), and Fader and Hardie (2008), "Computing P(alive) using the BG/NBD model".
 * In this model nobody leaves before the first repeat visit, so for them it is 1.
 */
export function probabilityAlive({ r, alpha, a, b }: BgNbd, repeats: number, recencyDays: number, ageDays: number): number {
  if (repeats === 0) return 1;
  const silence = Math.log((alpha + ageDays / DAYS_A_WEEK) / (alpha + recencyDays / DAYS_A_WEEK));
  return 1 / (1 + (a / (b + repeats - 1)) * Math.exp((r + repeats) * silence));
}

/**
 * Visits expected in the next `days` of a customer who is still one: the numerator of equation 10 of Fader, Hardie and Lee (2005).
 * Multiplied by `probabilityAlive`, it is the conditional expectation of that equation.
 *
 * With z = t/(α+T+t) and Euler's transformation the equation becomes
 * `(a+b+x-1)/(a-1) · [1 - (1-z)^(a-1) ₂F₁(a-1, a+b-1-r; a+b+x-1; z)]`, and the division by a-1 can be carried out inside.
 */
export function expectedIfAlive({ r, alpha, a, b }: BgNbd, repeats: number, ageDays: number, days: number): number {
  const time = days / DAYS_A_WEEK;
  const before = alpha + ageDays / DAYS_A_WEEK;
  const z = time / (before + time);
  const second = a + b - 1 - r;
  // A strongly negative factor makes the series alternate and lose its digits.
  if (second < -3) return sumOfTails({ r, alpha, a, b }, repeats, ageDays, days);
  const excess = a - 1;
  const third = a + b + repeats - 1;
  const logRest = Math.log(before / (before + time));
  const growth = excess === 0 ? logRest : Math.expm1(excess * logRest) / excess;
  const rise = hypergeometricRise(excess, second, third, z);
  return -third * growth - Math.exp(excess * logRest) * rise;
}

/**
 * Fills `tails[k]` with the probability of at least k+1 visits in the next `days` of a customer who is still one, until it falls under `least`;
 * returns how many were filled.
 *
 * Who is still a customer has, by the model, rate and chance to leave independent of each other, so there are k visits or more
 * when a negative binomial count of chances reaches k and the customer stays after each of the first k-1 visits.
 */
export function visitTails(
  { r, alpha, a, b }: BgNbd,
  repeats: number,
  ageDays: number,
  days: number,
  least: number,
  tails: Float64Array,
): number {
  const time = days / DAYS_A_WEEK;
  const before = alpha + ageDays / DAYS_A_WEEK;
  const z = time / (before + time);
  const shape = r + repeats;
  const stays = b + repeats;
  let log = shape * Math.log(before / (before + time));
  let chance = Math.exp(log);
  // Where the chance of no visit is too small for a number, its logarithm carries the recurrence.
  const tiny = log < -600;
  let reached = 1 - chance;
  let stayed = 1;
  let k = 0;
  for (; k < tails.length; k += 1) {
    const tail = Math.max(0, reached) * stayed;
    tails[k] = tail;
    if (tail < least) return k + 1;
    const factor = ((shape + k) / (k + 1)) * z;
    if (tiny) {
      log += Math.log(factor);
      chance = Math.exp(log);
    } else chance *= factor;
    reached -= chance;
    stayed *= (stays + k) / (a + stays + k);
  }
  return k;
}

/** How far ahead lifetime value looks, and what a year of waiting takes off. */
export type Horizon = { readonly days: number; readonly yearlyDiscountRate: number };

/**
 * Expected residual visits within the horizon of a customer who is still one, as they are and discounted to today:
 * E(H), and ∫ e^(-δs) dE(s), E being `expectedIfAlive`. By parts the integral is `e^(-δH) E(H) + δ ∫ e^(-δs) E(s) ds`;
 * what remains to integrate is small and smooth, so five Gauss-Legendre points do: to 3 in 10,000 for 99 of 100 models
 * and customers drawn at random, to 2 in 1,000 where a model lets nearly everybody leave within days.
 * Compare Fader, Hardie and Lee (2005), "RFM and CLV", who discount the Pareto/NBD over an endless horizon.
 */
export function lifetimeIfAlive(
  model: BgNbd,
  repeats: number,
  ageDays: number,
  { days, yearlyDiscountRate }: Horizon,
): { visits: number; discountedVisits: number } {
  const rate = Math.log1p(yearlyDiscountRate) / DAYS_A_YEAR;
  const visits = expectedIfAlive(model, repeats, ageDays, days);
  if (rate === 0) return { visits, discountedVisits: visits };
  let integral = 0;
  for (const [at, weight] of GAUSS_LEGENDRE) {
    // Squared, so that the points crowd where visits are densest: soon.
    const day = at * at * days;
    integral += 2 * at * weight * Math.exp(-rate * day) * expectedIfAlive(model, repeats, ageDays, day);
  }
  return { visits, discountedVisits: Math.exp(-rate * days) * visits + rate * days * integral };
}

/** Points and weights on 0..1. */
const GAUSS_LEGENDRE = [
  [0.046910077030668, 0.118463442528095],
  [0.230765344947158, 0.239314335249683],
  [0.5, 0.284444444444444],
  [0.769234655052842, 0.239314335249683],
  [0.953089922969332, 0.118463442528095],
] as const;

const manyTails = new Float64Array(1 << 16);

function sumOfTails(model: BgNbd, repeats: number, ageDays: number, days: number): number {
  const count = visitTails(model, repeats, ageDays, days, 1e-13, manyTails);
  let sum = 0;
  for (let k = count - 1; k >= 0; k -= 1) sum += manyTails[k] as number;
  return sum;
}
