import type { z } from 'zod';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { pageOf, readMomentCursor } from '#kit/server/moment-cursor.ts';
import type { DeliveryView, WebhookView } from '../api.ts';
import { countDeliveries, listDeliveries, listTries, type DeliveryRow } from './delivery-store.ts';
import { hasWebhook, listWebhooks } from './webhook-store.ts';

/** All webhooks as they travel, those made first before the others. */
export async function readWebhooks(tx: Tx, now: Temporal.Instant): Promise<z.input<typeof WebhookView>[]> {
  const counts = await countDeliveries(tx);
  return (await listWebhooks(tx)).map((row) => ({
    id: row.id,
    name: row.name,
    url: row.url,
    kinds: row.kinds && [...row.kinds],
    madeAt: row.made_at.toString(),
    pausedWhy: row.paused_why,
    pausedAt: row.paused_at?.toString() ?? null,
    failingSince: row.failing_since?.toString() ?? null,
    takenAt: row.taken_at?.toString() ?? null,
    earlierSecretUntil: row.earlier_until && Temporal.Instant.compare(row.earlier_until, now) > 0 ? row.earlier_until.toString() : null,
    waiting: counts.get(row.id)?.waiting ?? 0,
    givenUp: counts.get(row.id)?.givenUp ?? 0,
  }));
}

type Asked = { readonly state?: DeliveryRow['state'] | undefined; readonly cursor?: string | undefined; readonly limit: number };

/** What a webhook was told, the latest first, with each try and the cursor of what comes after (null at the end). Refuses `webhook.not_found`. */
export async function readDeliveries(
  tx: Tx,
  webhook: string,
  { state, cursor, limit }: Asked,
): Promise<{ deliveries: z.input<typeof DeliveryView>[]; next: string | null }> {
  if (!(await hasWebhook(tx, webhook))) throw fail('webhook.not_found');
  const rows = await listDeliveries(tx, { webhook, state, after: readMomentCursor(cursor), limit: limit + 1 });
  const { shown, next } = pageOf(rows, limit, (row) => ({ at: row.made_at, id: row.id }));
  const tries = Map.groupBy(
    await listTries(
      tx,
      shown.map(({ id }) => id),
    ),
    (one) => one.delivery_id,
  );
  return {
    deliveries: shown.map((row) => ({
      id: row.id,
      kind: row.kind,
      eventId: row.event_id,
      madeAt: row.made_at.toString(),
      state: row.state,
      nextAt: row.next_at?.toString() ?? null,
      tries: (tries.get(row.id) ?? []).map(({ id, began_at: at, milliseconds, status, failure, reason, answer }) => ({
        id,
        at: at.toString(),
        milliseconds,
        status,
        failure,
        reason,
        answer,
      })),
    })),
    next,
  };
}
