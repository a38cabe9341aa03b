import { Readable } from 'node:stream';
import type { Language } from '#kit/domain/languages.ts';
import type { Database, Tx } from '../db/index.ts';
import { translate } from '../messages.ts';
import { delimitedRow } from '../tables/index.ts';

const atOnce = 5000;

/** A row of a file of which something was not taken. */
type LeftOut = { readonly line: number };

/**
 * What of a file was not taken, as a table that can be corrected and brought back: why, in the reader's language, and the line of the original
 * file stand first, under names that no import takes for anything. Read piece by piece, however many there are.
 */
export function leftOutFile<Row extends LeftOut>(
  database: Database,
  workspace: string,
  given: {
    readonly fileName: string;
    readonly language: Language;
    readonly columns: readonly string[];
    /** The next rows after a line, in their order. */
    readonly read: (tx: Tx, after: number, most: number) => Promise<readonly Row[]>;
    readonly why: (row: Row) => string;
    /** Harmless in a spreadsheet. */
    readonly cells: (row: Row) => readonly string[];
  },
): Response {
  const { fileName, language, columns, read, why, cells } = given;
  async function* lines(): AsyncGenerator<Buffer> {
    // A byte-order mark, or spreadsheets take the text for one of an old encoding.
    const names = [translate(language, 'file_import.why'), translate(language, 'file_import.line'), ...columns];
    yield Buffer.from(`\ufeff${delimitedRow(names)}`);
    let after = -1;
    for (;;) {
      const from = after;
      const rows = await database.transaction({ workspace }, (tx) => read(tx, from, atOnce));
      yield Buffer.from(rows.map((row) => delimitedRow([why(row), String(row.line), ...cells(row)])).join(''));
      const last = rows.at(-1);
      if (!last || rows.length < atOnce) return;
      after = last.line;
    }
  }
  return new Response(Readable.toWeb(Readable.from(lines())) as ReadableStream, {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${fileName}.csv"` },
  });
}
