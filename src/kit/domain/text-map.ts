/**
 * Values by text, for texts that are cut out of a file by the million: a fresh text has no hash yet, and making one by hand from its
 * letters finds short texts about twice as fast as a `Map` does. Keys are copied, so that a piece of a file does not keep the file.
 */
export class TextMap<Value> {
  #keys: (string | undefined)[] = [];
  #values: (Value | undefined)[] = [];
  #mask = 0;
  size = 0;

  constructor() {
    this.clear();
  }

  clear(): void {
    this.#allot(256);
  }

  get(key: string): Value | undefined {
    return this.#values[this.#slotOf(key)];
  }

  set(key: string, value: Value): void {
    if ((this.size + 1) * 2 > this.#keys.length) this.#grow();
    const slot = this.#slotOf(key);
    if (this.#keys[slot] === undefined) {
      this.#keys[slot] = ownCopy(key);
      this.size++;
    }
    this.#values[slot] = value;
  }

  *[Symbol.iterator](): Generator<[string, Value]> {
    for (const [slot, key] of this.#keys.entries()) {
      if (key !== undefined) yield [key, this.#values[slot] as Value];
    }
  }

  /** The slot of a key, or the free one where it belongs. */
  #slotOf(key: string): number {
    let hash = key.length;
    for (let index = 0; index < key.length; index++) hash = (Math.imul(hash, 31) + key.charCodeAt(index)) | 0;
    hash ^= hash >>> 15;
    let slot = (Math.imul(hash, 0x2c1b3c6d) >>> 7) & this.#mask;
    for (;;) {
      const held = this.#keys[slot];
      if (held === undefined || held === key) return slot;
      slot = (slot + 1) & this.#mask;
    }
  }

  #grow(): void {
    const entries = [...this];
    this.#allot(this.#keys.length * 2);
    for (const [key, value] of entries) {
      const slot = this.#slotOf(key);
      this.#keys[slot] = key;
      this.#values[slot] = value;
      this.size++;
    }
  }

  #allot(slots: number): void {
    this.#keys = Array.from<string | undefined>({ length: slots });
    this.#values = Array.from<Value | undefined>({ length: slots });
    this.#mask = slots - 1;
    this.size = 0;
  }
}

/** A piece of a long text keeps the whole of it in memory; a copy of the piece does not. */
export function ownCopy(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
