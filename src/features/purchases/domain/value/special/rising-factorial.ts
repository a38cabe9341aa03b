/** ln Γ(base + n)/Γ(base) for whole n, with its first and second derivative by the base: exact sums, extended from one n to a larger one. */
export class RisingFactorial {
  log = 0;
  slope = 0;
  bend = 0;
  readonly #base: number;
  #risen = 0;

  constructor(base: number) {
    this.#base = base;
  }

  riseTo(n: number): void {
    for (; this.#risen < n; this.#risen += 1) {
      const factor = this.#base + this.#risen;
      this.log += Math.log(factor);
      this.slope += 1 / factor;
      this.bend -= 1 / (factor * factor);
    }
  }
}
