import { Readable } from 'node:stream';
import type { Language } from '#kit/domain/languages.ts';
import { handle, type Handler } from '#kit/server/http/index.ts';
import type { Job } from '#kit/server/jobs.ts';
import { explain } from '#kit/server/messages.ts';
import { forgetUpload, uploadPath } from '#kit/server/uploads.ts';
import { contactsApi } from '../../api.ts';
import { addImport, analyseImport, cancelImport, importJob, requireImport, runImport, startImport, type Looked } from './actions.ts';
import type { ImportResult } from './import-file.ts';
import { listImports } from './import-store.ts';
import { rowsFile } from './rows-file.ts';
import type { ImportRow } from './tables.ts';

export const importJobs: readonly Job[] = [
  {
    name: importJob,
    run: ({ services, workspace, input, signal }) => runImport(services, workspace, (input as { import: string }).import, signal),
  },
];

export const importHandlers: readonly Handler[] = [
  handle(contactsApi.upload, async ({ services, who, query, request }) => {
    const { id, ...looked } = await addImport(services, {
      workspace: who.workspace,
      colleague: who.colleague,
      fileName: query.name,
      body: request.body,
    });
    return toAnalysis(id, query.name, looked);
  }),
  handle(contactsApi.analyse, async ({ tx, services, params, body }) => {
    const { row, ...looked } = await analyseImport(tx, services, params.import, body);
    return toAnalysis(row.id, row.file_name, looked);
  }),
  handle(contactsApi.start, async ({ tx, now, who, params, body, language }) =>
    toImport(await startImport(tx, now, who.colleague, params.import, body.mapping), language),
  ),
  handle(contactsApi.read, async ({ tx, params, language }) => toImport(await requireImport(tx, params.import), language)),
  handle(contactsApi.list, async ({ tx, language }) => ({ imports: (await listImports(tx, 20)).map((row) => toImport(row, language)) })),
  handle(contactsApi.cancel, async ({ tx, services, now, who, params, language }) => {
    const row = await cancelImport(tx, now, who.colleague, params.import);
    // A file that nobody will take in any more holds names for nothing; one under way is forgotten by the work itself.
    if (!row.started_at) tx.afterCommit(() => void forgetUpload(uploadPath(services.config, who.workspace, row.id)));
    return toImport(row, language);
  }),
  handle(contactsApi.rows, async ({ services, who, params, query, language }) => {
    const row = await services.database.transaction({ workspace: who.workspace }, (tx) => requireImport(tx, params.import));
    const rows = Readable.from(rowsFile(services.database, who.workspace, row, query.which === 'incomplete', language));
    return new Response(Readable.toWeb(rows) as ReadableStream, {
      headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${query.which}.csv"` },
    });
  }),
];

function toAnalysis(id: string, fileName: string, { analysis, trial, trialIsWhole }: Looked) {
  const { columns, firstLines, mapping, size } = analysis;
  return {
    import: id,
    fileName,
    size,
    mapping: { ...mapping, columns: { ...mapping.columns } },
    columns: columns.map(({ name, examples }) => ({ name, examples: [...examples] })),
    firstLines: firstLines.map((line) => [...line]),
    trial: trial && toCounts(trial),
    trialIsWhole,
  };
}

function toCounts({ read, made, updated, unchanged, withWarnings, contactsMade, organizationsMade, photos, ...by }: ImportResult) {
  const counts = { read, made, updated, unchanged, withWarnings, contactsMade, organizationsMade, photos };
  return { ...counts, setAside: { ...by.setAside } as Record<string, number>, warnings: { ...by.warnings } as Record<string, number> };
}

function toImport(row: ImportRow, language: Language) {
  const { result, failure } = row;
  return {
    id: row.id,
    fileName: row.file_name,
    addedAt: row.added_at.toString(),
    state: stateOf(row),
    source: row.mapping?.source ?? null,
    progress: row.finished_at ? 1 : row.read_bytes / Math.max(1, row.file_size),
    result: result && toCounts(result),
    failure: failure && { code: failure.code, detail: explain(language, failure) },
  };
}

function stateOf(row: ImportRow) {
  if (row.result) return 'done' as const;
  if (row.failure) return row.failure.code === 'contact_import.cancelled' ? ('cancelled' as const) : ('failed' as const);
  return row.started_at ? ('running' as const) : ('uploaded' as const);
}
