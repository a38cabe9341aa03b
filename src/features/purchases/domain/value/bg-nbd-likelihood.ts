import { orderByRepeatsAndAge } from './history.ts';
import type { Histories } from './history.ts';
import { toLogParameters } from './special/log-parameters.ts';
import type { Objective } from './special/newton.ts';
import { RisingFactorial } from './special/rising-factorial.ts';

/** The models count time in weeks, as the papers do; histories are in days. */
export const DAYS_A_WEEK = 7;

/** Histories in order of repeats, with where each number of repeats begins and ends. */
type Rows = {
  readonly ages: Int32Array;
  readonly recencies: Int32Array;
  readonly customers: Float64Array;
  readonly groups: readonly Group[];
  readonly lastDay: number;
};

type Group = { readonly repeats: number; readonly from: number; readonly to: number };

/** ln(α + day) and 1 / (α + day) for every day that occurs, in weeks. */
type Times = { readonly logs: Float64Array; readonly inverses: Float64Array };

/**
 * The log-likelihood of the BG/NBD model (Fader, Hardie and Lee 2005, equation 6) over ln r, ln α, ln a, ln b, with its gradient and Hessian.
 *
 * Of one customer, x repeats, the last after t and now after T weeks:
 * `ln Γ(r+x)/Γ(r) + r ln α + ln B(a,b+x)/B(a,b) - (r+x) ln(α+T) + ln(1 + e^d)` where, for x > 0,
 * `d = ln a - ln(b+x-1) + (r+x) (ln(α+T) - ln(α+t))` is the log-odds of having left; for x = 0 the last term is missing.
 */
export function bgNbdLikelihood(histories: Histories): Objective {
  const rows = arrange(histories);
  const times = { logs: new Float64Array(rows.lastDay + 1), inverses: new Float64Array(rows.lastDay + 1) };

  return (point, gradient, hessian) => {
    const [r, alpha, a, b] = Array.from(point, (log) => Math.exp(log)) as [number, number, number, number];
    fillTimes(times, alpha);
    const ofR = new RisingFactorial(r);
    const ofB = new RisingFactorial(b);
    const ofAB = new RisingFactorial(a + b);
    const logAlpha = Math.log(alpha);
    let value = 0;
    const slope = { r: 0, alpha: 0, a: 0, b: 0 };
    const bend = { rr: 0, rAlpha: 0, ra: 0, rb: 0, alphaAlpha: 0, alphaA: 0, alphaB: 0, aa: 0, ab: 0, bb: 0 };

    for (const group of rows.groups) {
      const x = group.repeats;
      const shape = r + x;
      // For x = 0 nothing divides by it: nobody can have left.
      const chances = x === 0 ? 1 : b + x - 1;
      ofR.riseTo(x);
      ofB.riseTo(x);
      ofAB.riseTo(x);
      const sums = sumOver(rows, group, times, shape, Math.log(a / chances));
      const { n, left, doubt } = sums;
      value += n * (ofR.log + r * logAlpha + ofB.log - ofAB.log) - shape * sums.log + sums.soft;
      slope.r += n * (ofR.slope + logAlpha) - sums.log + sums.leftLog;
      slope.alpha += (n * r) / alpha + shape * (sums.leftInverse - sums.inverse);
      slope.a += left / a - n * ofAB.slope;
      slope.b += n * (ofB.slope - ofAB.slope) - left / chances;
      bend.rr += sums.doubtLog2 + n * ofR.bend;
      bend.rAlpha += n / alpha - sums.inverse + sums.leftInverse + shape * sums.doubtBoth;
      bend.ra += sums.doubtLog / a;
      bend.rb -= sums.doubtLog / chances;
      bend.alphaAlpha += shape * (sums.inverse2 - sums.leftInverse2 + shape * sums.doubtInverse2) - (n * r) / (alpha * alpha);
      bend.alphaA += (shape * sums.doubtInverse) / a;
      bend.alphaB -= (shape * sums.doubtInverse) / chances;
      bend.aa += (doubt - left) / (a * a) - n * ofAB.bend;
      bend.ab -= doubt / (a * chances) + n * ofAB.bend;
      bend.bb += n * (ofB.bend - ofAB.bend) + (left + doubt) / (chances * chances);
    }

    toLogParameters(
      [r, alpha, a, b],
      [slope.r, slope.alpha, slope.a, slope.b],
      [
        [bend.rr, bend.rAlpha, bend.ra, bend.rb],
        [bend.rAlpha, bend.alphaAlpha, bend.alphaA, bend.alphaB],
        [bend.ra, bend.alphaA, bend.aa, bend.ab],
        [bend.rb, bend.alphaB, bend.ab, bend.bb],
      ],
      gradient,
      hessian,
    );
    return value;
  };
}

function arrange(histories: Histories): Rows {
  const order = orderByRepeatsAndAge(histories);
  const ages = order.map((place) => histories.age[place] as number);
  const groups: Group[] = [];
  let from = 0;
  let lastDay = 0;
  for (let row = 0; row < order.length; row += 1) {
    const repeats = histories.repeats[order[row] as number] as number;
    lastDay = Math.max(lastDay, ages[row] as number);
    const next = row + 1 < order.length ? histories.repeats[order[row + 1] as number] : undefined;
    if (next === repeats) continue;
    groups.push({ repeats, from, to: row + 1 });
    from = row + 1;
  }
  return {
    ages,
    recencies: order.map((place) => histories.recency[place] as number),
    customers: Float64Array.from(order, (place) => histories.customers[place] as number),
    groups,
    lastDay,
  };
}

function fillTimes({ logs, inverses }: Times, alpha: number): void {
  for (let day = 0; day < logs.length; day += 1) {
    const time = alpha + day / DAYS_A_WEEK;
    logs[day] = Math.log(time);
    inverses[day] = 1 / time;
  }
}

/**
 * Sums over the customers of one group: of ln(α+T) and 1/(α+T); weighted by the probability of having left; and weighted by that times the probability
 * of having stayed, which is where the likelihood bends.
 */
function sumOver(
  { ages, recencies, customers }: Rows,
  { repeats, from, to }: Group,
  { logs, inverses }: Times,
  shape: number,
  odds: number,
) {
  let n = 0;
  let sumLog = 0;
  let sumInverse = 0;
  let sumInverse2 = 0;
  let soft = 0;
  let left = 0;
  let leftLog = 0;
  let leftInverse = 0;
  let leftInverse2 = 0;
  let doubt = 0;
  let doubtLog = 0;
  let doubtLog2 = 0;
  let doubtInverse = 0;
  let doubtInverse2 = 0;
  let doubtBoth = 0;
  for (let row = from; row < to; row += 1) {
    const count = customers[row] as number;
    const age = ages[row] as number;
    const log = logs[age] as number;
    const inverse = inverses[age] as number;
    n += count;
    sumLog += count * log;
    sumInverse += count * inverse;
    sumInverse2 += count * inverse * inverse;
    if (repeats === 0) continue;
    const recency = recencies[row] as number;
    const inverseThen = inverses[recency] as number;
    const dLog = log - (logs[recency] as number);
    const dInverse = inverse - inverseThen;
    const d = odds + shape * dLog;
    const small = Math.exp(-Math.abs(d));
    const likelier = 1 / (1 + small);
    const gone = count * (d > 0 ? likelier : small * likelier);
    const open = count * small * likelier * likelier;
    // ln(1 + e^d), as the larger of 0 and d plus what is left.
    soft += count * ((d > 0 ? d : 0) - Math.log(likelier));
    left += gone;
    leftLog += gone * dLog;
    leftInverse += gone * dInverse;
    leftInverse2 += gone * dInverse * (inverse + inverseThen);
    doubt += open;
    doubtLog += open * dLog;
    doubtLog2 += open * dLog * dLog;
    doubtInverse += open * dInverse;
    doubtInverse2 += open * dInverse * dInverse;
    doubtBoth += open * dLog * dInverse;
  }
  return {
    n,
    log: sumLog,
    inverse: sumInverse,
    inverse2: sumInverse2,
    soft,
    left,
    leftLog,
    leftInverse,
    leftInverse2,
    doubt,
    doubtLog,
    doubtLog2,
    doubtInverse,
    doubtInverse2,
    doubtBoth,
  };
}
