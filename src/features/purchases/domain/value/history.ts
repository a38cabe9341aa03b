/**
 * Purchase histories as the models see them, in columns, each different history once.
 * `repeats` counts the visits after the first; `recency` and `age` are days from the first visit to the last one, and to the day of looking.
 */
export type Histories = {
  readonly size: number;
  readonly repeats: Int32Array;
  readonly recency: Int32Array;
  readonly age: Int32Array;
  /** How many customers share the history. */
  readonly customers: Int32Array;
};

/**
 * Counts customers with the same history once: a million customers seen by the day share some hundred thousand histories.
 * An open-addressing table over columns, 20 bytes a history.
 */
export class HistoryBook {
  #size = 0;
  #slots: Int32Array = new Int32Array(1 << 12);
  #repeats: Int32Array = new Int32Array(1 << 11);
  #recency: Int32Array = new Int32Array(1 << 11);
  #age: Int32Array = new Int32Array(1 << 11);
  #customers: Int32Array = new Int32Array(1 << 11);

  /** Counts one more customer with this history and returns the history's place in the columns. */
  add(repeats: number, recency: number, age: number): number {
    const slot = this.#slotOf(repeats, recency, age);
    const known = (this.#slots[slot] as number) - 1;
    if (known >= 0) {
      this.#customers[known] = (this.#customers[known] as number) + 1;
      return known;
    }
    const place = this.#size;
    this.#slots[slot] = place + 1;
    this.#repeats[place] = repeats;
    this.#recency[place] = recency;
    this.#age[place] = age;
    this.#customers[place] = 1;
    this.#size += 1;
    if (this.#size === this.#repeats.length) this.#grow();
    return place;
  }

  /** The place of a history, or -1 where nobody has it. */
  find(repeats: number, recency: number, age: number): number {
    return (this.#slots[this.#slotOf(repeats, recency, age)] as number) - 1;
  }

  columns(): Histories {
    const size = this.#size;
    return {
      size,
      repeats: this.#repeats.subarray(0, size),
      recency: this.#recency.subarray(0, size),
      age: this.#age.subarray(0, size),
      customers: this.#customers.subarray(0, size),
    };
  }

  #slotOf(repeats: number, recency: number, age: number): number {
    const mask = this.#slots.length - 1;
    let slot = mix(repeats, recency, age) & mask;
    for (;;) {
      const place = (this.#slots[slot] as number) - 1;
      if (place < 0 || (this.#recency[place] === recency && this.#age[place] === age && this.#repeats[place] === repeats)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const capacity = this.#repeats.length * 2;
    this.#repeats = enlarged(this.#repeats, capacity);
    this.#recency = enlarged(this.#recency, capacity);
    this.#age = enlarged(this.#age, capacity);
    this.#customers = enlarged(this.#customers, capacity);
    this.#slots = new Int32Array(capacity * 2);
    for (let place = 0; place < this.#size; place += 1) {
      const slot = this.#slotOf(this.#repeats[place] as number, this.#recency[place] as number, this.#age[place] as number);
      this.#slots[slot] = place + 1;
    }
  }
}

/** The same histories in order of repeats, then age: the order in which what they share is computed once. */
export function orderByRepeatsAndAge({ size, repeats, age }: Histories): Int32Array {
  const byAge = countingOrder(
    age,
    Int32Array.from({ length: size }, (_, place) => place),
  );
  return countingOrder(repeats, byAge);
}

function mix(repeats: number, recency: number, age: number): number {
  let hash = Math.imul(repeats, 0x9e3779b1) ^ Math.imul(recency, 0x85ebca6b) ^ Math.imul(age, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

function enlarged(column: Int32Array, capacity: number): Int32Array {
  const larger = new Int32Array(capacity);
  larger.set(column);
  return larger;
}

/** A stable counting sort of `order` by `column`. */
function countingOrder(column: Int32Array, order: Int32Array): Int32Array {
  let most = 0;
  for (let i = 0; i < order.length; i += 1) most = Math.max(most, column[i] as number);
  const starts = new Int32Array(most + 2);
  for (let i = 0; i < order.length; i += 1) {
    const after = (column[i] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let key = 1; key < starts.length; key += 1) starts[key] = (starts[key] as number) + (starts[key - 1] as number);
  const sorted = new Int32Array(order.length);
  for (let i = 0; i < order.length; i += 1) {
    const place = order[i] as number;
    const key = column[place] as number;
    const start = starts[key] as number;
    sorted[start] = place;
    starts[key] = start + 1;
  }
  return sorted;
}
