import { readWorkspace } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import type { Who } from '#kit/server/identity.ts';
import { newId } from '#kit/server/ids.ts';
import type { Services } from '#kit/server/services.ts';
import { storageOf } from '#kit/server/storage/index.ts';
import { tidyFileName } from '../../domain/index.ts';
import { requireCustomer } from '../actions.ts';
import { receive, type Received } from './receive.ts';
import { findAttachment, holdAttachments, insertAttachment, listAttachments, setRemoved, type AttachmentRow } from './store.ts';

export type Upload = {
  readonly customer: string;
  readonly purpose: 'file' | 'photo';
  readonly name: string;
  readonly body: ReadableStream<Uint8Array> | null;
};

/** For how long a removed file can be brought back. */
export const keptFor = { hours: 24 } as const;

/** The name of a file in the storage; both parts are ids that we made. */
export function storedName(workspace: string, id: string): string {
  return `${workspace}/${id}`;
}

/**
 * Keeps a file with a customer: first its bytes, then its row, so that a row never stands without them; bytes without a row are cleared
 * away later. The same file under the same name is kept once. A photo takes the place of the one before. Refuses what `receive` refuses, and
 * `customer.not_found`.
 */
export async function addAttachment(services: Services, who: Who, { customer, purpose, name, body }: Upload): Promise<AttachmentRow> {
  const { config, database, clock } = services;
  const { workspace } = who;
  await database.transaction({ workspace }, (tx) => requireCustomer(tx, customer));
  const id = newId(clock().epochMilliseconds);
  const storage = storageOf(config);
  const received = await receive(config, id, purpose, body);
  await storage.take(storedName(workspace, id), received.path, received.mediaType);
  try {
    const row = await database.transaction(who, (tx) =>
      writeAttachment(tx, clock(), who.colleague, rowOf(received, { id, customer, purpose, name, now: clock(), colleague: who.colleague })),
    );
    if (row.id !== id) await storage.remove(storedName(workspace, id));
    return row;
  } catch (error) {
    await storage.remove(storedName(workspace, id)).catch(() => {});
    throw error;
  }
}

/** Takes a file away (`attachment.not_found`); for a day it can be brought back. */
export async function removeAttachment(tx: Tx, now: Temporal.Instant, colleague: string, id: string): Promise<void> {
  const row = await findAttachment(tx, id);
  if (!row) throw fail('attachment.not_found');
  if (row.removed_at) return;
  await take(tx, now, colleague, row);
}

/** Brings a removed file back; a photo takes the place of the one that stands. */
export async function restoreAttachment(tx: Tx, now: Temporal.Instant, colleague: string, id: string): Promise<void> {
  const row = await findAttachment(tx, id);
  if (!row || (row.removed_at && Temporal.Instant.compare(row.removed_at.add(keptFor), now) <= 0)) throw fail('attachment.not_found');
  if (!row.removed_at) return;
  await makeRoom(tx, now, colleague, row);
  await setRemoved(tx, id, null);
  await recordEvent(tx, now, { kind: 'attachment.restored', colleague, customer: row.customer_id, subject: id });
}

/** The files of a customer, the latest first; of a past day those that stood at its end. */
export async function readAttachments(
  tx: Tx,
  customer: string,
  view: { readonly day: Temporal.PlainDate; readonly isPast: boolean },
): Promise<AttachmentRow[]> {
  await requireCustomer(tx, customer);
  return await listAttachments(tx, customer, view.isPast ? endOfDay(view.day, (await readWorkspace(tx)).timeZone) : undefined);
}

async function writeAttachment(tx: Tx, now: Temporal.Instant, colleague: string, row: AttachmentRow): Promise<AttachmentRow> {
  await holdAttachments(tx, row.customer_id);
  const same = (await listAttachments(tx, row.customer_id, undefined)).find(
    ({ sha256, name, purpose }) => sha256 === row.sha256 && name === row.name && purpose === row.purpose,
  );
  if (same) return same;
  await makeRoom(tx, now, colleague, row);
  await insertAttachment(tx, row);
  await recordEvent(tx, now, {
    kind: 'attachment.added',
    colleague,
    customer: row.customer_id,
    subject: row.id,
    detail: { purpose: row.purpose, size: row.size_bytes },
  });
  return row;
}

/** A customer has one photo. */
async function makeRoom(tx: Tx, now: Temporal.Instant, colleague: string, row: AttachmentRow): Promise<void> {
  if (row.purpose !== 'photo') return;
  const photo = (await listAttachments(tx, row.customer_id, undefined)).find(({ purpose }) => purpose === 'photo');
  if (photo) await take(tx, now, colleague, photo);
}

async function take(tx: Tx, now: Temporal.Instant, colleague: string, row: AttachmentRow): Promise<void> {
  await setRemoved(tx, row.id, { at: now, by: colleague });
  await recordEvent(tx, now, { kind: 'attachment.removed', colleague, customer: row.customer_id, subject: row.id });
}

function rowOf(
  received: Received,
  given: Pick<Upload, 'customer' | 'purpose' | 'name'> & {
    readonly id: string;
    readonly now: Temporal.Instant;
    readonly colleague: string;
  },
): AttachmentRow {
  return {
    id: given.id,
    customer_id: given.customer,
    purpose: given.purpose,
    name: tidyFileName(given.name),
    media_type: received.mediaType,
    size_bytes: received.size,
    sha256: received.sha256,
    added_at: given.now,
    added_by: given.colleague,
    removed_at: null,
    removed_by: null,
  };
}
