const bits = 1 << 24;

/**
 * Purchase numbers that have come before, in two megabytes whatever their count (a Bloom filter: Bloom 1970). It may take a new number
 * for one it has seen, seldom; it never takes a seen one for new.
 */
export class SeenNumbers {
  readonly #words = new Uint32Array(bits / 32);

  /** Notes a number; answers whether it may have come before. */
  see(number: string): boolean {
    let one = 0x811c9dc5;
    let other = number.length;
    for (let index = 0; index < number.length; index++) {
      const code = number.charCodeAt(index);
      one = Math.imul(one ^ code, 0x01000193);
      other = Math.imul(other, 0x5bd1e995) + code;
    }
    const marks = [one ^ (one >>> 15), other ^ (other >>> 13), Math.imul(one, 3) ^ (other >>> 7)];
    let seen = true;
    for (const mark of marks) {
      const place = (mark >>> 0) % bits;
      const bit = 1 << (place & 31);
      const word = this.#words[place >>> 5] ?? 0;
      if ((word & bit) === 0) seen = false;
      this.#words[place >>> 5] = word | bit;
    }
    return seen;
  }
}
