import type { GammaGamma } from './gamma-gamma.ts';
import { digamma, trigamma } from './special/digamma.ts';
import { betaPrimeCdf, logBeta } from '#kit/domain/special/incomplete-beta.ts';

/** Amounts stand on a logarithmic grid of 8%; between its points they are interpolated, which leaves an error under 1%. */
const STEP = 0.08;
const REACH = 4.5;

type Rise = { readonly from: number; readonly increments: Float64Array };

/**
 * The distribution of what a customer with a given number of repeat visits will bring over a horizon, per unit of `spendScale`.
 *
 * n visits cost, by the gamma-gamma model, a beta-prime (pn, q + px) multiple of the scale: the customer's unknown mean is integrated out. The number of visits
 * is mixed in from `visitTails`. Counts above 16 are taken together in steps of 6%.
 */
export class RevenueDistribution {
  readonly #p: number;
  readonly #shape: number;
  readonly #origin: number;
  readonly #rises: (Rise | undefined)[] = [];
  #cumulative = new Float64Array(512);
  #length = 0;
  #nothing = 1;

  constructor({ p, q }: GammaGamma, repeats: number) {
    this.#p = p;
    this.#shape = q + p * repeats;
    const { mean, spread } = this.#logOf(1);
    this.#origin = mean - REACH * spread;
  }

  /** Mixes over the number of visits of a customer who is still one; `tails[k]` is the probability of at least k+1 visits. */
  mix(tails: Float64Array, count: number): void {
    this.#cumulative.fill(0, 0, this.#length);
    this.#length = 0;
    this.#nothing = 1 - (tails[0] as number);
    for (let bucket = 0; ; bucket += 1) {
      const first = BUCKETS[bucket] as number;
      const next = BUCKETS[bucket + 1] as number;
      if (first > count) break;
      const beyond = next > count ? 0 : (tails[next - 1] as number);
      const weight = (tails[first - 1] as number) - beyond;
      this.#spread(bucket, weight);
    }
    let sum = this.#nothing;
    for (let at = 0; at < this.#length; at += 1) {
      sum += this.#cumulative[at] as number;
      this.#cumulative[at] = sum;
    }
  }

  /** The amount that is not exceeded with the given probability by a customer who is still one with probability `alive`. */
  quantile(probability: number, alive: number): number {
    const target = (probability - (1 - alive)) / alive;
    if (!(target > this.#nothing) || this.#length === 0) return 0;
    let low = -1;
    let high = this.#length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#cumulative[middle] as number) >= target) high = middle;
      else low = middle;
    }
    const above = this.#cumulative[high] as number;
    const below = low < 0 ? this.#nothing : (this.#cumulative[low] as number);
    const share = above > below ? Math.min(1, (target - below) / (above - below)) : 1;
    if (low < 0) return share * Math.exp(this.#origin);
    return Math.exp(this.#origin + (low + share) * STEP);
  }

  #spread(bucket: number, weight: number): void {
    const { from, increments } = (this.#rises[bucket] ??= this.#riseOf(bucket));
    const end = from + increments.length;
    if (end > this.#cumulative.length) {
      const larger = new Float64Array(end * 2);
      larger.set(this.#cumulative);
      this.#cumulative = larger;
    }
    if (end > this.#length) this.#length = end;
    for (let at = 0; at < increments.length; at += 1)
      this.#cumulative[from + at] = (this.#cumulative[from + at] as number) + weight * (increments[at] as number);
  }

  /** How the probability of one bucket of visits rises over the grid. */
  #riseOf(bucket: number): Rise {
    const visits = ((BUCKETS[bucket] as number) + (BUCKETS[bucket + 1] as number) - 1) / 2;
    const { mean, spread } = this.#logOf(visits);
    const from = Math.max(0, Math.floor((mean - REACH * spread - this.#origin) / STEP));
    const to = Math.max(from + 1, Math.ceil((mean + REACH * spread - this.#origin) / STEP));
    const increments = new Float64Array(to - from + 1);
    const shape = this.#p * visits;
    const normal = logBeta(shape, this.#shape);
    let before = 0;
    for (let at = from; at < to; at += 1) {
      const upTo = betaPrimeCdf(shape, this.#shape, normal, this.#origin + at * STEP);
      increments[at - from] = upTo - before;
      before = upTo;
    }
    increments[to - from] = 1 - before;
    return { from, increments };
  }

  /** Mean and standard deviation of the logarithm of what so many visits cost. */
  #logOf(visits: number): { mean: number; spread: number } {
    const shape = this.#p * visits;
    return {
      mean: digamma(shape) - digamma(this.#shape),
      spread: Math.sqrt(trigamma(shape) + trigamma(this.#shape)),
    };
  }
}

/** Where each bucket of visit counts begins. */
const BUCKETS = bucketStarts();

function bucketStarts(): Int32Array {
  const starts: number[] = [];
  for (let visits = 1; visits < 1 << 20; visits = visits < 16 ? visits + 1 : Math.ceil(visits * 1.06)) starts.push(visits);
  return Int32Array.from(starts);
}
