import { neutralized } from '#kit/domain/formula-safety.ts';
import type { Language } from '#kit/domain/languages.ts';
import type { Database } from '#kit/server/db/index.ts';
import { translate } from '#kit/server/messages.ts';
import { delimitedRow } from '#kit/server/tables/index.ts';
import { listSetAside } from './import-store.ts';
import type { ImportRow } from './tables.ts';

const atOnce = 5000;

/**
 * The lines that were not taken, as a table that can be corrected and brought back: the reason in the reader's language and the line of the
 * original file stand first, under names that no import takes for anything. Read piece by piece, however many there are.
 */
export async function* setAsideLines(
  database: Database,
  workspace: string,
  row: ImportRow,
  language: Language,
): AsyncGenerator<Uint8Array> {
  // A byte-order mark, or spreadsheets take the text for one of an old encoding.
  yield bytes('\ufeff');
  yield bytes(
    delimitedRow([
      translate(language, 'purchases.import_file.reason'),
      translate(language, 'purchases.import_file.line'),
      ...(row.result?.columns ?? []),
    ]),
  );
  let after = -1;
  for (;;) {
    const lines = await database.transaction({ workspace }, (tx) => listSetAside(tx, row.id, after, atOnce));
    const text = lines
      .map(({ line, reason, cells }) =>
        delimitedRow([translate(language, `purchases.import.reason.${reason}`), String(line), ...cells.map(neutralized)]),
      )
      .join('');
    yield bytes(text);
    const last = lines.at(-1);
    if (!last || lines.length < atOnce) return;
    after = last.line;
  }
}

const encoder = new TextEncoder();

function bytes(text: string): Uint8Array {
  return encoder.encode(text);
}
