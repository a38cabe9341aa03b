import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Tx } from '#kit/server/db/index.ts';
import type { WebhookTables } from './tables.ts';

export type WebhookRow = Selectable<WebhookTables['webhook']>;

/** Which kinds of events a webhook hears of stands with those who follow events; null for all. */
export type WebhookRead = WebhookRow & { readonly kinds: readonly string[] | null };

/** All webhooks, those made first before the others. */
export async function listWebhooks(tx: Tx): Promise<WebhookRead[]> {
  const { rows } = await tx.client.query<WebhookRead>(
    `select w.*, f.kinds from webhook w join event_follower f on f.workspace_id = w.workspace_id and f.id = w.id
     where w.workspace_id = $1 order by w.made_at, w.id`,
    [tx.workspace],
  );
  return rows;
}

/** A webhook, held until the transaction ends. */
export async function holdWebhook(tx: Tx, id: string): Promise<WebhookRow | undefined> {
  return await tx
    .over<WebhookTables>()
    .selectFrom('webhook')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function hasWebhook(tx: Tx, id: string): Promise<boolean> {
  return (await tx.client.query('select from webhook where workspace_id = $1 and id = $2', [tx.workspace, id])).rowCount === 1;
}

export async function insertWebhook(
  tx: Tx,
  row: Pick<Insertable<WebhookTables['webhook']>, 'id' | 'name' | 'url' | 'made_by' | 'made_at' | 'changed_at'>,
): Promise<void> {
  await tx.client.query(
    'insert into webhook (workspace_id, id, name, url, made_by, made_at, changed_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [tx.workspace, row.id, row.name, row.url, row.made_by, row.made_at.toString(), row.changed_at.toString()],
  );
}

export async function updateWebhook(tx: Tx, id: string, change: Updateable<WebhookTables['webhook']>): Promise<void> {
  await tx.over<WebhookTables>().updateTable('webhook').set(change).where('workspace_id', '=', tx.workspace).where('id', '=', id).execute();
}

export async function deleteWebhook(tx: Tx, id: string): Promise<boolean> {
  const { rowCount } = await tx.client.query('delete from webhook where workspace_id = $1 and id = $2', [tx.workspace, id]);
  return rowCount === 1;
}

/** Webhooks for which something is to be tried by now and nobody is at it: a process that ended in the middle left it. */
export async function listLeftAlone(tx: Tx, now: Temporal.Instant): Promise<string[]> {
  const { rows } = await tx.client.query<{ id: string }>(
    `select w.id from webhook w
     where w.workspace_id = $1 and w.paused_at is null and w.secret is not null
       and (w.busy_until is null or w.busy_until <= $2) and (w.rests_until is null or w.rests_until <= $2)
       and exists (select from webhook_delivery d where d.workspace_id = $1 and d.webhook_id = w.id and d.state = 'waiting' and d.next_at <= $2)`,
    [tx.workspace, now.toString()],
  );
  return rows.map(({ id }) => id);
}
