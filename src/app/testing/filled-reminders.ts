import type { Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';

/** A reminder with its words, where it is told, and a letter that was given up, and their ids by the names of the parameters of paths. */
export async function fillReminders(
  tx: Tx,
  owner: string,
  customer: string,
  promise: string,
): Promise<{ reminder: string; device: string; file: string }> {
  const [reminder, device] = [newId(), newId()];
  await tx.client.query(
    `insert into reminder (workspace_id, id, colleague_id, kind, occasion, customer_id, promise_id, owed_at, made_at)
     values ($1, $2, $3, 'promise_due', 'confidential', $4, $5, now(), now())`,
    [tx.workspace, reminder, owner, customer, promise],
  );
  await tx.client.query(
    `insert into letter (workspace_id, id, purpose, to_address, made_at, give_up_at, failed_at, failure, answer)
     values ($1, $2, 'digest', 'confidential@example.com', '2026-03-01', '2026-03-01', '2026-03-01', 'refused', 'a confidential answer')`,
    [tx.workspace, newId()],
  );
  await tx.client.query(
    `insert into reminder_settings (workspace_id, colleague_id, time_zone, changed_at) values ($1, $2, 'Asia/Confidential', now())`,
    [tx.workspace, owner],
  );
  await tx.client.query(
    `insert into push_device (workspace_id, id, colleague_id, endpoint, p256dh, auth, name, made_at)
     values ($1, $2, $3, 'https://push.example.com/confidential', 'confidential key', 'confidential', 'A confidential telephone', now())`,
    [tx.workspace, device, owner],
  );
  await tx.client.query('insert into push_delivery (workspace_id, reminder_id, device_id, told_at) values ($1, $2, $3, now())', [
    tx.workspace,
    reminder,
    device,
  ]);
  await tx.client.query(
    `insert into calendar_feed (workspace_id, colleague_id, secret_hash, made_at) values ($1, $2, repeat('c0', 32), now())`,
    [tx.workspace, owner],
  );
  return { reminder, device, file: `${'confidential'.padEnd(43, '0')}.ics` };
}
