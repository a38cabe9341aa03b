import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import type { FileImports } from '#kit/web/file-import/file-imports.ts';
import type { ContactAnalysis, ContactCounts, ContactImport, contactsApi, GivenContactMapping } from '../api.ts';

export const api = apiOf<typeof contactsApi>();

export type Analysis = z.output<typeof ContactAnalysis>;
export type Counts = z.output<typeof ContactCounts>;

/** What a person said about a file; the rest is guessed anew with every look. */
export type Given = z.input<typeof GivenContactMapping>;

export const contactImports: FileImports<Analysis, Given, z.output<typeof ContactImport>> = {
  place: '/contacts/import',
  uploadAddress: (name) => api.address('post', '/api/contact-imports', { query: { name } }),
  look: (id, given) => api.call('post', '/api/contact-imports/{import}/analysis', { params: { import: id }, body: given }),
  start: (id, mapping) => api.call('post', '/api/contact-imports/{import}/start', { params: { import: id }, body: { mapping } }),
  cancel: (id) => api.call('post', '/api/contact-imports/{import}/cancellation', { params: { import: id } }),
  seen: (id) => api.query('get', '/api/contact-imports/{import}', { params: { import: id } }),
  earlier: () => api.query('get', '/api/contact-imports'),
};
