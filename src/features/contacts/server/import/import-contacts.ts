import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import { lookAt, takeIn } from './actions.ts';
import type { ImportResult } from './import-file.ts';
import { insertImport, startImportRow } from './import-store.ts';

/** Takes in an address book as it is understood, within the caller's transaction. For files that nobody has to look at first. */
export async function importContacts(tx: Tx, now: Temporal.Instant, file: string): Promise<ImportResult> {
  const { mapping } = (await lookAt(tx, now, file, {}, 0)).analysis;
  const id = newId(now.epochMilliseconds);
  await insertImport(tx, { id, fileName: basename(file), fileSize: (await stat(file)).size, addedAt: now, addedBy: null });
  await startImportRow(tx, id, mapping, now, null);
  return await takeIn(tx, now, { id, file, mapping, colleague: null }, {});
}
