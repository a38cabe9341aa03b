const quote = 34;
const space = 32;
const carriageReturn = 13;

export type QuotedRow = {
  readonly bytes: Buffer;
  /** Where each cell begins and ends in `bytes`. */
  readonly bounds: Int32Array;
  readonly next: number;
  /** How many lines of the file the row takes. */
  readonly lines: number;
};

/**
 * Takes apart the row that begins at `from` and has quotes. `unfinished`: it goes on after the bytes at hand; `broken`: nobody can tell what
 * was meant.
 */
export function quotedRow(
  bytes: Buffer,
  from: number,
  delimiter: number,
  newline: number,
  last: boolean,
): QuotedRow | 'unfinished' | 'broken' {
  const bounds: number[] = [];
  const doubled: number[] = [];
  let lines = 1;
  let at = from;
  for (;;) {
    const opening = skipSpaces(bytes, at);
    let stop: number;
    if (bytes[opening] === quote) {
      const closing = closingQuote(bytes, opening, delimiter, newline, last);
      if (typeof closing === 'string') return closing;
      if (closing.doubled) doubled.push(bounds.length / 2);
      bounds.push(opening + 1, closing.quote);
      lines += closing.lines;
      stop = closing.stop;
    } else {
      stop = at;
      while (stop < bytes.length && bytes[stop] !== delimiter && bytes[stop] !== newline) stop++;
      if (stop === bytes.length && !last) return 'unfinished';
      const end = bytes[stop] !== delimiter && stop > at && bytes[stop - 1] === carriageReturn ? stop - 1 : stop;
      bounds.push(at, end);
    }
    if (stop >= bytes.length || bytes[stop] === newline) {
      const places = Int32Array.from(bounds);
      return { bytes: doubled.length > 0 ? undoubled(bytes, places, doubled) : bytes, bounds: places, next: stop + 1, lines };
    }
    at = stop + 1;
  }
}

type Closing = { readonly quote: number; readonly stop: number; readonly doubled: boolean; readonly lines: number };

/**
 * The quote that ends a cell is followed by a delimiter or the end of the line. A lone one inside is taken as a letter (5" nails, written
 * carelessly), as long as the cell ends on its own line: past that, nobody can tell what was meant.
 */
function closingQuote(
  bytes: Buffer,
  opening: number,
  delimiter: number,
  newline: number,
  last: boolean,
): Closing | 'unfinished' | 'broken' {
  const found = bytes.indexOf(newline, opening);
  const lineEnd = found === -1 ? Infinity : found;
  let doubled = false;
  let stray = false;
  let from = opening + 1;
  for (;;) {
    const at = bytes.indexOf(quote, from);
    if (at === -1) return last || (stray && lineEnd !== Infinity) ? 'broken' : 'unfinished';
    if (bytes[at + 1] === quote) {
      doubled = true;
      from = at + 2;
      continue;
    }
    let stop = skipSpaces(bytes, at + 1);
    if (bytes[stop] === carriageReturn && (bytes[stop + 1] === newline || stop + 1 === bytes.length)) stop++;
    if (stop >= bytes.length && !last) return 'unfinished';
    const closes = stop >= bytes.length || bytes[stop] === delimiter || bytes[stop] === newline;
    if (at > lineEnd && (stray || !closes)) return 'broken';
    if (closes) return { quote: at, stop, doubled, lines: at > lineEnd ? countOf(bytes, newline, opening, at) : 0 };
    stray = true;
    from = at + 1;
  }
}

/** The cells without the doubling of their quotes, and their new places in `bounds`. */
function undoubled(bytes: Buffer, bounds: Int32Array, doubled: readonly number[]): Buffer {
  const cells = Array.from({ length: bounds.length / 2 }, (_, index) => {
    const cell = bytes.subarray(bounds[index * 2], bounds[index * 2 + 1]);
    return doubled.includes(index) ? Buffer.from(cell.toString('latin1').replaceAll('""', '"'), 'latin1') : cell;
  });
  let at = 0;
  for (const [index, cell] of cells.entries()) {
    bounds[index * 2] = at;
    at += cell.length;
    bounds[index * 2 + 1] = at;
  }
  return Buffer.concat(cells);
}

function skipSpaces(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] === space) at++;
  return at;
}

function countOf(bytes: Buffer, what: number, from: number, to: number): number {
  let count = 0;
  for (let at = bytes.indexOf(what, from); at !== -1 && at < to; at = bytes.indexOf(what, at + 1)) count++;
  return count;
}
