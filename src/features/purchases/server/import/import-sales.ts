import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readWorkspace } from '#features/workspace/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import { readingOf, takeIn } from './actions.ts';
import type { ImportResult } from './import-file.ts';
import { insertImport, startImportRow } from './import-store.ts';
import { analyseFile } from './read-file.ts';

/**
 * Takes in a file that leaves no question open, within the caller's transaction. For files that Tend wrote itself; one that
 * people bring is analysed, shown and confirmed first. Refuses what would have to be asked (`purchase_import.question`).
 */
export async function importSales(tx: Tx, now: Temporal.Instant, file: string): Promise<ImportResult> {
  const { mapping, questions } = await analyseFile(file, readingOf(await readWorkspace(tx), now));
  if (questions.length > 0) throw fail('purchase_import.question');
  const id = newId(now.epochMilliseconds);
  const { size } = await stat(file);
  await insertImport(tx, { id, fileName: basename(file), fileSize: size, addedAt: now, addedBy: null });
  await startImportRow(tx, id, mapping, now, null);
  return await takeIn(tx, now, { id, file, mapping }, {});
}
