import { Places } from './places.ts';
import { quotedRow } from './quoted-row.ts';
import { Row } from './row.ts';

export type RowSplitter = {
  /** The rows that this piece of a text in UTF-8 completes. The piece must not be written over while they are in use. */
  push(piece: Buffer): Row[];
  /** The last row, when the file does not end with a line break. */
  finish(): Row[];
};

/** A row longer than this is a mistake in the file, such as a quote that never closes; nothing longer is held in memory. */
const longestRow = 1_048_576;
const shownOfTooLong = 1000;

const quote = 34;
const space = 32;
const carriageReturn = 13;

/**
 * Cuts delimited text into rows: quoted cells may hold delimiters, line breaks and doubled quotes (RFC 4180). A quote inside an
 * unquoted cell is a letter like any other; one that never closes costs its own line, not the rest of the file. Empty lines are no rows.
 */
export function createRowSplitter(format: { delimiter: string; newline: string }): RowSplitter {
  const delimiter = format.delimiter.charCodeAt(0);
  const newline = format.newline.charCodeAt(0);
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  let skipping = false;

  function split(bytes: Buffer, from: number, last: boolean, rows: Row[]): void {
    const places = new Places();
    const { length } = bytes;
    let at = from;
    if (skipping) {
      const lineEnd = bytes.indexOf(newline, at);
      if (lineEnd === -1) return;
      skipping = false;
      line++;
      at = lineEnd + 1;
    }
    while (at < length) {
      // A plain row, in one pass over its bytes, unless something turns up that needs a second look.
      places.begin();
      let start = at;
      let stop = at;
      let careful = false;
      for (; stop < length; stop++) {
        const byte = bytes[stop];
        if (byte === delimiter) {
          places.add(start, stop);
          start = stop + 1;
        } else if (byte === newline) break;
        else if (byte === 0 || (byte === quote && onlySpaces(bytes, start, stop))) {
          careful = true;
          break;
        }
      }
      if (!careful) {
        if (stop === length && !last) break;
        const end = stop > at && bytes[stop - 1] === carriageReturn ? stop - 1 : stop;
        if (end > at) {
          places.add(start, Math.max(start, end));
          rows.push(new Row(line, undefined, bytes, places.bounds, places.first, places.count));
        }
        line++;
        at = stop + 1;
        continue;
      }
      const found = bytes.indexOf(newline, at);
      if (found === -1 && !last) break;
      const lineEnd = found === -1 ? length : found;
      const row = quotedRow(bytes, at, delimiter, newline, last);
      if (row === 'unfinished' && length - at <= longestRow) break;
      const nul = typeof row !== 'string' && isWithin(bytes.indexOf(0, at), row.next);
      if (typeof row === 'string' || nul) {
        const end = bytes[lineEnd - 1] === carriageReturn && lineEnd > at ? lineEnd - 1 : lineEnd;
        places.begin();
        places.addAll(bytes, at, end, delimiter);
        rows.push(new Row(line, nul ? 'nul_character' : 'quote_unclosed', bytes, places.bounds, places.first, places.count));
        line++;
        at = lineEnd + 1;
      } else {
        rows.push(new Row(line, undefined, row.bytes, row.bounds, 0, row.bounds.length / 2));
        line += row.lines;
        at = row.next;
      }
    }
    rest = at >= length ? Buffer.alloc(0) : bytes.subarray(at);
    if (rest.length > longestRow && !last && !rest.includes(newline)) {
      rows.push(new Row(line, 'line_too_long', Buffer.from(rest.subarray(0, shownOfTooLong)), Int32Array.of(0, shownOfTooLong), 0, 1));
      rest = Buffer.alloc(0);
      skipping = true;
    }
  }

  return {
    push(piece) {
      const rows: Row[] = [];
      const lineEnd = rest.length === 0 ? -1 : piece.indexOf(newline);
      if (rest.length === 0) split(piece, 0, false, rows);
      else if (lineEnd === -1) split(Buffer.concat([rest, piece]), 0, false, rows);
      else {
        // Only the line across the seam is put together; the whole would be copied for its sake.
        split(Buffer.concat([rest, piece.subarray(0, lineEnd + 1)]), 0, false, rows);
        if (rest.length === 0) split(piece, lineEnd + 1, false, rows);
        else split(Buffer.concat([rest, piece.subarray(lineEnd + 1)]), 0, false, rows);
      }
      return rows;
    },
    finish() {
      const rows: Row[] = [];
      split(rest, 0, true, rows);
      rest = Buffer.alloc(0);
      return rows;
    },
  };
}

function onlySpaces(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] !== space) return false;
  return true;
}

function isWithin(found: number, end: number): boolean {
  return found !== -1 && found < end;
}
