import type { PurchaseHistory } from '../../domain/index.ts';

/** The bytes of a UUID's text. */
const ID = 36;

/**
 * The purchase histories of many customers in columns, so that a million of them fit in memory for both passes: 12 bytes a visit and 48 a customer.
 */
export class Histories {
  #size = 0;
  #visits = 0;
  #ids = Buffer.alloc(ID << 10);
  /** Net of returns, of all purchases of a customer. */
  #spent: Float64Array = new Float64Array(1 << 10);
  #starts: Int32Array = new Int32Array((1 << 10) + 1);
  #days: Int32Array = new Int32Array(1 << 14);
  #totals: Float64Array = new Float64Array(1 << 14);

  get size(): number {
    return this.#size;
  }

  /**
   * Adds a customer's purchases in the order of their days: twice the day, plus one where it is no sale, and the total. The sales of a day are
   * one visit. What came back (negative) is none; it lowers what the visits before it came to, the latest first, and never below nothing.
   */
  add(id: Uint8Array, placed: readonly number[], totals: readonly number[]): void {
    if (this.#size === this.#spent.length) this.#growCustomers();
    this.#ids.set(id, this.#size * ID);
    const first = this.#visits;
    let spent = 0;
    let at = 0;
    while (at < placed.length) {
      const day = (placed[at] ?? 0) >> 1;
      let sales = 0;
      let sold = 0;
      let back = 0;
      for (; at < placed.length && (placed[at] ?? 0) >> 1 === day; at += 1) {
        const total = totals[at] ?? 0;
        if (((placed[at] ?? 0) & 1) === 0) {
          sales += 1;
          sold += total;
        } else back += total;
      }
      spent += sold + back;
      if (sales > 0) this.#addVisit(day, sold);
      if (back < 0) this.#takeBack(first, -back);
    }
    this.#spent[this.#size] = spent;
    this.#size += 1;
    this.#starts[this.#size] = this.#visits;
  }

  customer(index: number): string {
    return this.#ids.toString('latin1', index * ID, (index + 1) * ID);
  }

  spent(index: number): number {
    return this.#spent[index] ?? 0;
  }

  /** Views into the columns, not copies. */
  at(index: number): PurchaseHistory {
    const from = this.#starts[index] ?? 0;
    const to = this.#starts[index + 1] ?? from;
    return { visitDays: this.#days.subarray(from, to), totals: this.#totals.subarray(from, to) };
  }

  #growCustomers(): void {
    const capacity = this.#size * 2;
    this.#ids = grown(this.#ids, Buffer.alloc(capacity * ID));
    this.#spent = grown(this.#spent, new Float64Array(capacity));
    this.#starts = grown(this.#starts, new Int32Array(capacity + 1));
  }

  #addVisit(day: number, total: number): void {
    if (this.#visits === this.#days.length) {
      this.#days = grown(this.#days, new Int32Array(this.#visits * 2));
      this.#totals = grown(this.#totals, new Float64Array(this.#visits * 2));
    }
    this.#days[this.#visits] = day;
    this.#totals[this.#visits] = total;
    this.#visits += 1;
  }

  #takeBack(first: number, amount: number): void {
    let left = amount;
    for (let visit = this.#visits - 1; visit >= first && left > 0; visit -= 1) {
      const total = this.#totals[visit] ?? 0;
      const taken = Math.min(total, left);
      this.#totals[visit] = total - taken;
      left -= taken;
    }
  }
}

function grown<Column extends Int32Array | Float64Array | Buffer>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
