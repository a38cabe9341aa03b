import { readWorkspace, requestRefresh, todayOf, type Workspace } from '#features/workspace/server/index.ts';
import { neutralized } from '#kit/domain/formula-safety.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { fileImports, type FileToTake } from '#kit/server/file-imports/index.ts';
import { translate } from '#kit/server/messages.ts';
import type { ReadingOptions } from '#kit/server/tables/index.ts';
import type { GivenMapping, PurchaseMapping } from '../../domain/index.ts';
import { importFile, type ImportResult } from './import-file.ts';
import { analyseFile, columnsOf, type FileAnalysis, type Reading } from './read-file.ts';
import { listSetAside } from './set-aside-store.ts';

/** With the names of the file's columns, for the file of what was set aside. */
export type KeptResult = ImportResult & { readonly columns: readonly string[] };

export const purchaseImports = fileImports<PurchaseMapping, GivenMapping, FileAnalysis, KeptResult>({
  table: 'purchase_import',
  job: 'purchases.import',
  // Larger than any shop's export, smaller than a disk.
  largestMegabytes: 2048,
  look: async (tx, now, file, given) => await analyseFile(file, readingOf(await readWorkspace(tx), now), given),
  takeIn,
  setAside: (id, result, language) => ({
    language,
    columns: result?.columns ?? [],
    read: async (tx, after, most) =>
      (await listSetAside(tx, id, after, most)).map(({ line, reason, cells }) => ({
        line,
        why: translate(language, `purchases.import.reason.${reason}`),
        cells: cells.map(neutralized),
      })),
  }),
});

async function takeIn(
  tx: Tx,
  now: Temporal.Instant,
  { id, file, mapping, colleague }: FileToTake<PurchaseMapping>,
  options: ReadingOptions,
): Promise<KeptResult> {
  const workspace = await readWorkspace(tx);
  const { latestDay } = readingOf(workspace, now);
  const result = await importFile(tx, { importId: id, file, mapping, timeZone: workspace.timeZone, now, latestDay }, options);
  const columns = Object.keys(result.setAside).length > 0 ? await columnsOf(file, mapping) : [];
  await recordEvent(tx, now, {
    kind: 'purchases.imported',
    ...(colleague === null ? {} : { colleague }),
    subject: id,
    detail: { added: result.added, known: result.known, lines: result.lines },
  });
  if (result.added > 0 || result.customersMade > 0) await requestRefresh(tx);
  return { ...result, columns };
}

/**
 * Takes in a file that leaves no question open, within the caller's transaction. For files that Tend wrote itself; one that
 * people bring is analysed, shown and confirmed first. Refuses what would have to be asked (`purchase_import.question`).
 */
export async function importSales(tx: Tx, now: Temporal.Instant, file: string): Promise<ImportResult> {
  const { mapping, questions } = await analyseFile(file, readingOf(await readWorkspace(tx), now));
  if (questions.length > 0) throw fail('purchase_import.question');
  return (await purchaseImports.bring(tx, now, { file, mapping, config: undefined })).result;
}

export function readingOf(workspace: Workspace, now: Temporal.Instant): Reading {
  const today = Temporal.PlainDate.from('1970-01-01').until(todayOf(workspace, now)).days;
  return { latestDay: today + 1, currency: workspace.currency };
}
