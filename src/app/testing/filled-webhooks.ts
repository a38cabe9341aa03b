import type { Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';

/** A webhook with something that was told there, an automation with a run, and their ids by the names of the parameters of paths. */
export async function fillWebhooks(
  tx: Tx,
  owner: string,
  customer: string,
): Promise<{ webhook: string; delivery: string; automation: string }> {
  const [webhook, delivery, automation] = [newId(), newId(), newId()];
  await tx.client.query("insert into event_follower (workspace_id, id, job, kinds) values ($1, $2, 'confidential', '{}')", [
    tx.workspace,
    webhook,
  ]);
  await tx.client.query(
    `insert into webhook (workspace_id, id, name, url, secret, made_by, made_at, changed_at)
     values ($1, $2, 'The confidential till', 'https://confidential.example/tend', 'confidential', $3, now(), now())`,
    [tx.workspace, webhook, owner],
  );
  await tx.client.query(
    `insert into webhook_delivery (workspace_id, id, webhook_id, kind, made_at, state, settled_at) values ($1, $2, $3, 'webhook.test', now(), 'given_up', now())`,
    [tx.workspace, delivery, webhook],
  );
  await tx.client.query(
    `insert into webhook_try (workspace_id, id, delivery_id, began_at, milliseconds, status, answer) values ($1, $2, $3, now(), 12, 500, 'a confidential answer')`,
    [tx.workspace, newId(), delivery],
  );
  await tx.client.query(
    `insert into automation (workspace_id, id, name, owner_id, trigger, filled, conditions, actions, made_at, changed_at)
     values ($1, $2, 'A confidential automation', $3, 'customer_made', '{}', '', '[{"action":"give_tag","filled":{"tag":"confidential"}}]', now(), now())`,
    [tx.workspace, automation, owner],
  );
  await tx.client.query(
    `insert into automation_run (workspace_id, id, automation_id, event_id, customer_id, ran_at, outcome)
     select $1, $2, $3, id, $4, now(), 'done' from event where workspace_id = $1 order by id limit 1`,
    [tx.workspace, newId(), automation, customer],
  );
  return { webhook, delivery, automation };
}
