/** An exact decimal as PostgreSQL's `numeric` goes over the wire; made once for a value and written many times. */
export type WireDecimal = Uint8Array & { readonly wire?: 'decimal' };
/** The 16 bytes of a UUID. */
export type WireId = Uint8Array & { readonly wire?: 'id' };

const oids = { id: 2950, decimal: 1700, text: 25 };
const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');

/**
 * Rows for `COPY ... FROM STDIN (FORMAT binary)`, written field by field into one buffer. Against the text format it saves both sides
 * the digits: a file of half a million lines is staged in half the time, and nothing has to be escaped.
 */
export class CopyRows {
  readonly #columns: number;
  readonly #size: number;
  #buffer: Buffer;
  #at: number;

  constructor(columns: number, size = 1_048_576) {
    this.#columns = columns;
    this.#size = size;
    this.#buffer = Buffer.allocUnsafe(size);
    this.#at = signature.copy(this.#buffer);
  }

  get length(): number {
    return this.#at - signature.length;
  }

  /** Begins a row; as many fields as the table has columns must follow. */
  begin(): void {
    this.#room(2);
    this.#at = this.#buffer.writeInt16BE(this.#columns, this.#at);
  }

  null(): void {
    this.#room(4);
    this.#at = this.#buffer.writeInt32BE(-1, this.#at);
  }

  bool(value: boolean): void {
    this.#room(5);
    this.#at = this.#buffer.writeInt32BE(1, this.#at);
    this.#buffer[this.#at++] = value ? 1 : 0;
  }

  integer(value: number): void {
    this.#room(8);
    this.#at = this.#buffer.writeInt32BE(4, this.#at);
    this.#at = this.#buffer.writeInt32BE(value, this.#at);
  }

  /** A `timestamp` or a `bigint`: a safe integer of 64 bits. */
  long(value: number): void {
    this.#room(12);
    this.#at = this.#buffer.writeInt32BE(8, this.#at);
    const high = Math.floor(value / 4_294_967_296);
    this.#at = this.#buffer.writeInt32BE(high, this.#at);
    this.#at = this.#buffer.writeUInt32BE(value - high * 4_294_967_296, this.#at);
  }

  text(value: string): void {
    // A character outside ASCII takes up to three bytes for each unit of its string.
    this.#room(4 + value.length * 3);
    const length = this.#buffer.write(value, this.#at + 4, 'utf8');
    this.#buffer.writeInt32BE(length, this.#at);
    this.#at += 4 + length;
  }

  id(value: WireId): void {
    this.#bytes(value);
  }

  decimal(value: WireDecimal): void {
    this.#bytes(value);
  }

  ids(values: readonly (WireId | null)[]): void {
    const start = this.#openArray(oids.id, values.length);
    for (const value of values) value === null ? this.null() : this.#bytes(value);
    this.#closeArray(start);
  }

  decimals(values: readonly WireDecimal[]): void {
    const start = this.#openArray(oids.decimal, values.length);
    for (const value of values) this.#bytes(value);
    this.#closeArray(start);
  }

  texts(values: readonly string[]): void {
    const start = this.#openArray(oids.text, values.length);
    for (const value of values) this.text(value);
    this.#closeArray(start);
  }

  /** The rows so far as one message for COPY, and an empty beginning for the next. */
  take(): Buffer {
    this.#room(2);
    this.#at = this.#buffer.writeInt16BE(-1, this.#at);
    const taken = this.#buffer.subarray(0, this.#at);
    this.#buffer = Buffer.allocUnsafe(this.#size);
    this.#at = signature.copy(this.#buffer);
    return taken;
  }

  #bytes(value: Uint8Array): void {
    const { length } = value;
    this.#room(4 + length);
    let at = this.#buffer.writeInt32BE(length, this.#at);
    for (let index = 0; index < length; index++) this.#buffer[at++] = value[index] ?? 0;
    this.#at = at;
  }

  #openArray(elements: number, count: number): number {
    this.#room(24);
    const start = this.#at;
    // Length (later), dimensions, whether nulls may come, element type, count, lower bound.
    let at = start + 4;
    for (const value of [count === 0 ? 0 : 1, 1, elements]) at = this.#buffer.writeInt32BE(value, at);
    if (count > 0) at = this.#buffer.writeInt32BE(1, this.#buffer.writeInt32BE(count, at));
    this.#at = at;
    return start;
  }

  #closeArray(start: number): void {
    this.#buffer.writeInt32BE(this.#at - start - 4, start);
  }

  #room(bytes: number): void {
    if (this.#at + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#at + bytes));
    this.#buffer.copy(larger, 0, 0, this.#at);
    this.#buffer = larger;
  }
}

export function wireId(uuid: string): WireId {
  return new Uint8Array(Buffer.from(uuid.replaceAll('-', ''), 'hex'));
}

/** From a decimal's text, such as `-1234.5`: groups of four digits, the weight of the first, the sign and the number of decimals. */
export function wireDecimal(text: string): WireDecimal {
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = (negative ? text.slice(1) : text).split('.');
  const left = whole.padStart(Math.ceil(whole.length / 4) * 4, '0');
  const digits = left + fraction.padEnd(Math.ceil(fraction.length / 4) * 4, '0');
  const groups = (digits.match(/\d{4}/g) ?? []).map(Number);
  let weight = left.length / 4 - 1;
  while (groups[0] === 0) {
    groups.shift();
    weight--;
  }
  while (groups.at(-1) === 0) groups.pop();
  const bytes = Buffer.alloc(8 + groups.length * 2);
  bytes.writeInt16BE(groups.length, 0);
  bytes.writeInt16BE(groups.length === 0 ? 0 : weight, 2);
  bytes.writeUInt16BE(negative && groups.length > 0 ? 0x4000 : 0, 4);
  bytes.writeInt16BE(fraction.length, 6);
  groups.forEach((group, index) => bytes.writeInt16BE(group, 8 + index * 2));
  return new Uint8Array(bytes);
}
