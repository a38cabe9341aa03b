/**
 * Values by pieces of a file, which are looked up by the million: a piece is found where it lies among the bytes, without a string being
 * made of it first. Keys are copied, so that a piece does not keep the file.
 */
export class PieceMap<Value> {
  #keys: (Uint8Array | undefined)[] = [];
  #values: (Value | undefined)[] = [];
  #mask = 0;
  size = 0;

  constructor() {
    this.clear();
  }

  clear(): void {
    this.#allot(256);
  }

  get(bytes: Uint8Array, from: number, to: number): Value | undefined {
    return this.#values[this.#slotOf(bytes, from, to)];
  }

  set(bytes: Uint8Array, from: number, to: number, value: Value): void {
    if ((this.size + 1) * 2 > this.#keys.length) this.#grow();
    const slot = this.#slotOf(bytes, from, to);
    if (this.#keys[slot] === undefined) {
      this.#keys[slot] = Uint8Array.from(bytes.subarray(from, to));
      this.size++;
    }
    this.#values[slot] = value;
  }

  /** The slot of a key, or the free one where it belongs. */
  #slotOf(bytes: Uint8Array, from: number, to: number): number {
    let hash = to - from;
    for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    let slot = (hash >>> 7) & this.#mask;
    for (;;) {
      const held = this.#keys[slot];
      if (held === undefined || isPiece(held, bytes, from, to)) return slot;
      slot = (slot + 1) & this.#mask;
    }
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.#values];
    this.#allot(keys.length * 2);
    for (const [place, key] of keys.entries()) {
      if (key === undefined) continue;
      const slot = this.#slotOf(key, 0, key.length);
      this.#keys[slot] = key;
      this.#values[slot] = values[place];
      this.size++;
    }
  }

  #allot(slots: number): void {
    this.#keys = Array.from<Uint8Array | undefined>({ length: slots });
    this.#values = Array.from<Value | undefined>({ length: slots });
    this.#mask = slots - 1;
    this.size = 0;
  }
}

function isPiece(held: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (held.length !== to - from) return false;
  for (let at = 0; at < held.length; at++) {
    if (held[at] !== bytes[from + at]) return false;
  }
  return true;
}
