const TAB = 9;
const LINE_END = 10;
const COMMA = 44;
const MINUS = 45;
const CLOSING = 125;

/** Reads PostgreSQL's COPY text of rows `uuid TAB {integers} TAB {integers}`, piece by piece. What it hands on is good until the next row. */
export class HistoryReader {
  #rest: Buffer = Buffer.alloc(0);
  readonly #first: number[] = [];
  readonly #second: number[] = [];
  readonly #take: (id: Uint8Array, first: readonly number[], second: readonly number[]) => void;

  constructor(take: (id: Uint8Array, first: readonly number[], second: readonly number[]) => void) {
    this.#take = take;
  }

  push(piece: Buffer): void {
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    const end = bytes.lastIndexOf(LINE_END) + 1;
    let from = 0;
    while (from < end) {
      const tab = bytes.indexOf(TAB, from);
      const second = readIntegers(bytes, tab + 2, this.#first);
      const after = readIntegers(bytes, second + 2, this.#second);
      this.#take(bytes.subarray(from, tab), this.#first, this.#second);
      from = after + 1;
    }
    this.#rest = bytes.subarray(end);
  }
}

// Digit by digit: cutting ten million numbers out as strings first costs several times as much. Returns where the list has ended.
function readIntegers(bytes: Buffer, from: number, into: number[]): number {
  into.length = 0;
  let value = 0;
  let sign = 1;
  let at = from;
  for (; ; at += 1) {
    const byte = bytes[at];
    if (byte === COMMA || byte === CLOSING) {
      into.push(sign * value);
      if (byte === CLOSING) return at + 1;
      value = 0;
      sign = 1;
    } else if (byte === MINUS) sign = -1;
    else value = value * 10 + ((byte ?? 0) - 48);
  }
}
