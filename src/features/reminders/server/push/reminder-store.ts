import type { Tx } from '#kit/server/db/index.ts';
import type { ReminderRow } from '../store.ts';
import type { ReminderTables } from '../tables.ts';

/** Reminders by their ids, the first made first. */
export async function findReminders(tx: Tx, ids: readonly string[]): Promise<ReminderRow[]> {
  if (ids.length === 0) return [];
  return await tx
    .over<ReminderTables>()
    .selectFrom('reminder')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('id', 'in', ids)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
}
