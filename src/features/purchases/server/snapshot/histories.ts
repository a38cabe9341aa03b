import type { PurchaseHistory } from '../../domain/index.ts';

/**
 * The purchase histories of many customers in columns, so that both passes over a million of them fit in memory: 12 bytes a visit and 24 a customer.
 */
export class Histories {
  readonly customers: string[] = [];
  /** Net of returns, of all purchases of a customer. */
  readonly spent: number[] = [];
  #starts = new Int32Array(1 << 12);
  #days = new Int32Array(1 << 14);
  #totals = new Float64Array(1 << 14);
  #visits = 0;

  get size(): number {
    return this.customers.length;
  }

  /**
   * Adds a customer's days in order: on each, what was sold and what came back (negative). A return is no visit; it lowers what the
   * visits before it came to, the latest first, and never below nothing.
   */
  add(customer: string, days: readonly number[], sold: readonly number[], returned: readonly number[]): void {
    const first = this.#visits;
    let spent = 0;
    for (let index = 0; index < days.length; index += 1) {
      const sale = sold[index] ?? 0;
      const back = returned[index] ?? 0;
      spent += sale + back;
      if (sale !== 0 || back === 0) this.#addVisit(days[index] ?? 0, sale);
      if (back < 0) this.#takeBack(first, -back);
    }
    this.customers.push(customer);
    this.spent.push(spent);
    if (this.customers.length + 1 > this.#starts.length) this.#starts = grown(this.#starts, new Int32Array(this.#starts.length * 2));
    this.#starts[this.customers.length] = this.#visits;
  }

  /** Views into the columns, not copies. */
  at(index: number): PurchaseHistory {
    const from = this.#starts[index] ?? 0;
    const to = this.#starts[index + 1] ?? from;
    return { visitDays: this.#days.subarray(from, to), totals: this.#totals.subarray(from, to) };
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

function grown<Column extends Int32Array | Float64Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
