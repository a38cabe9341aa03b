import type { Selectable } from 'kysely';
import type { Tx } from '#kit/server/db/index.ts';
import type { AttachmentTables } from './tables.ts';

export type AttachmentRow = Omit<Selectable<AttachmentTables['attachment']>, 'workspace_id'>;

const attachments = (tx: Tx) => tx.over<AttachmentTables>().selectFrom('attachment').where('workspace_id', '=', tx.workspace);

export async function insertAttachment(tx: Tx, row: AttachmentRow): Promise<void> {
  await tx
    .over<AttachmentTables>()
    .insertInto('attachment')
    .values({ workspace_id: tx.workspace, ...row })
    .execute();
}

/** Many at once; of two photos of a customer that come at the same time, the first stays. */
export async function insertAttachments(tx: Tx, rows: readonly AttachmentRow[]): Promise<void> {
  await tx.client.query(
    `insert into attachment (workspace_id, id, customer_id, purpose, name, media_type, size_bytes, sha256, added_at, added_by)
     select $1, id, customer_id, purpose, name, media_type, size_bytes, sha256, added_at, added_by
     from jsonb_populate_recordset(null::attachment, $2) on conflict do nothing`,
    [tx.workspace, JSON.stringify(rows)],
  );
}

/** Takes the photos of customers away, many at once. */
export async function removePhotos(tx: Tx, customers: readonly string[], removed: { at: Temporal.Instant; by: string }): Promise<void> {
  await tx.client.query(
    `update attachment set removed_at = $3, removed_by = $4
     where workspace_id = $1 and customer_id = any($2::uuid[]) and purpose = 'photo' and removed_at is null`,
    [tx.workspace, customers, removed.at.toString(), removed.by],
  );
}

export async function findAttachment(tx: Tx, id: string): Promise<AttachmentRow | undefined> {
  return await attachments(tx).selectAll().where('id', '=', id).executeTakeFirst();
}

/** Those that stand, the latest first; before a moment where one is given. */
export async function listAttachments(tx: Tx, customer: string, before: Temporal.Instant | undefined): Promise<AttachmentRow[]> {
  let query = attachments(tx).selectAll().where('customer_id', '=', customer);
  if (before) {
    query = query.where('added_at', '<', before).where((is) => is.or([is('removed_at', 'is', null), is('removed_at', '>=', before)]));
  } else query = query.where('removed_at', 'is', null);
  return await query.orderBy('added_at', 'desc').orderBy('id', 'desc').execute();
}

/** Two photos at once follow one another. */
export async function holdAttachments(tx: Tx, customer: string): Promise<void> {
  await tx.client.query("select pg_advisory_xact_lock(hashtextextended('attachments ' || $1::text, 0))", [customer]);
}

export async function setRemoved(tx: Tx, id: string, removed: { at: Temporal.Instant; by: string } | null): Promise<void> {
  await tx
    .over<AttachmentTables>()
    .updateTable('attachment')
    .set({ removed_at: removed?.at ?? null, removed_by: removed?.by ?? null })
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .execute();
}

/** Those removed before a moment, some at a time. */
export async function listRemovedBefore(tx: Tx, moment: Temporal.Instant): Promise<string[]> {
  const rows = await attachments(tx).select('id').where('removed_at', '<', moment).limit(500).execute();
  return rows.map(({ id }) => id);
}

export async function deleteAttachments(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.client.query('delete from attachment where workspace_id = $1 and id = any($2::uuid[])', [tx.workspace, ids]);
}

/** Which of some ids have a row. */
export async function listKnownAttachments(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await attachments(tx).select('id').where('id', 'in', ids).execute();
  return new Set(rows.map(({ id }) => id));
}

/** All files of a customer, also those that were removed and can be brought back. */
export async function listAttachmentIds(tx: Tx, customer: string): Promise<string[]> {
  const rows = await attachments(tx).select('id').where('customer_id', '=', customer).execute();
  return rows.map(({ id }) => id);
}
