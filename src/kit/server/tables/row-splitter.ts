/** Why a row could not be taken apart with certainty. Its cells are then the line's text, cut at every delimiter. */
export type RowProblem = 'quote_unclosed' | 'line_too_long' | 'nul_character';

export type Row = {
  /** The line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly problem: RowProblem | undefined;
};

export type RowSplitter = {
  /** The rows that this piece of text completes. */
  push(text: string): Row[];
  /** The last row, when the file does not end with a line break. */
  finish(): Row[];
};

/** A row longer than this is a mistake in the file, such as a quote that never closes; nothing longer is held in memory. */
const longestRow = 1_048_576;
const shownOfTooLong = 1000;

/**
 * Cuts delimited text into rows: quoted cells may hold delimiters, line breaks and doubled quotes (RFC 4180). A quote inside an
 * unquoted cell is a letter like any other; one that never closes costs its own line, not the rest of the file. Empty lines are no rows.
 */
export function createRowSplitter(format: { delimiter: string; newline: string }): RowSplitter {
  const { delimiter, newline } = format;
  let rest = '';
  let line = 1;
  let skipping = false;

  function split(text: string, last: boolean): Row[] {
    const rows: Row[] = [];
    let at = 0;
    if (skipping) {
      const lineEnd = text.indexOf(newline);
      if (lineEnd === -1) return rows;
      skipping = false;
      line++;
      at = lineEnd + 1;
    }
    let nextDelimiter = find(text, delimiter, at);
    let nextQuote = find(text, '"', at);
    let nextNul = find(text, '\0', at);
    while (at < text.length) {
      let lineEnd = text.indexOf(newline, at);
      if (lineEnd === -1) {
        if (!last) break;
        lineEnd = text.length;
      }
      if (nextDelimiter < at) nextDelimiter = find(text, delimiter, at);
      if (nextQuote < at) nextQuote = find(text, '"', at);
      if (nextNul < at) nextNul = find(text, '\0', at);
      const end = text.charCodeAt(lineEnd - 1) === 13 && lineEnd > at ? lineEnd - 1 : lineEnd;
      if (nextQuote > lineEnd && nextNul > lineEnd) {
        if (end > at) {
          const cells: string[] = [];
          let start = at;
          while (nextDelimiter < end) {
            cells.push(text.slice(start, nextDelimiter));
            start = nextDelimiter + 1;
            nextDelimiter = find(text, delimiter, start);
          }
          cells.push(text.slice(start, end));
          rows.push({ line, cells, problem: undefined });
        }
        line++;
        at = lineEnd + 1;
        continue;
      }
      const row = quotedRow(text, at, delimiter, newline, last);
      if (row === 'unfinished' && text.length - at <= longestRow) break;
      if (typeof row === 'string' || text.slice(at, row.next).includes('\0')) {
        const problem = typeof row === 'string' ? 'quote_unclosed' : 'nul_character';
        rows.push({ line, cells: text.slice(at, end).split(delimiter), problem });
        line++;
        at = lineEnd + 1;
      } else {
        rows.push({ line, cells: row.cells, problem: undefined });
        line += row.lines;
        at = row.next;
      }
    }
    rest = at === 0 ? text : text.slice(at);
    if (rest.length > longestRow && !last && !rest.includes(newline)) {
      rows.push({ line, cells: [rest.slice(0, shownOfTooLong)], problem: 'line_too_long' });
      rest = '';
      skipping = true;
    }
    return rows;
  }

  return {
    push: (text) => split(rest === '' ? text : rest + text, false),
    finish: () => {
      const rows = split(rest, true);
      rest = '';
      return rows;
    },
  };
}

function find(text: string, what: string, from: number): number {
  const found = text.indexOf(what, from);
  return found === -1 ? Infinity : found;
}

type QuotedRow = { readonly cells: string[]; readonly next: number; readonly lines: number };

function quotedRow(text: string, from: number, delimiter: string, newline: string, last: boolean): QuotedRow | 'unfinished' | 'broken' {
  const cells: string[] = [];
  let lines = 1;
  let at = from;
  for (;;) {
    const opening = skipSpaces(text, at);
    let stop: number;
    if (text[opening] === '"') {
      const closing = closingQuote(text, opening, delimiter, newline, last);
      if (typeof closing === 'string') return closing;
      const content = text.slice(opening + 1, closing.quote);
      cells.push(closing.doubled ? content.replaceAll('""', '"') : content);
      lines += closing.lines;
      stop = closing.stop;
    } else {
      stop = Math.min(find(text, delimiter, at), find(text, newline, at));
      if (stop === Infinity) {
        if (!last) return 'unfinished';
        stop = text.length;
      }
      const end = text[stop] !== delimiter && stop > at && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
      cells.push(text.slice(at, end));
    }
    if (stop >= text.length || text[stop] === newline) return { cells, next: stop + 1, lines };
    at = stop + 1;
  }
}

type Closing = { readonly quote: number; readonly stop: number; readonly doubled: boolean; readonly lines: number };

/**
 * The quote that ends a cell is followed by a delimiter or the end of the line. A lone one inside is taken as a letter (5" nails, written
 * carelessly), as long as the cell ends on its own line: past that, nobody can tell what was meant.
 */
function closingQuote(text: string, opening: number, delimiter: string, newline: string, last: boolean): Closing | 'unfinished' | 'broken' {
  const lineEnd = find(text, newline, opening);
  let doubled = false;
  let stray = false;
  let from = opening + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return last || (stray && lineEnd !== Infinity) ? 'broken' : 'unfinished';
    if (text[quote + 1] === '"') {
      doubled = true;
      from = quote + 2;
      continue;
    }
    let stop = skipSpaces(text, quote + 1);
    if (text[stop] === '\r' && (text[stop + 1] === newline || stop + 1 === text.length)) stop++;
    if (stop >= text.length && !last) return 'unfinished';
    const closes = stop >= text.length || text[stop] === delimiter || text[stop] === newline;
    if (quote > lineEnd && (stray || !closes)) return 'broken';
    if (closes) return { quote, stop, doubled, lines: quote > lineEnd ? countOf(text, newline, opening, quote) : 0 };
    stray = true;
    from = quote + 1;
  }
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32) at++;
  return at;
}

function countOf(text: string, what: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf(what, from); at !== -1 && at < to; at = text.indexOf(what, at + 1)) count++;
  return count;
}
