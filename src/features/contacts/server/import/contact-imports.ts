import { keepFindable, listCustomFields } from '#features/people/server/index.ts';
import { readWorkspace, requestRefresh } from '#features/workspace/server/index.ts';
import { neutralizedText } from '#kit/domain/formula-safety.ts';
import type { Language } from '#kit/domain/languages.ts';
import type { Config } from '#kit/server/config.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { fileImports, type FileToTake, type LeftOutTable } from '#kit/server/file-imports/index.ts';
import { translate } from '#kit/server/messages.ts';
import type { ReadingOptions } from '#kit/server/tables/index.ts';
import { checkContactMapping, type ContactMapping, type GivenContactMapping } from '../../domain/index.ts';
import { analyseFile, type FileAnalysis } from '../reading/analyse-file.ts';
import { countryOfZone } from './country-of-zone.ts';
import { importFile, type ImportResult } from './import-file.ts';
import { listRows } from './row-store.ts';

/** Of so many it is quicker to compute everyone anew. */
const few = 500;

/** So many rows are looked at before anything is taken in. */
const lookedAt = 2000;

export type Looked = { readonly analysis: FileAnalysis; readonly trial: ImportResult | null; readonly trialIsWhole: boolean };

export const contactImports = fileImports<ContactMapping, GivenContactMapping, Looked, ImportResult>({
  table: 'contact_import',
  job: 'contacts.import',
  // Address books with pictures are large; none is larger.
  largestMegabytes: 500,
  look: (tx, now, file, given = {}) => lookAt(tx, now, file, given, lookedAt),
  takeIn,
  setAside: (id, result, language) => leftOut(id, result, language, 'set-aside'),
});

/** Rows that were set aside, or that were taken without some of what they said. */
export function leftOut(id: string, result: ImportResult | null, language: Language, which: 'set-aside' | 'incomplete'): LeftOutTable {
  const taken = which === 'incomplete';
  const say = (kind: 'reason' | 'warning', code: string) => translate(language, `contacts.${kind}.${code}`);
  return {
    language,
    columns: result?.columns ?? [],
    read: async (tx, after, most) =>
      (await listRows(tx, id, taken, after, most)).map(({ line, reasons, cells }) => ({
        line,
        why: reasons.map(({ reason, value }) => (taken ? `${say('warning', reason)}: ${value}` : say('reason', reason))).join(' · '),
        cells: cells.map(neutralizedText),
      })),
  };
}

/** How a file would be read, and what would become of its first rows, or of all. Nothing is written. */
export async function lookAt(
  tx: Tx,
  now: Temporal.Instant,
  file: string,
  given: GivenContactMapping,
  most: number,
  options: ReadingOptions = {},
): Promise<Looked> {
  const { timeZone } = await readWorkspace(tx);
  const analysis = await analyseFile(file, countryOfZone(timeZone), await listCustomFields(tx), given, options);
  if (!checkContactMapping(analysis.mapping).ok) return { analysis, trial: null, trialIsWhole: false };
  const trial = await importFile(tx, { importId: undefined, file, mapping: analysis.mapping, now, colleague: null, most }, options);
  return { analysis, trial, trialIsWhole: trial.read < most };
}

async function takeIn(
  tx: Tx,
  now: Temporal.Instant,
  { id, ...given }: FileToTake<ContactMapping>,
  options: ReadingOptions,
): Promise<ImportResult> {
  const touched = new Set<string>();
  const gathering: Tx = { ...tx, touch: (...customers) => customers.forEach((customer) => touched.add(customer)) };
  const result = await importFile(gathering, { ...given, importId: id, now }, options);
  await recordEvent(tx, now, {
    kind: 'contacts.imported',
    ...(given.colleague === null ? {} : { colleague: given.colleague }),
    subject: id,
    detail: { source: given.mapping.source, read: result.read, made: result.made, updated: result.updated },
  });
  if (touched.size <= few) tx.touch(...touched);
  else {
    await keepFindable(tx, [...touched]);
    await requestRefresh(tx);
  }
  return result;
}

/** Takes in an address book as it is understood, within the caller's transaction. For files that nobody has to look at first. */
export async function importContacts(tx: Tx, now: Temporal.Instant, file: string, config?: Config): Promise<ImportResult> {
  const { mapping } = (await lookAt(tx, now, file, {}, 0)).analysis;
  return (await contactImports.bring(tx, now, { file, mapping, config })).result;
}
