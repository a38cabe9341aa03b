import { keepFindable } from '#features/people/server/index.ts';
import { readWorkspace, requestRefresh } from '#features/workspace/server/index.ts';
import { fail, FailureError } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { newId } from '#kit/server/ids.ts';
import { enqueueJob } from '#kit/server/jobs.ts';
import { watchLongWork } from '#kit/server/long-work.ts';
import type { Services } from '#kit/server/services.ts';
import type { ReadingOptions } from '#kit/server/tables/index.ts';
import { forgetUpload, saveUpload, uploadPath } from '#kit/server/uploads.ts';
import { checkContactMapping, type ContactMapping, type GivenContactMapping } from '../../domain/index.ts';
import { analyseFile, type FileAnalysis } from '../reading/analyse-file.ts';
import { countryOfZone } from './country-of-zone.ts';
import { importFile, type ImportResult } from './import-file.ts';
import { cancelImportRow, findImport, finishImport, insertImport, reportProgress, startImportRow } from './import-store.ts';
import type { ImportRow } from './tables.ts';

export const importJob = 'contacts.import';

/** Address books with pictures are large; none is larger. */
const largest = 500 * 1024 ** 2;

const few = 500;

/** So many rows are looked at before anything is taken in. */
const lookedAt = 2000;

export type Upload = {
  readonly workspace: string;
  readonly colleague: string;
  readonly fileName: string;
  readonly body: ReadableStream<Uint8Array> | null;
};

export type Looked = { readonly analysis: FileAnalysis; readonly trial: ImportResult | null; readonly trialIsWhole: boolean };

/** Keeps an uploaded file and answers how it would be read. A file that holds no contacts is refused and not kept. */
export async function addImport(services: Services, upload: Upload): Promise<Looked & { id: string }> {
  const id = newId();
  const path = uploadPath(services.config, upload.workspace, id);
  const fileSize = await saveUpload(path, upload.body, largest, fail('contact_import.too_large', { megabytes: largest / 1024 ** 2 }));
  try {
    return await services.database.transaction({ workspace: upload.workspace }, async (tx) => {
      const now = services.clock();
      const looked = await lookAt(tx, now, path, {}, lookedAt);
      await insertImport(tx, { id, fileName: upload.fileName, fileSize, addedAt: now, addedBy: upload.colleague });
      return { id, ...looked };
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
  given: GivenContactMapping,
): Promise<Looked & { row: ImportRow }> {
  const row = await requireImport(tx, id);
  if (row.finished_at) throw fail('contact_import.already_finished');
  return { row, ...(await lookAt(tx, services.clock(), uploadPath(services.config, tx.workspace, id), given, lookedAt)) };
}

/** How a file would be read, and what would become of its first rows, or of all. Nothing is written. */
export async function lookAt(
  tx: Tx,
  now: Temporal.Instant,
  file: string,
  given: GivenContactMapping,
  most: number,
  options: ReadingOptions = {},
): Promise<Looked> {
  const { timeZone } = await readWorkspace(tx);
  const analysis = await analyseFile(file, countryOfZone(timeZone), given, options);
  if (!checkContactMapping(analysis.mapping).ok) return { analysis, trial: null, trialIsWhole: false };
  const trial = await importFile(tx, { importId: undefined, file, mapping: analysis.mapping, now, colleague: null, most }, options);
  return { analysis, trial, trialIsWhole: trial.read < most };
}

/** Agrees to a reading and lets the work begin. Starting twice changes nothing; one that ended is refused (`contact_import.already_finished`). */
export async function startImport(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  id: string,
  mapping: ContactMapping,
): Promise<ImportRow> {
  const row = await requireImport(tx, id, true);
  if (row.finished_at) throw fail('contact_import.already_finished');
  if (!row.started_at) {
    await startImportRow(tx, id, mapping, now, colleague);
    await enqueueJob(tx, importJob, { import: id }, { key: `contact import ${id}`, queue: `import ${tx.workspace}` });
  }
  return await requireImport(tx, id);
}

/** Asks an import to stop. What it has read so far does not stay; one that ended already is left as it ended. */
export async function cancelImport(tx: Tx, now: Temporal.Instant, colleague: string, id: string): Promise<ImportRow> {
  const row = await requireImport(tx, id);
  await cancelImportRow(tx, id, now, colleague);
  if (!row.started_at) await finishImport(tx, id, now, { failure: cancelled });
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
      await takeIn(tx, services.clock(), { id, file: path, mapping, colleague: row.started_by }, watch);
    });
    await forgetUpload(path);
  } catch (error) {
    const failure = watch.cancelled() ? cancelled : error instanceof FailureError ? error.failure : undefined;
    if (stopping.aborted || !failure) throw error;
    await services.database.transaction({ workspace }, (tx) => finishImport(tx, id, services.clock(), { failure }));
    await forgetUpload(path);
  } finally {
    await watch.end();
  }
}

/** Takes a file in within the caller's transaction, and writes down what became of it. */
export async function takeIn(
  tx: Tx,
  now: Temporal.Instant,
  given: { readonly id: string; readonly file: string; readonly mapping: ContactMapping; readonly colleague: string | null },
  options: ReadingOptions,
): Promise<ImportResult> {
  const { id, file, mapping, colleague } = given;
  const touched = new Set<string>();
  const gathering: Tx = { ...tx, touch: (...customers) => customers.forEach((customer) => touched.add(customer)) };
  const result = await importFile(gathering, { importId: id, file, mapping, now, colleague }, options);
  await finishImport(tx, id, now, { result });
  await recordEvent(tx, now, {
    kind: 'contacts.imported',
    ...(colleague === null ? {} : { colleague }),
    subject: id,
    detail: { source: mapping.source, read: result.read, made: result.made, updated: result.updated },
  });
  // A few are brought up to date at once; of many it is quicker to compute everyone anew, once, when they are there.
  if (touched.size <= few) tx.touch(...touched);
  else {
    await keepFindable(tx, [...touched]);
    await requestRefresh(tx);
  }
  return result;
}

export async function requireImport(tx: Tx, id: string, lock = false): Promise<ImportRow> {
  const row = await findImport(tx, id, lock);
  if (!row) throw fail('contact_import.not_found');
  return row;
}

const cancelled = { code: 'contact_import.cancelled', values: {} };
