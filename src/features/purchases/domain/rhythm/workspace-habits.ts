import { LogHistogram } from './log-histogram.ts';
import { median, medianDistance } from '#kit/domain/median.ts';

/**
 * The habits of all customers of a workspace together: what is assumed of a customer before their own visits say better.
 * Everything but `usualGap` is on the scale of natural logarithms, because gaps and baskets vary by proportion.
 */
export type WorkspaceHabits = {
  /** Customers with at least one gap between visits. */
  readonly customers: number;
  /** Days: half of the customers come more often. */
  readonly usualGap: number;
  /** The typical distance of a gap from the customer's median gap. */
  readonly gapSpread: number;
  /** How far the next gap falls from the median of the earlier ones: 1 in 10 is shorter than `early`, 1 in 10 longer than `late`, 1 in 20 longer than `beyond`. */
  readonly early: number;
  readonly late: number;
  readonly beyond: number;
  /** The number of own gaps that weigh as much as the workspace does. */
  readonly pull: number;
  /** The typical distance of a basket from the customer's usual basket. */
  readonly basketSpread: number;
};

/** Without enough customers to see it, visits are taken to come as chance arrivals do: the assumption that assumes least. */
const CHANCE = { gapSpread: 0.73, early: -1.88, late: 1.2, beyond: 1.46, pull: 2 };
const CUSTOMERS_TO_LEARN_FROM = 30;
const LEAST_PULL = 0.5;
const MOST_PULL = 8;
const BASKET_SPREAD = 0.4;
/** Days are whole, so even a clockwork customer's gaps spread a little. */
const LEAST_SPREAD = 0.05;

/** Gathers the habits of a workspace, customer by customer, in a few kilobytes. */
export class HabitBook {
  readonly #medianGaps = new LogHistogram();
  readonly #gapSpreads = new LogHistogram();
  readonly #surprises = new LogHistogram();
  readonly #basketSpreads = new LogHistogram();
  #logGaps = new Float64Array(64);
  #logTotals = new Float64Array(64);
  #customers = 0;
  #sumOfMeans = 0;
  #sumOfSquares = 0;
  #sumOfShares = 0;
  #varied = 0;
  #sumOfVariances = 0;

  /** `visitDays` rising, `totals` of the same visits; only the first `count` are looked at. */
  add(visitDays: ArrayLike<number>, totals: ArrayLike<number>, count: number): void {
    const gaps = count - 1;
    if (gaps < 1) return;
    if (count > this.#logGaps.length) {
      this.#logGaps = new Float64Array(count * 2);
      this.#logTotals = new Float64Array(count * 2);
    }
    this.#addGaps(visitDays, gaps);
    this.#addBaskets(totals, count);
  }

  /** Undefined while nobody has come twice. */
  habits(): WorkspaceHabits | undefined {
    const logUsual = this.#medianGaps.quantile(0.5);
    if (logUsual === undefined) return undefined;
    const learned = this.#surprises.total >= CUSTOMERS_TO_LEARN_FROM;
    const orChance = (value: number | undefined, chance: number) => (learned && value !== undefined ? value : chance);
    const spread = orChance(exp(this.#gapSpreads.quantile(0.5)), CHANCE.gapSpread);
    const basketSpread = exp(this.#basketSpreads.quantile(0.5));
    return {
      customers: this.#customers,
      usualGap: Math.exp(logUsual),
      gapSpread: Math.max(LEAST_SPREAD, spread),
      early: Math.min(-LEAST_SPREAD, orChance(this.#surprises.quantile(0.1), CHANCE.early)),
      late: Math.max(LEAST_SPREAD, orChance(this.#surprises.quantile(0.9), CHANCE.late)),
      beyond: Math.max(LEAST_SPREAD * 1.3, orChance(this.#surprises.quantile(0.95), CHANCE.beyond)),
      pull: learned ? this.#pull() : CHANCE.pull,
      basketSpread: Math.max(
        LEAST_SPREAD,
        this.#basketSpreads.total >= CUSTOMERS_TO_LEARN_FROM && basketSpread !== undefined ? basketSpread : BASKET_SPREAD,
      ),
    };
  }

  #addGaps(visitDays: ArrayLike<number>, gaps: number): void {
    const logs = this.#logGaps;
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < gaps; i += 1) {
      const log = Math.log((visitDays[i + 1] as number) - (visitDays[i] as number));
      logs[i] = log;
      sum += log;
      squares += log * log;
    }
    const mean = sum / gaps;
    const middle = median(logs, 0, gaps) ?? 0;
    this.#customers += 1;
    this.#medianGaps.add(middle);
    this.#sumOfMeans += mean;
    this.#sumOfSquares += mean * mean;
    this.#sumOfShares += 1 / gaps;
    if (gaps < 2) return;
    this.#varied += 1;
    this.#sumOfVariances += Math.max(0, squares - gaps * mean * mean) / (gaps - 1);
    if (gaps < 4) return;
    const distance = medianDistance(logs, middle, 0, gaps) ?? 0;
    this.#gapSpreads.add(Math.log(Math.max(LEAST_SPREAD, distance)));
    const before = median(logs, 0, gaps - 1) ?? 0;
    this.#surprises.add((logs[gaps - 1] as number) - before);
  }

  #addBaskets(totals: ArrayLike<number>, count: number): void {
    const logs = this.#logTotals;
    let bought = 0;
    for (let i = 0; i < count; i += 1) {
      const total = totals[i] as number;
      if (!(total > 0)) continue;
      logs[bought] = Math.log(total);
      bought += 1;
    }
    if (bought < 4) return;
    const middle = median(logs, 0, bought) ?? 0;
    const distance = medianDistance(logs, middle, 0, bought) ?? 0;
    this.#basketSpreads.add(Math.log(Math.max(LEAST_SPREAD, distance)));
  }

  /** The variance of gaps within customers over that between customers: empirical Bayes, one vote a customer. */
  #pull(): number {
    if (this.#varied < CUSTOMERS_TO_LEARN_FROM) return CHANCE.pull;
    const within = this.#sumOfVariances / this.#varied;
    const mean = this.#sumOfMeans / this.#customers;
    const ofMeans = this.#sumOfSquares / this.#customers - mean * mean;
    const between = ofMeans - (within * this.#sumOfShares) / this.#customers;
    // In a young workspace long gaps have had no time to happen, and customers look more alike than they are.
    if (between <= 0) return MOST_PULL;
    return Math.min(MOST_PULL, Math.max(LEAST_PULL, within / between));
  }
}

function exp(log: number | undefined): number | undefined {
  return log === undefined ? undefined : Math.exp(log);
}
