import { neutralizedText } from '#kit/domain/formula-safety.ts';
import type { Language } from '#kit/domain/languages.ts';
import type { Database } from '#kit/server/db/index.ts';
import { translate } from '#kit/server/messages.ts';
import { delimitedRow } from '#kit/server/tables/index.ts';
import { listRows } from './row-store.ts';
import type { ImportRow } from './tables.ts';

const atOnce = 5000;

/**
 * The rows that were set aside, or those that came in without some values, as a table that can be corrected and brought back: why in the reader's
 * language, and where in the original file, stand first, under names that no import takes for anything.
 */
export async function* rowsFile(
  database: Database,
  workspace: string,
  row: ImportRow,
  taken: boolean,
  language: Language,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const say = (key: string) => translate(language, key);
  // A byte-order mark, or spreadsheets take the text for one of an old encoding.
  yield encoder.encode(
    `\ufeff${delimitedRow([say('contacts.rows_file.why'), say('contacts.rows_file.where'), ...(row.result?.columns ?? [])])}`,
  );
  let after = -1;
  for (;;) {
    const rows = await database.transaction({ workspace }, (tx) => listRows(tx, row.id, taken, after, atOnce));
    const text = rows.map(({ line, reasons, cells }) => {
      const why = reasons.map(({ reason, value }) =>
        taken ? `${say(`contacts.warning.${reason}`)}: ${value}` : say(`contacts.reason.${reason}`),
      );
      return delimitedRow([neutralizedText(why.join(' · ')), String(line), ...cells.map(neutralizedText)]);
    });
    yield encoder.encode(text.join(''));
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return;
    after = last.line;
  }
}
