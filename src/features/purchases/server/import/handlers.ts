import type { Language } from '#kit/domain/languages.ts';
import { describeImport, leftOutFile, type FileImport } from '#kit/server/file-imports/index.ts';
import { handle, type Handler } from '#kit/server/http/index.ts';
import { purchaseImportsApi } from '../../api.ts';
import type { PurchaseMapping, Tally } from '../../domain/index.ts';
import { purchaseImports, type KeptResult } from './purchase-imports.ts';
import type { FileAnalysis } from './read-file.ts';

export const importHandlers: readonly Handler[] = [
  handle(purchaseImportsApi.upload, async ({ services, who, query, request }) => {
    const { id, looked } = await purchaseImports.add(services, { ...who, fileName: query.name, body: request.body });
    return toAnalysis(id, query.name, looked);
  }),
  handle(purchaseImportsApi.analyse, async ({ tx, services, params, body }) => {
    const { row, looked } = await purchaseImports.lookAgain(tx, services, params.import, body);
    return toAnalysis(row.id, row.file_name, looked);
  }),
  handle(purchaseImportsApi.start, async ({ tx, now, who, params, body, language }) =>
    toImport(await purchaseImports.start(tx, now, who.colleague, params.import, body.mapping), language),
  ),
  handle(purchaseImportsApi.read, async ({ tx, params, language }) => toImport(await purchaseImports.read(tx, params.import), language)),
  handle(purchaseImportsApi.list, async ({ tx, language }) => ({
    imports: (await purchaseImports.latest(tx)).map((row) => toImport(row, language)),
  })),
  handle(purchaseImportsApi.cancel, async ({ tx, services, now, who, params, language }) =>
    toImport(await purchaseImports.cancel(tx, services, now, who.colleague, params.import), language),
  ),
  handle(purchaseImportsApi.setAside, async ({ services, who, params, language }) => {
    const { workspace } = who;
    const row = await services.database.transaction({ workspace }, (tx) => purchaseImports.read(tx, params.import));
    return leftOutFile(services.database, workspace, 'set-aside', purchaseImports.setAside(row.id, row.result, language));
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

function toImport(row: FileImport<PurchaseMapping, KeptResult>, language: Language) {
  const { result, mapping } = row;
  return { ...describeImport(row, language), result: result && toResult(result, mapping?.currency ?? '') };
}

// Imports that are older than this count do not tell it.
const unsaid = { erased: 0 };

function toResult(kept: KeptResult, currency: string) {
  const { columns: _, ...result } = kept;
  return { ...unsaid, ...result, ...toTally({ ...result, taken: result.added + result.known }), currency };
}
