import type { Language } from '#kit/domain/languages.ts';
import { explain } from '../messages.ts';
import type { FileImport } from './file-import-store.ts';

/** What anybody asks of an import first, whatever is in the file. */
export function describeImport(row: FileImport<unknown, unknown>, language: Language) {
  const { failure } = row;
  return {
    id: row.id,
    fileName: row.file_name,
    addedAt: row.added_at.toString(),
    state: stateOf(row),
    progress: row.finished_at ? 1 : row.read_bytes / Math.max(1, row.file_size),
    failure: failure && { code: failure.code, detail: explain(language, failure) },
  };
}

function stateOf({ result, failure, started_at: startedAt }: FileImport<unknown, unknown>) {
  if (result) return 'done' as const;
  if (failure) return failure.code === 'file_import.cancelled' ? ('cancelled' as const) : ('failed' as const);
  return startedAt ? ('running' as const) : ('uploaded' as const);
}
