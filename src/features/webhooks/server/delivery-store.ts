import type { Insertable, Selectable } from 'kysely';
import type { Tx } from '#kit/server/db/index.ts';
import type { MomentCursor } from '#kit/server/moment-cursor.ts';
import type { Next } from '../domain/index.ts';
import type { WebhookTables } from './tables.ts';

export type DeliveryRow = Selectable<WebhookTables['webhook_delivery']>;
export type TryRow = Selectable<WebhookTables['webhook_try']>;

/** What is to be told from now on. Of an event that a webhook is to be told already nothing more is written. */
export async function insertDeliveries(
  tx: Tx,
  deliveries: readonly Pick<Insertable<WebhookTables['webhook_delivery']>, 'id' | 'webhook_id' | 'kind' | 'event_id' | 'made_at'>[],
): Promise<void> {
  await tx.client.query(
    `insert into webhook_delivery (workspace_id, id, webhook_id, kind, event_id, made_at, next_at)
     select $1, id, webhook_id, kind, event_id, made_at, made_at from json_populate_recordset(null::webhook_delivery, $2)
     on conflict (workspace_id, webhook_id, event_id) do nothing`,
    [tx.workspace, JSON.stringify(deliveries.map((one) => ({ ...one, made_at: one.made_at.toString() })))],
  );
}

/** What a webhook is to be told next, by now. */
export async function findDue(tx: Tx, webhook: string, now: Temporal.Instant): Promise<DeliveryRow | undefined> {
  const { rows } = await tx.client.query<DeliveryRow>(
    `select * from webhook_delivery
     where workspace_id = $1 and webhook_id = $2 and state = 'waiting' and next_at <= $3 order by id limit 1`,
    [tx.workspace, webhook, now.toString()],
  );
  return rows[0];
}

/** When something is to be tried next; null where nothing waits. */
export async function nextMoment(tx: Tx, webhook: string): Promise<Temporal.Instant | null> {
  const { rows } = await tx.client.query<{ at: Temporal.Instant | null }>(
    `select min(next_at) as at from webhook_delivery where workspace_id = $1 and webhook_id = $2 and state = 'waiting'`,
    [tx.workspace, webhook],
  );
  return rows[0]?.at ?? null;
}

export async function noteTry(tx: Tx, now: Temporal.Instant, tried: Omit<TryRow, 'workspace_id'>, next: Next): Promise<void> {
  await tx.client.query(
    `insert into webhook_try (workspace_id, id, delivery_id, began_at, milliseconds, status, failure, reason, answer)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.workspace,
      tried.id,
      tried.delivery_id,
      tried.began_at.toString(),
      tried.milliseconds,
      tried.status,
      tried.failure,
      tried.reason,
      tried.answer,
    ],
  );
  await tx.client.query(
    `update webhook_delivery set tries = tries + 1, state = $3, next_at = $4, settled_at = $5 where workspace_id = $1 and id = $2`,
    [
      tx.workspace,
      tried.delivery_id,
      next.state,
      next.state === 'waiting' ? next.nextAt.toString() : null,
      next.state === 'waiting' ? null : now.toString(),
    ],
  );
}

/** Has everything that waits for a webhook tried at once. */
export async function tryAtOnce(tx: Tx, webhook: string, now: Temporal.Instant): Promise<void> {
  await tx.client.query(
    `update webhook_delivery set next_at = $3 where workspace_id = $1 and webhook_id = $2 and state = 'waiting' and next_at > $3`,
    [tx.workspace, webhook, now.toString()],
  );
}

/** Has something told again that is settled, from the first try on: one delivery, or what was given up since a moment. Answers how many. */
export async function replayDeliveries(
  tx: Tx,
  webhook: string,
  now: Temporal.Instant,
  which: { readonly delivery: string } | { readonly givenUpSince: Temporal.Instant },
): Promise<number> {
  const [condition, value] =
    'delivery' in which
      ? ['id = $4::uuid', which.delivery]
      : [`state = 'given_up' and made_at >= $4::timestamptz`, which.givenUpSince.toString()];
  const { rowCount } = await tx.client.query(
    `update webhook_delivery set state = 'waiting', tries = 0, next_at = $3, settled_at = null
     where workspace_id = $1 and webhook_id = $2 and state <> 'waiting' and ${condition}`,
    [tx.workspace, webhook, now.toString(), value],
  );
  return rowCount ?? 0;
}

export async function hasDelivery(tx: Tx, webhook: string, delivery: string): Promise<boolean> {
  const { rowCount } = await tx.client.query('select from webhook_delivery where workspace_id = $1 and webhook_id = $2 and id = $3', [
    tx.workspace,
    webhook,
    delivery,
  ]);
  return rowCount === 1;
}

type Asked = {
  readonly webhook: string;
  readonly state?: DeliveryRow['state'] | undefined;
  readonly after?: MomentCursor | undefined;
  readonly limit: number;
};

/** What a webhook was told and is to be told, the latest first. */
export async function listDeliveries(tx: Tx, { webhook, state, after, limit }: Asked): Promise<DeliveryRow[]> {
  let query = tx
    .over<WebhookTables>()
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('webhook_id', '=', webhook);
  if (state) query = query.where('state', '=', state);
  if (after) query = query.where((is) => is(is.refTuple('made_at', 'id'), '<', is.tuple(after.at, after.id)));
  return await query.orderBy('made_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** Each try of these deliveries, the first first. */
export async function listTries(tx: Tx, deliveries: readonly string[]): Promise<TryRow[]> {
  const { rows } = await tx.client.query<TryRow>(
    'select * from webhook_try where workspace_id = $1 and delivery_id = any($2::uuid[]) order by id',
    [tx.workspace, deliveries],
  );
  return rows;
}

/** By webhook how much waits, also of what was not taken on yet, and how much was given up. */
export async function countDeliveries(tx: Tx): Promise<ReadonlyMap<string, { readonly waiting: number; readonly givenUp: number }>> {
  const { rows } = await tx.client.query<{ id: string; waiting: number; givenUp: number }>(
    `select w.id,
       (select count(*)::int from webhook_delivery d where d.workspace_id = $1 and d.webhook_id = w.id and d.state = 'waiting')
         + (select count(*)::int from event_waiting e where e.workspace_id = $1 and e.follower_id = w.id) as waiting,
       (select count(*)::int from webhook_delivery d where d.workspace_id = $1 and d.webhook_id = w.id and d.state = 'given_up') as "givenUp"
     from webhook w where w.workspace_id = $1`,
    [tx.workspace],
  );
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** Forgets what was told or given up before a moment, and what waits for a webhook since before it. */
export async function forgetDeliveries(tx: Tx, before: Temporal.Instant): Promise<void> {
  await tx.client.query('delete from webhook_delivery where workspace_id = $1 and made_at < $2', [tx.workspace, before.toString()]);
}
