import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import { storageOf } from '#kit/server/storage/index.ts';
import { readPhoto } from '../../domain/index.ts';
import { storedName } from './actions.ts';
import { incomingFolder, type Receiving } from './receive.ts';
import { insertAttachments, removePhotos } from './store.ts';

/** A photo as it is kept, and by what it is told from another. */
export type ReadyPhoto = { readonly mediaType: string; readonly bytes: Uint8Array; readonly sha256: string };

/** The photo as it is kept; undefined for what is none (`readPhoto`). Making it ready again changes nothing. */
export function readyPhoto(bytes: Uint8Array<ArrayBuffer>): ReadyPhoto | undefined {
  const read = readPhoto(bytes);
  if (!read.ok) return undefined;
  const { mediaType, bytes: kept } = read.value;
  return { mediaType, bytes: kept, sha256: createHash('sha256').update(kept).digest('hex') };
}

/** So many are on their way to the storage at once. */
const atOnce = 8;

/**
 * Gives customers photos, thousands at once and without a word of it in their history: first the bytes, then the rows, as with one. Whoever has a
 * photo has this one from now on.
 */
export async function putPhotos(
  tx: Tx,
  config: Receiving,
  now: Temporal.Instant,
  colleague: string,
  photos: readonly { readonly customer: string; readonly photo: ReadyPhoto }[],
): Promise<void> {
  if (photos.length === 0) return;
  const storage = storageOf(config);
  const named = photos.map((one) => ({ ...one, id: newId(now.epochMilliseconds) }));
  await mkdir(incomingFolder(config), { recursive: true, mode: 0o700 });
  for (let from = 0; from < named.length; from += atOnce) {
    const some = named.slice(from, from + atOnce).map(async ({ id, photo }) => {
      const path = join(incomingFolder(config), id);
      await writeFile(path, photo.bytes, { mode: 0o600 });
      await storage.take(storedName(tx.workspace, id), path, photo.mediaType);
    });
    await Promise.all(some);
  }
  await removePhotos(
    tx,
    named.map(({ customer }) => customer),
    { at: now, by: colleague },
  );
  const rows = named.map(({ id, customer, photo }) => ({
    id,
    customer_id: customer,
    purpose: 'photo' as const,
    name: photo.mediaType.replace('image/', 'photo.'),
    media_type: photo.mediaType,
    size_bytes: photo.bytes.length,
    sha256: photo.sha256,
    added_at: now,
    added_by: colleague,
    removed_at: null,
    removed_by: null,
  }));
  await insertAttachments(tx, rows);
}

/** The bytes of a photo; undefined where the storage has lost them. */
export async function openPhoto(config: Receiving, workspace: string, id: string): Promise<Buffer | undefined> {
  const bytes = await storageOf(config).open(storedName(workspace, id));
  return bytes && Buffer.from(await new Response(bytes).arrayBuffer());
}
