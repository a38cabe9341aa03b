/** What returning customers spend, in columns, grouped by their number of repeat visits. */
export type Spends = {
  readonly size: number;
  readonly groups: readonly { readonly repeats: number; readonly from: number; readonly to: number }[];
  /** Spent over all repeat visits, one entry a customer, in order of the groups. */
  readonly totals: Float64Array;
  /** Sum of ln of the mean spend, one entry a group. */
  readonly logMeans: Float64Array;
};

/** Gathers what customers spend on their repeat visits, 12 bytes a customer. */
export class SpendBook {
  #size = 0;
  #repeats: Int32Array = new Int32Array(1 << 11);
  #totals: Float64Array = new Float64Array(1 << 11);

  /** Adds a customer's repeat visits and their mean spend. Customers without a repeat visit, or who spent nothing on them, tell nothing and are left out. */
  add(repeats: number, meanSpend: number): void {
    if (repeats < 1 || !(meanSpend > 0)) return;
    if (this.#size === this.#repeats.length) {
      const repeatsBefore = this.#repeats;
      const totalsBefore = this.#totals;
      this.#repeats = new Int32Array(this.#size * 2);
      this.#totals = new Float64Array(this.#size * 2);
      this.#repeats.set(repeatsBefore);
      this.#totals.set(totalsBefore);
    }
    this.#repeats[this.#size] = repeats;
    this.#totals[this.#size] = repeats * meanSpend;
    this.#size += 1;
  }

  /** The columns, with spends divided by `unit`. */
  columns(unit: number): Spends {
    const size = this.#size;
    const starts = this.#countsByRepeats();
    const totals = new Float64Array(size);
    const groups: { repeats: number; from: number; to: number }[] = [];
    for (let repeats = 1; repeats + 1 < starts.length; repeats += 1) {
      const from = starts[repeats] as number;
      const to = starts[repeats + 1] as number;
      if (to > from) groups.push({ repeats, from, to });
    }
    for (let i = 0; i < size; i += 1) {
      const repeats = this.#repeats[i] as number;
      const place = starts[repeats] as number;
      starts[repeats] = place + 1;
      totals[place] = (this.#totals[i] as number) / unit;
    }
    const logMeans = Float64Array.from(groups, ({ repeats, from, to }) => {
      let sum = 0;
      for (let row = from; row < to; row += 1) sum += Math.log((totals[row] as number) / repeats);
      return sum;
    });
    return { size, groups, totals, logMeans };
  }

  /** The number of customers, the mean of their mean spends and the extremes. */
  summary(): { customers: number; mean: number; least: number; most: number } {
    let sum = 0;
    let least = Infinity;
    let most = 0;
    for (let i = 0; i < this.#size; i += 1) {
      const mean = (this.#totals[i] as number) / (this.#repeats[i] as number);
      sum += mean;
      least = Math.min(least, mean);
      most = Math.max(most, mean);
    }
    return { customers: this.#size, mean: sum / this.#size, least, most };
  }

  /** Where each number of repeats begins in sorted order. */
  #countsByRepeats(): Int32Array {
    let most = 0;
    for (let i = 0; i < this.#size; i += 1) most = Math.max(most, this.#repeats[i] as number);
    const starts = new Int32Array(most + 2);
    for (let i = 0; i < this.#size; i += 1) {
      const after = (this.#repeats[i] as number) + 1;
      starts[after] = (starts[after] as number) + 1;
    }
    for (let key = 1; key < starts.length; key += 1) starts[key] = (starts[key] as number) + (starts[key - 1] as number);
    return starts;
  }
}
