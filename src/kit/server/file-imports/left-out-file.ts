import { Readable } from 'node:stream';
import type { Language } from '#kit/domain/languages.ts';
import type { Database, Tx } from '../db/index.ts';
import { translate } from '../messages.ts';
import { delimitedRow } from '../tables/index.ts';

const atOnce = 5000;

/** A row of a file of which something was not taken: why, in the reader's language, and its cells, harmless in a spreadsheet. */
type LeftOut = { readonly line: number; readonly why: string; readonly cells: readonly string[] };

export type LeftOutTable = {
  readonly language: Language;
  readonly columns: readonly string[];
  /** The next rows after a line, in their order. */
  readonly read: (tx: Tx, after: number, most: number) => Promise<readonly LeftOut[]>;
};

/** `leftOutPieces` as a file that the browser saves. */
export function leftOutFile(database: Database, workspace: string, fileName: string, table: LeftOutTable): Response {
  return new Response(Readable.toWeb(Readable.from(leftOutPieces(database, workspace, table))) as ReadableStream, {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${fileName}.csv"` },
  });
}

/**
 * What of a file was not taken, as a table that can be corrected and brought back: why and the line of the original
 * file stand first, under names that no import takes for anything. Read piece by piece, however many there are.
 */
export async function* leftOutPieces(
  database: Database,
  workspace: string,
  { language, columns, read }: LeftOutTable,
): AsyncGenerator<Buffer> {
  // A byte-order mark, or spreadsheets take the text for one of an old encoding.
  const names = [translate(language, 'file_import.why'), translate(language, 'file_import.line'), ...columns];
  yield Buffer.from(`\ufeff${delimitedRow(names)}`);
  let after = -1;
  for (;;) {
    const from = after;
    const rows = await database.transaction({ workspace }, (tx) => read(tx, from, atOnce));
    yield Buffer.from(rows.map(({ why, line, cells }) => delimitedRow([why, String(line), ...cells])).join(''));
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return;
    after = last.line;
  }
}
