import { Readable } from 'node:stream';
import type { Language } from '#kit/domain/languages.ts';
import { handle, type Handler } from '#kit/server/http/index.ts';
import type { Job } from '#kit/server/jobs.ts';
import { explain } from '#kit/server/messages.ts';
import { forgetUpload, uploadPath } from '#kit/server/uploads.ts';
import { purchaseImportsApi } from '../../api.ts';
import type { Tally } from '../../domain/index.ts';
import { addImport, analyseImport, cancelImport, importJob, requireImport, runImport, startImport } from './actions.ts';
import { listImports } from './import-store.ts';
import type { FileAnalysis } from './read-file.ts';
import { setAsideLines } from './set-aside-file.ts';
import type { ImportRow } from './tables.ts';

export const importJobs: readonly Job[] = [
  {
    name: importJob,
    run: ({ services, workspace, input, signal }) => runImport(services, workspace, (input as { import: string }).import, signal),
  },
];

export const importHandlers: readonly Handler[] = [
  handle(purchaseImportsApi.upload, async ({ services, who, query, request }) => {
    const { id, analysis } = await addImport(services, {
      workspace: who.workspace,
      colleague: who.colleague,
      fileName: query.name,
      body: request.body,
    });
    return toAnalysis(id, query.name, analysis);
  }),
  handle(purchaseImportsApi.analyse, async ({ tx, services, params, body }) => {
    const { row, analysis } = await analyseImport(tx, services, params.import, body);
    return toAnalysis(row.id, row.file_name, analysis);
  }),
  handle(purchaseImportsApi.start, async ({ tx, now, who, params, body, language }) =>
    toImport(await startImport(tx, now, who.colleague, params.import, body.mapping), language),
  ),
  handle(purchaseImportsApi.read, async ({ tx, params, language }) => toImport(await requireImport(tx, params.import), language)),
  handle(purchaseImportsApi.list, async ({ tx, language }) => ({
    imports: (await listImports(tx, 20)).map((row) => toImport(row, language)),
  })),
  handle(purchaseImportsApi.cancel, async ({ tx, services, now, who, params, language }) => {
    const row = await cancelImport(tx, now, who.colleague, params.import);
    // A file that nobody will take in any more holds names for nothing; one under way is forgotten by the work itself.
    if (!row.started_at) tx.afterCommit(() => void forgetUpload(uploadPath(services.config, who.workspace, row.id)));
    return toImport(row, language);
  }),
  handle(purchaseImportsApi.setAside, async ({ services, who, params, language }) => {
    const row = await services.database.transaction({ workspace: who.workspace }, (tx) => requireImport(tx, params.import));
    const lines = Readable.from(setAsideLines(services.database, who.workspace, row, language));
    return new Response(Readable.toWeb(lines) as ReadableStream, {
      headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="set-aside.csv"' },
    });
  }),
];

function toAnalysis(id: string, fileName: string, { trial, ...analysis }: FileAnalysis) {
  return { ...(structuredClone(analysis) as Mutable<typeof analysis>), import: id, fileName, trial: trial ? toTally(trial) : null };
}

type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T;

function toTally({ firstDay, lastDay, ...tally }: Tally) {
  return {
    ...tally,
    setAside: { ...tally.setAside } as Record<string, number>,
    rules: { ...tally.rules } as Record<string, number>,
    firstDay: firstDay ?? null,
    lastDay: lastDay ?? null,
  };
}

function toImport(row: ImportRow, language: Language) {
  const { result, failure } = row;
  return {
    id: row.id,
    fileName: row.file_name,
    addedAt: row.added_at.toString(),
    state: stateOf(row),
    progress: row.finished_at ? 1 : row.read_bytes / Math.max(1, row.file_size),
    result: result
      ? { ...result, ...toTally({ ...result, taken: result.added + result.known }), currency: row.mapping?.currency ?? '' }
      : null,
    failure: failure ? { code: failure.code, detail: explain(language, failure) } : null,
  };
}

function stateOf(row: ImportRow) {
  if (row.result) return 'done' as const;
  if (row.failure) return row.failure.code === 'purchase_import.cancelled' ? ('cancelled' as const) : ('failed' as const);
  return row.started_at ? ('running' as const) : ('uploaded' as const);
}
