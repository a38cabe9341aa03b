const WIDTH = 0.01;
const REACH = 12;
const BINS = (2 * REACH) / WIDTH;

/** Counts logarithms in bins of 1%, so that quantiles of millions of values cost a few kilobytes. */
export class LogHistogram {
  readonly #counts = new Int32Array(BINS);
  #total = 0;

  get total(): number {
    return this.#total;
  }

  add(log: number): void {
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor((log + REACH) / WIDTH)));
    this.#counts[bin] = (this.#counts[bin] as number) + 1;
    this.#total += 1;
  }

  /** The logarithm under which the given share of the values lies, to half a per cent. Undefined where there are no values. */
  quantile(share: number): number | undefined {
    if (this.#total === 0) return undefined;
    const wanted = share * this.#total;
    let seen = 0;
    let bin = 0;
    for (; bin < BINS - 1; bin += 1) {
      seen += this.#counts[bin] as number;
      if (seen >= wanted) break;
    }
    return (bin + 0.5) * WIDTH - REACH;
  }
}
