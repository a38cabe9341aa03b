/** A seeded generator (xoshiro128**, Blackman and Vigna 2018): the same seed makes the same shop on every machine. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  constructor(seed: number) {
    let state = seed >>> 0;
    // SplitMix32 spreads one word over the four of the state.
    const next = () => {
      state = (state + 0x9e3779b9) >>> 0;
      let word = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
      word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
      return word ^ (word >>> 15);
    };
    this.#a = next();
    this.#b = next();
    this.#c = next();
    this.#d = next();
  }

  /** Uniform, above 0 and below 1. */
  uniform(): number {
    return ((this.#word() >>> 5) * 67_108_864 + (this.#word() >>> 6) + 0.5) / 9_007_199_254_740_992;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.uniform() * (most - least + 1));
  }

  exponential(): number {
    return -Math.log(this.uniform());
  }

  normal(): number {
    return Math.sqrt(-2 * Math.log(this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }

  /** Gamma with scale 1 (Marsaglia and Tsang 2000). */
  gamma(shape: number): number {
    if (shape < 1) return this.gamma(shape + 1) * this.uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(this.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  }

  beta(a: number, b: number): number {
    const left = this.gamma(a);
    return left / (left + this.gamma(b));
  }

  #word(): number {
    const result = Math.imul(rotate(Math.imul(this.#b, 5), 7), 9);
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = rotate(this.#d, 11);
    return result >>> 0;
  }
}

/** The published fit to the CDNOW sample: time in weeks, money in dollars. */
export const CDNOW = {
  purchases: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  spend: { p: 6.25, q: 3.74, v: 15.44 },
};

export type SimulatedShop = {
  readonly repeats: Int32Array;
  readonly recency: Int32Array;
  readonly age: Int32Array;
  readonly meanSpend: Float64Array;
};

/** Customers who buy and leave as the CDNOW fit says, watched for 27 to 39 weeks, to the day and the cent. */
export function simulateShop(customers: number, seed: number): SimulatedShop {
  const random = new Random(seed);
  const { r, alpha, a, b } = CDNOW.purchases;
  const { p, q, v } = CDNOW.spend;
  const shop = {
    repeats: new Int32Array(customers),
    recency: new Int32Array(customers),
    age: new Int32Array(customers),
    meanSpend: new Float64Array(customers),
  };
  for (let customer = 0; customer < customers; customer += 1) {
    const age = random.whole(27 * 7, 39 * 7);
    const meanGap = (7 * alpha) / random.gamma(r);
    const leaves = random.beta(a, b);
    let repeats = 0;
    let last = 0;
    for (let at = random.exponential() * meanGap; at < age; at += random.exponential() * meanGap) {
      repeats += 1;
      last = at;
      if (random.uniform() < leaves) break;
    }
    shop.age[customer] = age;
    shop.repeats[customer] = repeats;
    shop.recency[customer] = Math.min(age, Math.round(last));
    const perUnit = random.gamma(q) / v;
    if (repeats > 0) {
      const total = random.gamma(p * repeats) / perUnit;
      shop.meanSpend[customer] = Math.max(1, Math.round(total * 100)) / 100 / repeats;
    }
  }
  return shop;
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
