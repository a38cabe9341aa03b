import { readWorkspace, todayOf } from '#features/workspace/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import { importFile, type ImportResult } from './import-file.ts';
import { analyseFile } from './read-file.ts';

/**
 * Takes in a file that leaves no question open, within the caller's transaction. For files that Tend wrote itself; one that
 * people bring is analysed, shown and confirmed first. Refuses what would have to be asked (`purchase_import.question`).
 */
export async function importSales(tx: Tx, now: Temporal.Instant, file: string): Promise<ImportResult> {
  const workspace = await readWorkspace(tx);
  const latestDay = Temporal.PlainDate.from('1970-01-01').until(todayOf(workspace, now)).days + 1;
  const { mapping, questions } = await analyseFile(file, { latestDay, currency: workspace.currency });
  if (questions.length > 0) throw fail('purchase_import.question');
  return await importFile(tx, { importId: newId(), file, mapping, timeZone: workspace.timeZone, now, latestDay }, {});
}
