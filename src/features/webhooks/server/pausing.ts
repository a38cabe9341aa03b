import { ownersHere } from '#features/access/server/index.ts';
import { remind } from '#features/reminders/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import type { PauseReason } from '../domain/index.ts';
import { updateWebhook, type WebhookRow } from './webhook-store.ts';

/** Tells a webhook nothing from now on; what happens is kept for it. Where nobody wished it, whoever made it and the owners are told. */
export async function pauseWebhook(tx: Tx, now: Temporal.Instant, webhook: WebhookRow, why: PauseReason, by?: string): Promise<void> {
  await updateWebhook(tx, webhook.id, { paused_at: now, paused_why: why });
  await recordEvent(tx, now, { kind: 'webhook.paused', colleague: by, subject: webhook.id });
  if (why === 'by_hand') return;
  const owners = (await ownersHere(tx)).map(({ id }) => id);
  await remind(
    tx,
    now,
    [...new Set([webhook.made_by, ...owners])].map((colleague) => ({
      colleague,
      kind: 'webhook_paused',
      occasion: `${webhook.id}/${now.toString()}`,
      customer: null,
      promise: null,
      by: null,
      count: 1,
      words: webhook.name,
      at: now,
    })),
  );
}
