/**
 * A text as an integer that fits a double: two runs of FNV-1a (Fowler, Noll, Vo) with a last mixing. Two texts of a business share one so
 * seldom that a pair compared for nothing is all that comes of it.
 */
export function hashOf(text: string): number {
  let [a, b] = [0x811c9dc5, 0x9dc5811c];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
    b ^= b >>> 13;
  }
  return ((mixed(a) >>> 0) % 0x200000) * 0x100000000 + (mixed(b) >>> 0);
}

function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/**
 * How often each of any number of values was seen, in memory that does not grow with them: a count-min sketch of two rows (Cormode and
 * Muthukrishnan, "An improved data stream summary", J. Algorithms 55(1), 2005). It may say too many, never too few: at worst a rare name is
 * taken for a commoner one.
 */
export class Sketch {
  readonly #rows: readonly [Int32Array, Int32Array];
  readonly #mask: number;

  /** Room for about so many different values. */
  constructor(values: number) {
    const size = 2 ** Math.min(22, Math.max(12, Math.ceil(Math.log2(values * 2))));
    this.#rows = [new Int32Array(size), new Int32Array(size)];
    this.#mask = size - 1;
  }

  /** Answers how often the value has been seen, this time included. */
  add(value: string): number {
    const [one, other] = this.#slots(value);
    const [a, b] = [(this.#rows[0][one] ?? 0) + 1, (this.#rows[1][other] ?? 0) + 1];
    this.#rows[0][one] = a;
    this.#rows[1][other] = b;
    return Math.min(a, b);
  }

  count(value: string): number {
    const [one, other] = this.#slots(value);
    return Math.min(this.#rows[0][one] ?? 0, this.#rows[1][other] ?? 0);
  }

  #slots(value: string): [number, number] {
    const hash = hashOf(value);
    return [(hash >>> 0) & this.#mask, Math.floor(hash / 0x80000000) & this.#mask];
  }
}
