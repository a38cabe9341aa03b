import type { Selectable } from 'kysely';
import type { Tx } from '#kit/server/db/index.ts';
import type { PushTables } from './tables.ts';

export type PushDevice = Selectable<PushTables['push_device']>;

/** What a browser gives when it subscribes. */
export type DeviceTold = { readonly endpoint: string; readonly p256dh: string; readonly auth: string; readonly name: string };

/** A browser that is known already, of whomever, belongs to whoever turned reminders on there last. Answers its id. */
export async function writeDevice(tx: Tx, id: string, now: Temporal.Instant, colleague: string, told: DeviceTold): Promise<string> {
  const { rows } = await tx.client.query<{ id: string }>(
    `insert into push_device (workspace_id, id, colleague_id, endpoint, p256dh, auth, name, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (workspace_id, endpoint) do update set colleague_id = excluded.colleague_id, p256dh = excluded.p256dh, auth = excluded.auth, name = excluded.name
     returning id`,
    [tx.workspace, id, colleague, told.endpoint, told.p256dh, told.auth, told.name, now.toString()],
  );
  return rows[0]?.id ?? id;
}

export async function listDevices(tx: Tx, colleagues: readonly string[]): Promise<PushDevice[]> {
  if (colleagues.length === 0) return [];
  return await tx
    .over<PushTables>()
    .selectFrom('push_device')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('colleague_id', 'in', colleagues)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
}

/** Removes a device; of a colleague only their own. False where there is none. */
export async function deleteDevice(tx: Tx, device: string, colleague?: string): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    'delete from push_device where workspace_id = $1 and id = $2 and ($3::uuid is null or colleague_id = $3::uuid)',
    [tx.workspace, device, colleague ?? null],
  );
  return rowCount === 1;
}

/** Which of these reminders were told on which device, as `reminder device`. */
export async function listTold(tx: Tx, reminders: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await tx.client.query<{ reminder: string; device: string }>(
    'select reminder_id as reminder, device_id as device from push_delivery where workspace_id = $1 and reminder_id = any($2::uuid[])',
    [tx.workspace, reminders],
  );
  return new Set(rows.map(({ reminder, device }) => `${reminder} ${device}`));
}

export async function noteTold(tx: Tx, now: Temporal.Instant, reminder: string, device: string): Promise<void> {
  // The device may have been removed while it was told.
  await tx.client.query(
    `insert into push_delivery (workspace_id, reminder_id, device_id, told_at)
     select $1, $2, id, $4 from push_device where workspace_id = $1 and id = $3
     on conflict do nothing`,
    [tx.workspace, reminder, device, now.toString()],
  );
  await tx.client.query('update push_device set told_at = $3 where workspace_id = $1 and id = $2', [tx.workspace, device, now.toString()]);
}
