import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import type { FileImports } from '#kit/web/file-import/file-imports.ts';
import type { AnalysisAnswer, ImportAnswer, ImportMapping, purchaseImportsApi } from '../api.ts';

export const api = apiOf<typeof purchaseImportsApi>();

export type Analysis = z.output<typeof AnalysisAnswer>;
export type ImportSeen = z.output<typeof ImportAnswer>;
export type Mapping = z.output<typeof ImportMapping>;
export type Question = Analysis['questions'][number];

/** What a person said about a file; the rest is guessed anew with every look. */
export type Given = {
  readonly [Part in Exclude<keyof Mapping, 'file'>]?: Mapping[Part] | undefined;
} & { readonly file?: Partial<Mapping['file']> };

export const purchaseImports: FileImports<Analysis, Given, ImportSeen> = {
  place: '/import',
  uploadAddress: (name) => api.address('post', '/api/purchase-imports', { query: { name } }),
  look: (id, given) => api.call('post', '/api/purchase-imports/{import}/analysis', { params: { import: id }, body: given }),
  start: (id, mapping) => api.call('post', '/api/purchase-imports/{import}/start', { params: { import: id }, body: { mapping } }),
  cancel: (id) => api.call('post', '/api/purchase-imports/{import}/cancellation', { params: { import: id } }),
  seen: (id) => api.query('get', '/api/purchase-imports/{import}', { params: { import: id } }),
  earlier: () => api.query('get', '/api/purchase-imports'),
};

/** The reading as it stands with what a person just said, even while the server is still looking again. */
export function withGiven(mapping: Mapping, given: Given): Mapping {
  return {
    file: { ...mapping.file, ...given.file },
    columns: given.columns ?? mapping.columns,
    dateOrder: given.dateOrder ?? mapping.dateOrder,
    decimalMark: given.decimalMark ?? mapping.decimalMark,
    currency: given.currency ?? mapping.currency,
    numbering: given.numbering ?? mapping.numbering,
    kinds: given.kinds ?? mapping.kinds,
  };
}
