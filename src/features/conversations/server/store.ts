import type { Selectable } from 'kysely';
import type { Tx } from '#kit/server/db/index.ts';
import type { MomentCursor } from '#kit/server/moment-cursor.ts';
import type { Direction, TouchpointKind } from '../domain/index.ts';
import type { ConversationTables } from './tables.ts';

export type TouchpointRow = Selectable<ConversationTables['touchpoint']>;

/** Row after row in one statement, some thousands at a time: a statement takes no more than 65,535 values. */
export async function insertTouchpoints(tx: Tx, rows: readonly Omit<TouchpointRow, 'workspace_id'>[]): Promise<void> {
  const most = 4000;
  for (let from = 0; from < rows.length; from += most) {
    const some = rows.slice(from, from + most).map((row) => ({ workspace_id: tx.workspace, ...row }));
    await tx.over<ConversationTables>().insertInto('touchpoint').values(some).execute();
  }
}

export async function findTouchpoint(tx: Tx, id: string): Promise<TouchpointRow | undefined> {
  return await tx
    .over<ConversationTables>()
    .selectFrom('touchpoint')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Held until the transaction ends, so that of two corrections at once the second knows the first. */
export async function holdTouchpoint(tx: Tx, id: string): Promise<TouchpointRow | undefined> {
  return await tx
    .over<ConversationTables>()
    .selectFrom('touchpoint')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateTouchpoint(
  tx: Tx,
  id: string,
  row: Omit<TouchpointRow, 'workspace_id' | 'id' | 'customer_id' | 'colleague_id' | 'logged_at'>,
): Promise<void> {
  await tx
    .over<ConversationTables>()
    .updateTable('touchpoint')
    .set(row)
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .execute();
}

export async function deleteTouchpoint(tx: Tx, id: string): Promise<boolean> {
  const gone = await tx
    .over<ConversationTables>()
    .deleteFrom('touchpoint')
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

export type TimelineRead = {
  readonly customer: string;
  readonly kinds?: readonly TouchpointKind[] | undefined;
  readonly direction?: Direction | undefined;
  /** Logged by this colleague, or with them taking part. */
  readonly colleague?: string | undefined;
  readonly withPulse?: boolean | undefined;
  /** Nothing at or after this moment. */
  readonly before?: Temporal.Instant | undefined;
  /** Only what stands after this one on the timeline: older, or as old and made earlier. */
  readonly after?: MomentCursor | undefined;
  readonly limit: number;
};

/** A piece of a customer's timeline, the latest first. */
export async function listTouchpoints(tx: Tx, read: TimelineRead): Promise<TouchpointRow[]> {
  const { customer, kinds, direction, colleague, withPulse, before, after, limit } = read;
  let query = tx
    .over<ConversationTables>()
    .selectFrom('touchpoint')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('customer_id', '=', customer);
  if (kinds) query = query.where('kind', 'in', kinds);
  if (direction) query = query.where('direction', '=', direction);
  if (withPulse) query = query.where('pulse', 'is not', null);
  if (colleague)
    query = query.where((is) =>
      is.or([
        is('colleague_id', '=', colleague),
        is.exists(
          is
            .selectFrom('touchpoint_colleague as taken')
            .select('taken.colleague_id')
            .where('taken.workspace_id', '=', tx.workspace)
            .whereRef('taken.touchpoint_id', '=', 'touchpoint.id')
            .where('taken.colleague_id', '=', colleague),
        ),
      ]),
    );
  if (before) query = query.where('happened_at', '<', before);
  if (after) query = query.where((is) => is(is.refTuple('happened_at', 'id'), '<', is.tuple(after.at, after.id)));
  return await query.orderBy('happened_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}
