import { z } from 'zod';
import { Counts, FileImported, FileLooked, importOf, TableForm, uploadedAs } from '#kit/contract/file-import.ts';
import { route } from '#kit/contract/route.ts';
import { contactFields, contactForms, contactSources } from './domain/index.ts';

/** How a file of contacts is read: what it is, and what its columns tell. */
export const ContactMapping = z.object({
  form: z.enum(contactForms),
  source: z.enum(contactSources),
  file: TableForm,
  columns: z.record(
    z.string().max(300),
    z.object({
      field: z.enum(contactFields),
      slot: z.number().int().min(0).max(100).optional(),
      label: z.string().max(80).optional(),
      custom: z.uuid().optional(),
    }),
  ),
  dateOrder: z.enum(['dmy', 'mdy']),
  /** ISO 3166, or empty. */
  country: z.string().max(2),
  /** What people with an organization become: contacts there, or customers for themselves as well. */
  people: z.enum(['contacts', 'customers']),
});

export const GivenContactMapping = ContactMapping.omit({ form: true, source: true })
  .partial()
  .extend({ file: TableForm.partial().optional() });

/** Read = made + updated + unchanged + set aside. */
export const ContactCounts = z.object({
  read: z.number().int(),
  made: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  /** By reason. */
  setAside: Counts,
  /** Values that were left out of rows that came in, by why. */
  warnings: Counts,
  withWarnings: z.number().int(),
  /** Of those made: known only for a role at an organization. */
  contactsMade: z.number().int(),
  /** Organizations that were only named. */
  organizationsMade: z.number().int(),
  /** Who has a photo in the file. */
  photos: z.number().int(),
  /** Whose photo the file only points at; nothing is fetched from elsewhere. */
  photosElsewhere: z.number().int(),
});

export const ContactAnalysis = FileLooked.extend({
  mapping: ContactMapping,
  /** What would become of the rows that were looked at; null while nobody would have a name. */
  trial: ContactCounts.nullable(),
  /** Whether those are all rows of the file. */
  trialIsWhole: z.boolean(),
});

export const ContactImport = FileImported.extend({ source: z.enum(contactSources).nullable(), result: ContactCounts.nullable() });

export const contactsApi = {
  upload: route({
    method: 'post',
    path: '/api/contact-imports',
    summary: 'Upload a file of contacts (CSV, XLSX, vCard); answers how it would be read',
    caller: 'importData',
    query: uploadedAs,
    raw: 'upload',
    answer: ContactAnalysis,
  }),
  analyse: route({
    method: 'post',
    path: '/api/contact-imports/{import}/analysis',
    summary: 'Read an uploaded file again, with parts of the reading decided',
    caller: 'importData',
    params: importOf,
    body: GivenContactMapping,
    answer: ContactAnalysis,
  }),
  start: route({
    method: 'post',
    path: '/api/contact-imports/{import}/start',
    summary: 'Import the contacts, by this reading',
    caller: 'importData',
    params: importOf,
    body: z.object({ mapping: ContactMapping }),
    answer: ContactImport,
  }),
  read: route({
    method: 'get',
    path: '/api/contact-imports/{import}',
    summary: 'How far an import of contacts has come, or how it ended',
    caller: 'importData',
    params: importOf,
    answer: ContactImport,
  }),
  list: route({
    method: 'get',
    path: '/api/contact-imports',
    summary: 'The latest imports of contacts',
    caller: 'importData',
    answer: z.object({ imports: z.array(ContactImport) }),
  }),
  cancel: route({
    method: 'post',
    path: '/api/contact-imports/{import}/cancellation',
    summary: 'Stop an import of contacts; nothing from it stays',
    caller: 'importData',
    params: importOf,
    answer: ContactImport,
  }),
  rows: route({
    method: 'get',
    path: '/api/contact-imports/{import}/rows',
    summary: 'The rows that were set aside, or that came in incomplete, as a file that can be corrected and imported again',
    caller: 'importData',
    params: importOf,
    query: z.object({ which: z.enum(['set-aside', 'incomplete']).default('set-aside') }),
    raw: 'download',
  }),
  export: route({
    method: 'get',
    path: '/api/contacts/export',
    summary: 'Everyone we know, as CSV, XLSX or vCard 4.0, in a form that can be imported again without loss',
    caller: 'exportCustomers',
    query: z.object({ format: z.enum(['csv', 'xlsx', 'vcard']) }),
    raw: 'download',
  }),
};
