import { z } from 'zod';
import { Counts, FileImported, FileLooked, importOf, TableForm, uploadedAs } from '#kit/contract/file-import.ts';
import { route } from '#kit/contract/route.ts';
import { importFields } from './domain/index.ts';

const asOf = z.iso.date().optional();
const Estimate = z.object({ expected: z.number(), low: z.number(), high: z.number() });
const Change = z.object({ recent: z.number(), earlier: z.number(), since: z.iso.date() });

export const PurchaseAnswer = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: z.enum(['sale', 'return', 'adjustment']),
  placedAt: z.iso.datetime(),
  placedOn: z.iso.date(),
  totalMinor: z.number().int(),
  currency: z.string(),
  lines: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      /** Exact decimals, as text. */
      quantity: z.string(),
      unitPrice: z.string(),
    }),
  ),
});

/** What the purchases of one customer say as of a day. Days are gaps in days, money minor units, shares from 0 to 1; intervals cover 8 in 10. */
export const HabitsAnswer = z.object({
  stage: z.enum(['prospect', 'first-time', 'returning', 'lapsed']),
  visits: z.array(z.object({ on: z.iso.date(), totalMinor: z.number() })),
  spentMinor: z.number(),
  usualBasketMinor: z.number().nullable(),
  rhythm: z
    .object({
      basis: z.enum(['own', 'blended', 'workspace']),
      gaps: z.number().int(),
      medianGap: z.number().nullable(),
      spread: z.number().nullable(),
      longestGap: z.number().nullable(),
      usualGap: z.number(),
      dueOn: z.iso.date(),
      dueFromOn: z.iso.date(),
      dueUntilOn: z.iso.date(),
      silentFromOn: z.iso.date(),
    })
    .nullable(),
  /** The part of the year in which the customer comes, where their visits show one: how many of them lie in it, and the day around which it is next. */
  season: z.object({ near: z.number().int(), nextOn: z.iso.date() }).nullable(),
  rhythmChange: Change.nullable(),
  basketChange: Change.nullable(),
  outlook: z
    .object({
      alive: Estimate.nullable(),
      visitsIn90: Estimate,
      visitsIn365: Estimate,
      spend: Estimate.nullable(),
      value: Estimate.nullable(),
    })
    .nullable(),
  risk: z.object({
    band: z.enum(['calm', 'watch', 'at-risk', 'lost']),
    reasons: z.array(
      z.object({ kind: z.enum(['silent', 'leaving', 'slower-rhythm', 'smaller-basket']), figures: z.record(z.string(), z.number()) }),
    ),
    valueAtRiskMinor: z.number(),
  }),
  favourites: z.array(z.object({ code: z.string(), name: z.string(), purchases: z.number().int() })),
  /** Why the workspace's purchases do not carry a model of value yet: a code; null where they do. */
  unfit: z.string().nullable(),
});

export const purchasesApi = {
  list: route({
    method: 'get',
    path: '/api/customers/{customer}/purchases',
    summary: 'What a customer bought and gave back, the latest first',
    caller: 'seeCustomers',
    params: z.object({ customer: z.uuid() }),
    query: z.object({ asOf, after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(100).default(20) }),
    answer: z.object({ purchases: z.array(PurchaseAnswer), next: z.string().nullable() }),
  }),
  habits: route({
    method: 'get',
    path: '/api/customers/{customer}/habits',
    summary: "A customer's own rhythm, value and risk, with intervals and reasons",
    caller: 'seeCustomers',
    params: z.object({ customer: z.uuid() }),
    query: z.object({ asOf }),
    answer: HabitsAnswer,
  }),
};

/** How a file is read: which column tells what, and how dates and numbers are written. */
export const ImportMapping = z.object({
  file: TableForm,
  columns: z.partialRecord(z.enum(importFields), z.string().max(300)),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd', 'ask']),
  decimalMark: z.enum(['.', ',', 'ask']),
  currency: z.string().regex(/^[A-Z]{3}$/),
  numbering: z.enum(['once', 'yearly', 'daily']),
  kinds: z.object({
    returnPrefixes: z.array(z.string().max(10)).max(10),
    adjustmentPrefixes: z.array(z.string().max(10)).max(10),
    returnQuantities: z.enum(['negative', 'positive']),
  }),
});

export const GivenMapping = ImportMapping.partial().extend({ file: TableForm.partial().optional() });

const TallyAnswer = z.object({
  lines: z.number().int(),
  taken: z.number().int(),
  /** By reason. */
  setAside: Counts,
  anonymous: z.number().int(),
  /** Returns and adjustments, by what told so. */
  rules: Counts,
  /** Exact decimals. */
  sum: z.string(),
  customerSum: z.string(),
  firstDay: z.iso.date().nullable(),
  lastDay: z.iso.date().nullable(),
});

export const AnalysisAnswer = FileLooked.extend({
  compressed: z.boolean(),
  mapping: ImportMapping,
  /** Told by the file, proven by every byte of it, guessed from its letters, or named by a person. */
  encodingGrounds: z.enum(['byte_order_mark', 'valid_throughout', 'letters', 'given']),
  /** What each column was taken for and why; those that a person named are not among them. */
  guesses: z.array(
    z.object({
      field: z.enum(importFields),
      column: z.string(),
      confidence: z.enum(['sure', 'likely', 'guess']),
      /** `header`: its name holds a customary word; `values`: only what stands beneath it says so. */
      because: z.object({ by: z.enum(['header', 'values']), word: z.string().optional() }),
    }),
  ),
  missing: z.array(z.array(z.enum(importFields))),
  questions: z.array(
    z.object({ about: z.enum(['dateOrder', 'decimalMark']), options: z.array(z.string()), examples: z.array(z.string()) }),
  ),
  trial: TallyAnswer.nullable(),
});

export const ImportAnswer = FileImported.extend({
  result: TallyAnswer.extend({
    added: z.number().int(),
    known: z.number().int(),
    sales: z.number().int(),
    returns: z.number().int(),
    adjustments: z.number().int(),
    customers: z.number().int(),
    customersWithSale: z.number().int(),
    purchasesMade: z.number().int(),
    purchasesExtended: z.number().int(),
    customersMade: z.number().int(),
    /** Added or known lines of customers who were erased: they stay without a name. */
    erased: z.number().int(),
    productsMade: z.number().int(),
    /** Purchases whose number also stands with another customer: they count as purchases of their own. */
    numbersShared: z.number().int(),
    /** Of the sums. */
    currency: z.string(),
  }).nullable(),
});

export const purchaseImportsApi = {
  upload: route({
    method: 'post',
    path: '/api/purchase-imports',
    summary: 'Upload a sales export; answers how it would be read',
    caller: 'importData',
    query: uploadedAs,
    raw: 'upload',
    answer: AnalysisAnswer,
  }),
  analyse: route({
    method: 'post',
    path: '/api/purchase-imports/{import}/analysis',
    summary: 'Read an uploaded file again, with parts of the reading decided',
    caller: 'importData',
    params: importOf,
    body: GivenMapping,
    answer: AnalysisAnswer,
  }),
  start: route({
    method: 'post',
    path: '/api/purchase-imports/{import}/start',
    summary: 'Import the file, by this reading',
    caller: 'importData',
    params: importOf,
    body: z.object({ mapping: ImportMapping }),
    answer: ImportAnswer,
  }),
  read: route({
    method: 'get',
    path: '/api/purchase-imports/{import}',
    summary: 'How far an import has come, or how it ended',
    caller: 'importData',
    params: importOf,
    answer: ImportAnswer,
  }),
  list: route({
    method: 'get',
    path: '/api/purchase-imports',
    summary: 'The latest imports',
    caller: 'importData',
    answer: z.object({ imports: z.array(ImportAnswer) }),
  }),
  cancel: route({
    method: 'post',
    path: '/api/purchase-imports/{import}/cancellation',
    summary: 'Stop an import; nothing from it stays',
    caller: 'importData',
    params: importOf,
    answer: ImportAnswer,
  }),
  setAside: route({
    method: 'get',
    path: '/api/purchase-imports/{import}/set-aside',
    summary: 'The lines that were set aside, with the reason, as a file that can be corrected and imported again',
    caller: 'importData',
    params: importOf,
    raw: 'download',
  }),
};
