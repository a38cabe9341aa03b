const many = 8192;

/** Where the cells of rows begin and end: pairs of places, those of many rows in one array. */
export class Places {
  bounds = new Int32Array(many);
  /** Where the pairs of the row under way begin. */
  first = 0;
  #next = 0;

  get count(): number {
    return (this.#next - this.first) / 2;
  }

  /** Begins a row; what was added for one that came to nothing stays unused. */
  begin(): void {
    this.first = this.#next;
  }

  add(start: number, end: number): void {
    if (this.#next + 2 > this.bounds.length) this.#turnOver();
    this.bounds[this.#next] = start;
    this.bounds[this.#next + 1] = end;
    this.#next += 2;
  }

  /** Adds the cells of a line, cut at every delimiter. */
  addAll(bytes: Uint8Array, from: number, to: number, delimiter: number): void {
    let start = from;
    for (let at = from; at < to; at++) {
      if (bytes[at] !== delimiter) continue;
      this.add(start, at);
      start = at + 1;
    }
    this.add(start, to);
  }

  // The rows before keep the full array; the row under way goes on in the next one.
  #turnOver(): void {
    const begun = this.bounds.subarray(this.first);
    const next = new Int32Array(Math.max(many, begun.length * 2));
    next.set(begun);
    this.bounds = next;
    this.#next = begun.length;
    this.first = 0;
  }
}
