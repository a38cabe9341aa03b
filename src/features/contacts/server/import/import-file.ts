import { listColleagues } from '#features/access/server/index.ts';
import { listCustomFields, readErased, tidyPhone } from '#features/people/server/index.ts';
import { readWorkspace, todayOf } from '#features/workspace/server/index.ts';
import { unwrap } from '#kit/domain/result.ts';
import type { Config } from '#kit/server/config.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { ReadingOptions } from '#kit/server/tables/index.ts';
import { checkContactMapping, createSettler, type ContactMapping, type SetAsideReason, type WarningReason } from '../../domain/index.ts';
import { openContacts, type Entry } from '../reading/read-contacts.ts';
import { addReasons, keepRows, takeTurn, type LeftRow } from './row-store.ts';
import { createTaker } from './taker.ts';

/** What became of a file. Read = made + updated + unchanged + set aside, each reason counted in `setAside`. */
export type ImportResult = {
  readonly read: number;
  readonly made: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly setAside: Readonly<Partial<Record<SetAsideReason, number>>>;
  /** Of those who came in: values that did not, by why. */
  readonly warnings: Readonly<Partial<Record<WarningReason, number>>>;
  /** Rows with such values. */
  readonly withWarnings: number;
  /** Of those made: known only for a role at an organization. */
  readonly contactsMade: number;
  /** Organizations that were only named, beside those that have a row. */
  readonly organizationsMade: number;
  /** Of those who came in: who has a photo in the file. */
  readonly photos: number;
  /** And whose photo the file only points at; nothing is fetched from elsewhere. */
  readonly photosElsewhere: number;
  readonly columns: readonly string[];
};

export type ToImport = {
  /** Under which rows that were not taken are kept; nothing is written without one. */
  readonly importId: string | undefined;
  readonly file: string;
  readonly mapping: ContactMapping;
  readonly now: Temporal.Instant;
  readonly colleague: string | null;
  /** Where photos are kept; without it they are left out. */
  readonly config?: Pick<Config, 'dataFolder' | 'storage'> | undefined;
  /** After how many rows to stop, for a look. */
  readonly most?: number;
};

const batchSize = 4000;

/** With photos a batch is smaller: so many bytes of them are held at once. */
const heldPhotos = 32_000_000;

/** Takes the contacts of a file in, all of it within the transaction; without an import, only tells what would become of them. Repeating it changes nothing. */
export async function importFile(
  tx: Tx,
  { importId, file, mapping, now, colleague, config, most = Infinity }: ToImport,
  options: ReadingOptions = {},
): Promise<ImportResult> {
  unwrap(checkContactMapping(mapping));
  const writes = importId !== undefined;
  // A look waits for nobody and holds nothing.
  if (writes) await takeTurn(tx);
  const workspace = await readWorkspace(tx);
  const today = todayOf(workspace, now);
  const fields = (await listCustomFields(tx)).filter(({ isArchived }) => !isArchived);
  // Our own files are written with a point, whatever their reader speaks.
  const isOurs = mapping.source === 'tend' || mapping.source === 'vcard';
  const settle = createSettler({
    today,
    dateOrder: mapping.dateOrder,
    tidyPhone: (written, country) => tidyPhone(written, country ?? (mapping.country || null)),
    own: { fields, mark: isOurs || workspace.language === 'en' ? '.' : ',' },
  });
  const { columns, entries } = await openContacts(file, mapping, { settle, fields, takesPhotos: !writes || config !== undefined }, options);
  const erased = await readErased(tx);
  const taker = createTaker(tx, { mapping, now, today, colleague, colleagues: await listColleagues(tx), writes, config, fields, erased });
  const setAside: Partial<Record<SetAsideReason, number>> = {};
  const warnings: Partial<Record<WarningReason, number>> = {};
  let read = 0;
  const withWarnings = new Set<number>();
  let photos = 0;
  let photosElsewhere = 0;

  async function take(batch: readonly Entry[]): Promise<void> {
    options.signal?.throwIfAborted();
    const left: LeftRow[] = [];
    for (const { entry, outcome } of await taker.take(batch)) {
      read++;
      if (typeof outcome === 'string') {
        setAside[outcome] = (setAside[outcome] ?? 0) + 1;
        // Of somebody who was erased only is kept that there was such a row.
        const cells = outcome === 'erased' || erased?.standIn(entry.cells) ? [] : entry.cells;
        left.push({ line: entry.line, taken: false, reasons: [{ reason: outcome, value: '' }], cells });
        continue;
      }
      if (entry.photo) photos++;
      if ('photo' in entry.read && entry.read.photo === 'elsewhere') photosElsewhere++;
      if (outcome.length === 0) continue;
      withWarnings.add(entry.line);
      for (const { reason } of outcome) warnings[reason] = (warnings[reason] ?? 0) + 1;
      left.push({ line: entry.line, taken: true, reasons: outcome, cells: entry.cells });
    }
    if (importId !== undefined) await keepRows(tx, importId, left);
  }

  let waiting: Entry[] = [];
  let held = 0;
  for await (const some of entries) {
    waiting.push(...some.slice(0, most - read - waiting.length));
    held += some.reduce((sum, { photo }) => sum + (photo?.bytes.length ?? 0), 0);
    if (waiting.length >= batchSize || held >= heldPhotos) {
      await take(waiting);
      waiting = [];
      held = 0;
    }
    if (read + waiting.length >= most) break;
  }
  await take(waiting);
  const { refused, unknownPeople, ...counts } = await taker.finish();
  if (refused > 0) warnings.belongs_in_a_circle = refused;
  if (unknownPeople.length > 0) {
    warnings.custom_person_unknown = unknownPeople.length;
    for (const { line } of unknownPeople) withWarnings.add(line);
    const reason = 'custom_person_unknown' satisfies WarningReason;
    const left = unknownPeople.map(({ line, cells, value }) => ({ line, taken: true, reasons: [{ reason, value }], cells }));
    if (importId !== undefined) await addReasons(tx, importId, left);
  }
  return { read, ...counts, setAside, warnings, withWarnings: withWarnings.size, photos, photosElsewhere, columns };
}
