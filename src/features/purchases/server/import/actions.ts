import { readWorkspace, requestRefresh, todayOf, type Workspace } from '#features/workspace/server/index.ts';
import { fail, FailureError } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { newId } from '#kit/server/ids.ts';
import { enqueueJob } from '#kit/server/jobs.ts';
import type { Services } from '#kit/server/services.ts';
import { forgetUpload, saveUpload, uploadPath } from '#kit/server/uploads.ts';
import { watchLongWork } from '#kit/server/long-work.ts';
import type { GivenMapping, PurchaseMapping } from '../../domain/index.ts';
import { importFile, type ImportResult } from './import-file.ts';
import { cancelImportRow, findImport, finishImport, insertImport, reportProgress, startImportRow } from './import-store.ts';
import { analyseFile, columnsOf, type FileAnalysis } from './read-file.ts';
import type { ImportRow } from './tables.ts';

export const importJob = 'purchases.import';

/** Larger than any shop's export, smaller than a disk. */
const largest = 2 * 1024 ** 3;

export type Upload = {
  readonly workspace: string;
  readonly colleague: string;
  readonly fileName: string;
  readonly body: ReadableStream<Uint8Array> | null;
};

/** Keeps an uploaded file and answers how it would be read. A file that is no table is refused and not kept. */
export async function addImport(services: Services, upload: Upload): Promise<{ id: string; analysis: FileAnalysis }> {
  const id = newId();
  const path = uploadPath(services.config, upload.workspace, id);
  const fileSize = await saveUpload(path, upload.body, largest, fail('purchase_import.too_large', { gigabytes: largest / 1024 ** 3 }));
  try {
    return await services.database.transaction({ workspace: upload.workspace }, async (tx) => {
      const addedAt = services.clock();
      const analysis = await analyseFile(path, readingOf(await readWorkspace(tx), addedAt));
      await insertImport(tx, { id, fileName: upload.fileName, fileSize, addedAt, addedBy: upload.colleague });
      return { id, analysis };
    });
  } catch (error) {
    await forgetUpload(path);
    throw error;
  }
}

/** Looks at an uploaded file again, with some of its reading given by a person. */
export async function analyseImport(
  tx: Tx,
  services: Services,
  id: string,
  given: GivenMapping,
): Promise<{ row: ImportRow; analysis: FileAnalysis }> {
  const row = await requireImport(tx, id);
  const path = uploadPath(services.config, tx.workspace, id);
  return { row, analysis: await analyseFile(path, readingOf(await readWorkspace(tx), services.clock()), given) };
}

/** Agrees to a reading and lets the work begin. Starting twice changes nothing; one that ended is refused (`purchase_import.already_finished`). */
export async function startImport(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  id: string,
  mapping: PurchaseMapping,
): Promise<ImportRow> {
  const row = await requireImport(tx, id, true);
  if (row.finished_at) throw fail('purchase_import.already_finished');
  if (!row.started_at) {
    await startImportRow(tx, id, mapping, now, colleague);
    await enqueueJob(tx, importJob, { import: id }, { key: `import ${id}`, queue: `import ${tx.workspace}` });
  }
  return await requireImport(tx, id);
}

/** Asks an import to stop. What it has read so far does not stay; one that ended already is left as it ended. */
export async function cancelImport(tx: Tx, now: Temporal.Instant, colleague: string, id: string): Promise<ImportRow> {
  const row = await requireImport(tx, id);
  await cancelImportRow(tx, id, now, colleague);
  if (!row.started_at) await finishImport(tx, id, now, { failure: { code: 'purchase_import.cancelled', values: {} } });
  return await requireImport(tx, id);
}

/**
 * The work itself. All of it is one transaction, so a process that dies leaves the state before, and the job is taken up again at the next start.
 * What is wrong with the file is written down as the import's failure; only what may pass by itself is thrown.
 */
export async function runImport(services: Services, workspace: string, id: string, stopping: AbortSignal): Promise<void> {
  const row = await services.database.transaction({ workspace }, (tx) => findImport(tx, id));
  if (!row?.mapping || row.finished_at) return;
  const { mapping } = row;
  const path = uploadPath(services.config, workspace, id);
  const watch = watchLongWork(services, workspace, stopping, (tx, bytes) => reportProgress(tx, id, bytes));
  try {
    await services.database.transaction({ workspace }, async (tx) => {
      await takeIn(tx, services.clock(), { id, file: path, mapping }, { signal: watch.signal, onProgress: watch.onProgress });
    });
    await forgetUpload(path);
  } catch (error) {
    const failure = watch.cancelled() ? { code: 'purchase_import.cancelled', values: {} } : failureOf(error);
    if (stopping.aborted || !failure) throw error;
    await services.database.transaction({ workspace }, (tx) => finishImport(tx, id, services.clock(), { failure }));
    await forgetUpload(path);
  } finally {
    await watch.end();
  }
}

/** Takes a file in within the caller's transaction: what it holds, what became of it, and the wish to compute every figure again. */
export async function takeIn(
  tx: Tx,
  now: Temporal.Instant,
  given: { id: string; file: string; mapping: PurchaseMapping },
  options: { signal?: AbortSignal; onProgress?: (bytes: number) => void },
): Promise<ImportResult> {
  const workspace = await readWorkspace(tx);
  const { latestDay } = readingOf(workspace, now);
  const result = await importFile(
    tx,
    { importId: given.id, file: given.file, mapping: given.mapping, timeZone: workspace.timeZone, now, latestDay },
    options,
  );
  const columns = Object.keys(result.setAside).length > 0 ? await columnsOf(given.file, given.mapping) : [];
  await finishImport(tx, given.id, now, { result: { ...result, columns } });
  await recordEvent(tx, now, {
    kind: 'purchases.imported',
    subject: given.id,
    detail: { added: result.added, known: result.known, lines: result.lines },
  });
  if (result.added > 0 || result.customersMade > 0) await requestRefresh(tx);
  return result;
}

export function readingOf(workspace: Workspace, now: Temporal.Instant): { latestDay: number; currency: string } {
  const today = Temporal.PlainDate.from('1970-01-01').until(todayOf(workspace, now)).days;
  return { latestDay: today + 1, currency: workspace.currency };
}

export async function requireImport(tx: Tx, id: string, lock = false): Promise<ImportRow> {
  const row = await findImport(tx, id, lock);
  if (!row) throw fail('purchase_import.not_found');
  return row;
}

function failureOf(error: unknown): FailureError['failure'] | undefined {
  return error instanceof FailureError ? error.failure : undefined;
}
