import type { Selectable } from 'kysely';
import type { Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import type { MomentCursor } from '#kit/server/moment-cursor.ts';
import type { Owed } from '../domain/index.ts';
import type { ReminderTables } from './tables.ts';

export type ReminderRow = Selectable<ReminderTables['reminder']>;

/** Since when a workspace is reminded of its word, and up to when everything owed is made. */
export type Progress = { readonly since: Temporal.Instant; readonly doneUntil: Temporal.Instant };

/** How far reminders are made, held until the transaction ends, so that of two servers one comes second and finds it done. A workspace that has none yet begins at `from`. */
export async function holdProgress(tx: Tx, from: Temporal.Instant): Promise<Progress> {
  await tx.client.query('insert into reminder_progress (workspace_id, since, done_until) values ($1, $2, $2) on conflict do nothing', [
    tx.workspace,
    from.toString(),
  ]);
  const { rows } = await tx.client.query<Progress>(
    'select since, done_until as "doneUntil" from reminder_progress where workspace_id = $1 for update',
    [tx.workspace],
  );
  return rows[0] ?? { since: from, doneUntil: from };
}

export async function writeProgress(tx: Tx, doneUntil: Temporal.Instant): Promise<void> {
  await tx.client.query(
    'update reminder_progress set done_until = $2::timestamptz, since = least(since, $2::timestamptz) where workspace_id = $1',
    [tx.workspace, doneUntil.toString()],
  );
}

/** Which of these were not made yet. */
export async function listUnmade(tx: Tx, owed: readonly Owed[]): Promise<Owed[]> {
  const rows = owed.map(({ colleague, kind, occasion }, place) => ({ place, colleague, kind, occasion }));
  const { rows: unmade } = await tx.client.query<{ place: number }>(
    `select o.place from json_to_recordset($2) as o (place integer, colleague uuid, kind text, occasion text)
     where not exists (
       select from reminder r where r.workspace_id = $1 and r.colleague_id = o.colleague and r.kind = o.kind and r.occasion = o.occasion
     )`,
    [tx.workspace, JSON.stringify(rows)],
  );
  const places = new Set(unmade.map(({ place }) => place));
  return owed.filter((_, place) => places.has(place));
}

/** Makes what is owed, at the moment told for each; answers what has not been made before. */
export async function insertReminders(tx: Tx, owed: readonly (Owed & { readonly madeAt: Temporal.Instant })[]): Promise<ReminderRow[]> {
  const rows = owed.map((one) => ({
    id: newId(one.madeAt.epochMilliseconds),
    colleague_id: one.colleague,
    kind: one.kind,
    occasion: one.occasion,
    customer_id: one.customer,
    promise_id: one.promise,
    by_id: one.by,
    count: one.count,
    words: one.words ?? null,
    owed_at: one.at.toString(),
    made_at: one.madeAt.toString(),
  }));
  const made = await tx.client.query<ReminderRow>(
    `insert into reminder (workspace_id, id, colleague_id, kind, occasion, customer_id, promise_id, by_id, count, words, owed_at, made_at)
     select $1, id, colleague_id, kind, occasion, customer_id, promise_id, by_id, count, words, owed_at, made_at from json_populate_recordset(null::reminder, $2)
     on conflict (workspace_id, colleague_id, kind, occasion) do nothing
     returning *`,
    [tx.workspace, JSON.stringify(rows)],
  );
  return made.rows;
}

export type RemindersAsked = {
  readonly colleague: string;
  readonly after?: MomentCursor | undefined;
  readonly unseen?: boolean | undefined;
  readonly limit: number;
};

/** What a colleague was reminded of, the latest first. */
export async function listReminders(tx: Tx, { colleague, after, unseen = false, limit }: RemindersAsked): Promise<ReminderRow[]> {
  let query = tx
    .over<ReminderTables>()
    .selectFrom('reminder')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('colleague_id', '=', colleague);
  if (unseen) query = query.where('seen_at', 'is', null);
  if (after) query = query.where((is) => is(is.refTuple('made_at', 'id'), '<', is.tuple(after.at, after.id)));
  return await query.orderBy('made_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** Marks reminders of a colleague as seen, all of them where none are named; answers how many were not. */
export async function markSeen(tx: Tx, now: Temporal.Instant, colleague: string, ids: readonly string[] | undefined): Promise<number> {
  const { rowCount } = await tx.client.query(
    `update reminder set seen_at = $3 where workspace_id = $1 and colleague_id = $2 and seen_at is null and ($4::uuid[] is null or id = any($4::uuid[]))`,
    [tx.workspace, colleague, now.toString(), ids ?? null],
  );
  return rowCount ?? 0;
}
