import { DAYS_A_WEEK } from './bg-nbd-likelihood.ts';
import type { BgNbdFit } from './bg-nbd.ts';
import type { GammaGamma } from './gamma-gamma.ts';
import { orderByRepeatsAndAge } from './history.ts';
import type { Histories } from './history.ts';
import { expectedIfAlive, lifetimeIfAlive, visitTails } from './outlook.ts';
import type { Horizon } from './outlook.ts';
import { RevenueDistribution } from './revenue.ts';
import { spendPerVisit } from './spend.ts';
import type { Estimate } from './spend.ts';

/** Every interval of this feature leaves one case in ten below it and one in ten above. */
const COVERAGE = 0.8;
const BELOW = (1 - COVERAGE) / 2;
const NORMAL_QUANTILE = 1.281_551_565_544_600_5;

export type ValueTerms = {
  /** What is left of a sale after its costs, 0 to 1. */
  readonly marginShare: number;
  /** 0.1 makes money a year from now worth a tenth less. */
  readonly yearlyDiscountRate: number;
  /** How far lifetime value looks ahead. */
  readonly horizonDays: number;
};

/** Scores in columns, one entry for each different history. */
export type HistoryScores = {
  readonly alive: Float32Array;
  readonly aliveLow: Float32Array;
  readonly aliveHigh: Float32Array;
  readonly in90: CountColumns;
  readonly in365: CountColumns;
  /** Spend per visit and lifetime value, per unit of `spendScale`. Empty without a model of spend. */
  readonly spend: EstimateColumns;
  readonly value: EstimateColumns;
};

export type EstimateColumns = {
  readonly expected: Float32Array;
  readonly low: Float32Array;
  readonly high: Float32Array;
};

/** `any` is the probability of at least one visit. */
export type CountColumns = EstimateColumns & { readonly any: Float32Array };

const tails90 = new Float64Array(1 << 10);
const tails365 = new Float64Array(1 << 11);
const tailsHorizon = new Float64Array(1 << 15);

/**
 * Scores every different history once. What depends on repeats and age alone is computed once for all histories that share them.
 *
 * The intervals, each of 80%:
 * - `alive`: confidence interval of the probability itself, from what the fit does not know of its parameters (delta method on the log-odds).
 *   It is narrow in large shops. For customers without a repeat visit the model says 1 and knows nothing.
 * - visits in 90 and 365 days: predictive interval of the count that will be seen; unknown rate, chance to leave and whether the customer
 *   is still one are all mixed in (equation 8 of Fader, Hardie and Lee 2005). Often 0 to something.
 * - lifetime value: predictive interval of the discounted margin that will be seen over the horizon, visits and their cost both mixed in
 *   (see `RevenueDistribution`), with the mean discount of the visits applied to the whole sum.
 */
export function scoreHistories(purchases: BgNbdFit, spend: GammaGamma | undefined, terms: ValueTerms, histories: Histories): HistoryScores {
  const { size, repeats, age } = histories;
  const model = purchases.parameters;
  const horizon: Horizon = { days: terms.horizonDays, yearlyDiscountRate: terms.yearlyDiscountRate };
  const scores = emptyScores(size, spend === undefined ? 0 : size);
  scoreAlive(purchases, histories, scores);

  let x = -1;
  let days = -1;
  let mean90 = 0;
  let mean365 = 0;
  let meanValue = 0;
  let marginPerSpend = 0;
  let perVisit: Estimate = { expected: 0, low: 0, high: 0 };
  let revenue: RevenueDistribution | undefined;
  for (const place of orderByRepeatsAndAge(histories)) {
    const isOtherCount = repeats[place] !== x;
    if (isOtherCount || age[place] !== days) {
      x = repeats[place] as number;
      days = age[place] as number;
      mean90 = expectedIfAlive(model, x, days, 90);
      mean365 = expectedIfAlive(model, x, days, 365);
      visitTails(model, x, days, 90, BELOW, tails90);
      visitTails(model, x, days, 365, BELOW, tails365);
      if (spend !== undefined) {
        if (isOtherCount) {
          revenue = new RevenueDistribution(spend, x);
          perVisit = spendPerVisit(spend, x);
        }
        const { visits, discountedVisits } = lifetimeIfAlive(model, x, days, horizon);
        meanValue = terms.marginShare * discountedVisits * perVisit.expected;
        marginPerSpend = terms.marginShare * (discountedVisits / visits);
        const counted = visitTails(model, x, days, horizon.days, 1e-3, tailsHorizon);
        revenue?.mix(tailsHorizon, counted);
      }
    }
    const alive = scores.alive[place] as number;
    fillCount(scores.in90, place, alive, mean90, tails90);
    fillCount(scores.in365, place, alive, mean365, tails365);
    if (revenue === undefined) continue;
    scores.spend.expected[place] = perVisit.expected;
    scores.spend.low[place] = perVisit.low;
    scores.spend.high[place] = perVisit.high;
    scores.value.expected[place] = alive * meanValue;
    scores.value.low[place] = marginPerSpend * revenue.quantile(BELOW, alive);
    scores.value.high[place] = marginPerSpend * revenue.quantile(1 - BELOW, alive);
  }
  return scores;
}

function emptyScores(size: number, valued: number): HistoryScores {
  const column = () => new Float32Array(size);
  const count = () => ({ expected: column(), low: column(), high: column(), any: column() });
  const valuedColumn = () => new Float32Array(valued);
  const money = () => ({ expected: valuedColumn(), low: valuedColumn(), high: valuedColumn() });
  return {
    alive: column(),
    aliveLow: column(),
    aliveHigh: column(),
    in90: count(),
    in365: count(),
    spend: money(),
    value: money(),
  };
}

/** `probabilityAlive` over columns, with the interval that the covariance of the parameters leaves to its log-odds. */
function scoreAlive(
  { parameters: { r, alpha, a, b }, covariance }: BgNbdFit,
  { size, repeats, recency, age }: Histories,
  { alive, aliveLow, aliveHigh }: HistoryScores,
): void {
  const logs = logsOfTime(alpha, age);
  const [rr, rAlpha, rA, rB, , alphaAlpha, alphaA, alphaB, , , aA, aB, , , , bB] = covariance as Covariance;
  for (let place = 0; place < size; place += 1) {
    const x = repeats[place] as number;
    if (x === 0) {
      alive[place] = 1;
      aliveLow[place] = 1;
      aliveHigh[place] = 1;
      continue;
    }
    const now = age[place] as number;
    const last = recency[place] as number;
    const silence = (logs[now] as number) - (logs[last] as number);
    const odds = (a / (b + x - 1)) * Math.exp((r + x) * silence);
    // The slopes of the log-odds of having left, over ln r, ln α, ln a (which is 1) and ln b.
    const byR = r * silence;
    const byAlpha = (r + x) * alpha * (1 / (alpha + now / DAYS_A_WEEK) - 1 / (alpha + last / DAYS_A_WEEK));
    const byB = -b / (b + x - 1);
    const variance =
      byR * (byR * rr + 2 * (byAlpha * rAlpha + rA + byB * rB)) +
      byAlpha * (byAlpha * alphaAlpha + 2 * (alphaA + byB * alphaB)) +
      aA +
      byB * (2 * aB + byB * bB);
    const factor = Math.exp(NORMAL_QUANTILE * Math.sqrt(Math.max(0, variance)));
    alive[place] = 1 / (1 + odds);
    aliveLow[place] = 1 / (1 + odds * factor);
    aliveHigh[place] = 1 / (1 + odds / factor);
  }
}

type Covariance = [
  ...[number, number, number, number],
  ...[number, number, number, number],
  ...[number, number, number, number],
  ...[number, number, number, number],
];

function logsOfTime(alpha: number, age: Int32Array): Float64Array {
  let last = 0;
  for (const days of age) last = Math.max(last, days);
  return Float64Array.from({ length: last + 1 }, (_, day) => Math.log(alpha + day / DAYS_A_WEEK));
}

function fillCount(
  { expected, low, high, any }: CountColumns,
  place: number,
  alive: number,
  meanIfAlive: number,
  tails: Float64Array,
): void {
  expected[place] = alive * meanIfAlive;
  any[place] = alive * (tails[0] as number);
  let count = 0;
  while (alive * (tails[count] as number) > 1 - BELOW) count += 1;
  low[place] = count;
  while (alive * (tails[count] as number) > BELOW) count += 1;
  high[place] = count;
}
