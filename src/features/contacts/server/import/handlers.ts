import type { Language } from '#kit/domain/languages.ts';
import { describeImport, leftOutFile, type FileImport } from '#kit/server/file-imports/index.ts';
import { handle, type Handler } from '#kit/server/http/index.ts';
import { contactsApi } from '../../api.ts';
import type { ContactMapping } from '../../domain/index.ts';
import { contactImports, leftOut, type Looked } from './contact-imports.ts';
import type { ImportResult } from './import-file.ts';

export const importHandlers: readonly Handler[] = [
  handle(contactsApi.upload, async ({ services, who, query, request }) => {
    const { id, looked } = await contactImports.add(services, { ...who, fileName: query.name, body: request.body });
    return toAnalysis(id, query.name, looked);
  }),
  handle(contactsApi.analyse, async ({ tx, services, params, body }) => {
    const { row, looked } = await contactImports.lookAgain(tx, services, params.import, body);
    return toAnalysis(row.id, row.file_name, looked);
  }),
  handle(contactsApi.start, async ({ tx, now, who, params, body, language }) =>
    toImport(await contactImports.start(tx, now, who.colleague, params.import, body.mapping), language),
  ),
  handle(contactsApi.read, async ({ tx, params, language }) => toImport(await contactImports.read(tx, params.import), language)),
  handle(contactsApi.list, async ({ tx, language }) => ({
    imports: (await contactImports.latest(tx)).map((row) => toImport(row, language)),
  })),
  handle(contactsApi.cancel, async ({ tx, services, now, who, params, language }) =>
    toImport(await contactImports.cancel(tx, services, now, who.colleague, params.import), language),
  ),
  handle(contactsApi.rows, async ({ services, who, params, query, language }) => {
    const { workspace } = who;
    const row = await services.database.transaction({ workspace }, (tx) => contactImports.read(tx, params.import));
    return leftOutFile(services.database, workspace, query.which, leftOut(row.id, row.result, language, query.which));
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

function toCounts(result: ImportResult) {
  const { columns: _, setAside, warnings, ...counts } = result;
  return { ...counts, setAside: { ...setAside } as Record<string, number>, warnings: { ...warnings } as Record<string, number> };
}

function toImport(row: FileImport<ContactMapping, ImportResult>, language: Language) {
  return { ...describeImport(row, language), source: row.mapping?.source ?? null, result: row.result && toCounts(row.result) };
}
