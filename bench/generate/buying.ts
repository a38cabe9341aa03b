import { createRandom } from '#fixtures/random.ts';
import { CDNOW, simulateRepeatDays, simulateSpendRate } from '#fixtures/simulated-customers.ts';
import { orderOfDays } from './days.ts';

/** A shop whose customers come about ten times in up to three years; a sixth of them once, one in a hundred more than eighty times. */
const behaviour = { r: 0.6, alpha: 2.5, a: 0.5, b: 5 };
const history = 3 * 365;
const shareOfProspects = 0.02;
const shareReturned = 0.03;

export type Buying = {
  /** The day from which each customer is known, rising. */
  readonly knownSince: Int32Array;
  /** All purchases in the order in which they happened; a negative total is a return. */
  readonly purchases: { readonly customer: Int32Array; readonly day: Int32Array; readonly total: Int32Array };
};

/** Who bought when and for how much, up to the eve of `asOf`: BG/NBD and gamma-gamma behaviour, the same for the same seed. */
export function simulateBuying(customers: number, asOf: number, seed: string): Buying {
  const random = createRandom(seed);
  const knownSince = Int32Array.from({ length: customers }, () => asOf - random.whole(1, history)).toSorted();
  const book = new PurchaseBook(customers * 11);
  for (const [customer, first] of knownSince.entries()) {
    if (random.chance(shareOfProspects)) continue;
    const rate = simulateSpendRate(random);
    for (const after of [0, ...simulateRepeatDays(random, asOf - first, behaviour)]) {
      const day = first + Math.floor(after);
      const total = Math.max(50, Math.round(100 * random.gamma(CDNOW.spend.p, rate)));
      book.add(customer, day, total);
      const backOn = day + random.whole(1, 14);
      if (random.chance(shareReturned) && backOn < asOf) book.add(customer, backOn, -total);
    }
  }
  return { knownSince, purchases: book.inOrder() };
}

class PurchaseBook {
  #size = 0;
  #customer: Int32Array;
  #day: Int32Array;
  #total: Int32Array;

  constructor(expected: number) {
    this.#customer = new Int32Array(expected);
    this.#day = new Int32Array(expected);
    this.#total = new Int32Array(expected);
  }

  add(customer: number, day: number, total: number): void {
    if (this.#size === this.#day.length) this.#grow();
    this.#customer[this.#size] = customer;
    this.#day[this.#size] = day;
    this.#total[this.#size] = total;
    this.#size += 1;
  }

  inOrder(): Buying['purchases'] {
    const order = orderOfDays(this.#day.subarray(0, this.#size));
    const sorted = (column: Int32Array) => order.map((position) => column[position] ?? 0);
    return { customer: sorted(this.#customer), day: sorted(this.#day), total: sorted(this.#total) };
  }

  #grow(): void {
    const grown = (column: Int32Array) => {
      const larger = new Int32Array(column.length * 2);
      larger.set(column);
      return larger;
    };
    this.#customer = grown(this.#customer);
    this.#day = grown(this.#day);
    this.#total = grown(this.#total);
  }
}
