/** A UUID as four integers; made once for an id and written many times. */
export type WireId = readonly [number, number, number, number];

/** An exact decimal: `units` divided by ten to the power of `scale`. */
export type ExactDecimal = { readonly units: number | bigint; readonly scale: number };

const oids = { id: 2950, decimal: 1700, text: 25 };
const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');

/**
 * Rows for `COPY ... FROM STDIN (FORMAT binary)`, written field by field into one buffer. Against the text format it saves both sides
 * the digits, and nothing has to be escaped.
 */
export class CopyRows {
  readonly #columns: number;
  readonly #size: number;
  readonly #groups = new Int16Array(64);
  readonly #spare: Buffer[] = [];
  #buffer: Buffer;
  #view: DataView;
  #at: number;

  constructor(columns: number, size = 1_048_576) {
    this.#columns = columns;
    this.#size = size;
    this.#buffer = Buffer.allocUnsafeSlow(size);
    this.#view = viewOf(this.#buffer);
    this.#at = signature.copy(this.#buffer);
  }

  get length(): number {
    return this.#at - signature.length;
  }

  /** Begins a row; as many fields as the table has columns must follow. */
  begin(): void {
    this.#room(2);
    this.#short(this.#columns);
  }

  null(): void {
    this.#room(4);
    this.#int(-1);
  }

  bool(value: boolean): void {
    this.#room(5);
    this.#int(1);
    this.#view.setUint8(this.#at++, value ? 1 : 0);
  }

  integer(value: number): void {
    this.#room(8);
    this.#int(4);
    this.#int(value);
  }

  /** A `timestamp` in microseconds since 2000, or a `bigint`: a safe integer in 64 bits. */
  long(value: number): void {
    this.#room(12);
    const high = Math.floor(value / 4_294_967_296);
    this.#int(8);
    this.#int(high);
    this.#int((value - high * 4_294_967_296) | 0);
  }

  text(value: string): void {
    // A character outside ASCII takes up to three bytes for each unit of its string.
    this.#room(4 + value.length * 3);
    const length = this.#buffer.write(value, this.#at + 4, 'utf8');
    this.#int(length);
    this.#at += length;
  }

  /** An empty text is nothing. */
  textOrNull(value: string): void {
    if (value === '') this.null();
    else this.text(value);
  }

  id(value: WireId): void {
    this.#room(20);
    this.#int(16);
    this.#int(value[0]);
    this.#int(value[1]);
    this.#int(value[2]);
    this.#int(value[3]);
  }

  /** Groups of four digits from the left, with the weight of the first, the sign and the number of decimals before them. */
  decimal({ units, scale }: ExactDecimal): void {
    const decimals = Math.ceil(scale / 4);
    let groups = 0;
    let rest = scaled(units, decimals * 4 - scale);
    if (typeof rest === 'number') {
      for (; rest > 0; rest = Math.floor(rest / 10_000)) this.#groups[groups++] = rest % 10_000;
    } else {
      for (; rest > 0n; rest /= 10_000n) this.#groups[groups++] = Number(rest % 10_000n);
    }
    this.#room(12 + groups * 2);
    this.#int(8 + groups * 2);
    this.#short(groups);
    this.#short(groups === 0 ? 0 : groups - decimals - 1);
    this.#short(units < 0 ? 0x4000 : 0);
    this.#short(scale);
    while (groups > 0) this.#short(this.#groups[--groups] ?? 0);
  }

  ids(values: readonly (WireId | null)[]): void {
    const start = this.#openArray(oids.id, values.length);
    for (const value of values) {
      if (value === null) this.null();
      else this.id(value);
    }
    this.#closeArray(start);
  }

  decimals(values: readonly ExactDecimal[]): void {
    const start = this.#openArray(oids.decimal, values.length);
    for (const value of values) this.decimal(value);
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
    this.#short(-1);
    const taken = this.#buffer.subarray(0, this.#at);
    this.#buffer = this.#spare.pop() ?? Buffer.allocUnsafeSlow(this.#size);
    this.#view = viewOf(this.#buffer);
    this.#at = signature.copy(this.#buffer);
    return taken;
  }

  /** Gives a message back once it is sent: megabytes are written over sooner than collected. */
  giveBack(taken: Buffer): void {
    this.#spare.push(Buffer.from(taken.buffer));
  }

  #short(value: number): void {
    this.#view.setInt16(this.#at, value);
    this.#at += 2;
  }

  #int(value: number): void {
    this.#view.setInt32(this.#at, value);
    this.#at += 4;
  }

  #openArray(elements: number, count: number): number {
    this.#room(24);
    const start = this.#at;
    this.#int(0);
    this.#int(count === 0 ? 0 : 1);
    this.#int(1);
    this.#int(elements);
    if (count === 0) return start;
    this.#int(count);
    this.#int(1);
    return start;
  }

  /** The length of an array is known at its end. */
  #closeArray(start: number): void {
    this.#view.setInt32(start, this.#at - start - 4);
  }

  #room(bytes: number): void {
    if (this.#at + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#buffer.length * 2, this.#at + bytes));
    this.#buffer.copy(larger, 0, 0, this.#at);
    this.#buffer = larger;
    this.#view = viewOf(larger);
  }
}

export function wireId(uuid: string): WireId {
  const digits = uuid.replaceAll('-', '');
  const part = (index: number) => Number.parseInt(digits.slice(index * 8, index * 8 + 8), 16) | 0;
  return [part(0), part(1), part(2), part(3)];
}

function viewOf(buffer: Buffer): DataView {
  return new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}

/** The digits without a sign, times ten to a power; a number as long as it is safe as one. */
function scaled(units: number | bigint, power: number): number | bigint {
  if (typeof units === 'number') {
    const value = Math.abs(units) * 10 ** power;
    if (Number.isSafeInteger(value)) return value;
  }
  const digits = BigInt(units) * 10n ** BigInt(power);
  return digits < 0n ? -digits : digits;
}
