import { z } from 'zod';

/** One import, in the path of its routes. */
export const importOf = z.object({ import: z.uuid() });

/** The name of the file that is uploaded. */
export const uploadedAs = z.object({ name: z.string().min(1).max(200) });

/** How a table of text is written. */
export const TableForm = z.object({
  encoding: z.string().max(40),
  delimiter: z.enum([',', ';', '\t', '|']),
  newline: z.enum(['\n', '\r']),
  skip: z.number().int().min(0).max(1000),
  header: z.boolean(),
});

/** How often, by what. */
export const Counts = z.record(z.string(), z.number().int());

/** What was understood of an uploaded file; each kind of file adds its mapping and what would become of it. */
export const FileLooked = z.object({
  import: z.uuid(),
  fileName: z.string(),
  size: z.number().int(),
  columns: z.array(z.object({ name: z.string(), examples: z.array(z.string()) })),
  /** The first lines as they stand in the file, a cell for each column. */
  firstLines: z.array(z.array(z.string())),
});

/** Where an import stands; each kind of file adds its result. */
export const FileImported = z.object({
  id: z.uuid(),
  fileName: z.string(),
  addedAt: z.iso.datetime(),
  state: z.enum(['uploaded', 'running', 'done', 'failed', 'cancelled']),
  /** From 0 to 1. */
  progress: z.number(),
  failure: z.object({ code: z.string(), detail: z.string() }).nullable(),
});
