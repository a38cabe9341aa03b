import { changesBetween, type Changes } from '#kit/domain/changes.ts';
import { fail, unwrap } from '#kit/domain/result.ts';
import type { EventCatalogue, EventKind } from '#kit/contract/events.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { follow, unfollow, type FollowedEvent } from '#kit/server/followers.ts';
import { newId } from '#kit/server/ids.ts';
import { isPublicUrl } from '#kit/server/outside/index.ts';
import { seal } from '#kit/server/sealed.ts';
import type { Services } from '#kit/server/services.ts';
import { mostWebhooks, readWebhook, type WebhookTold } from '../domain/index.ts';
import { hasDelivery, insertDeliveries, replayDeliveries, tryAtOnce } from './delivery-store.ts';
import { testKind } from './message.ts';
import { pauseWebhook } from './pausing.ts';
import { newSecret } from './sign.ts';
import { tellJobName, tellSoon } from './telling.ts';
import {
  deleteWebhook,
  holdWebhook,
  insertWebhook,
  listWebhooks,
  updateWebhook,
  type WebhookRead,
  type WebhookRow,
} from './webhook-store.ts';

type Installation = Pick<Services, 'config' | 'events'>;

/**
 * Makes a webhook and answers its id; it is told nothing before it has a secret, and then of everything from now on. Besides what `readWebhook` refuses: an address inside of this network where
 * the settings of the installation do not allow that (`webhook.url_not_public`), and more than twenty (`webhook.too_many` {most}).
 */
export async function makeWebhook(tx: Tx, services: Installation, now: Temporal.Instant, by: string, told: WebhookTold): Promise<string> {
  const { kinds, ...read } = readTold(services, told);
  if ((await listWebhooks(tx)).length >= mostWebhooks) throw fail('webhook.too_many', { most: mostWebhooks });
  const id = newId(now.epochMilliseconds);
  await insertWebhook(tx, { id, ...read, made_by: by, made_at: now, changed_at: now });
  await follow(tx, { id, job: tellJobName, kinds: kindsOf(services, kinds) });
  await recordEvent(tx, now, { kind: 'webhook.made', colleague: by, subject: id, changes: differences({}, { ...read, kinds }) });
  return id;
}

/** Changes what is told and leaves the rest. Refuses what `makeWebhook` refuses, and `webhook.not_found`. */
export async function changeWebhook(
  tx: Tx,
  services: Installation,
  now: Temporal.Instant,
  by: string,
  id: string,
  change: { readonly [Key in keyof WebhookTold]?: WebhookTold[Key] | undefined },
): Promise<void> {
  await requireWebhook(tx, id);
  const before = (await listWebhooks(tx)).find((one) => one.id === id);
  if (!before) throw fail('webhook.not_found');
  const { name = before.name, url = before.url, kinds = before.kinds } = change;
  const read = readTold(services, { name, url, kinds });
  await updateWebhook(tx, id, { name: read.name, url: read.url, changed_at: now });
  await follow(tx, { id, job: tellJobName, kinds: kindsOf(services, read.kinds) });
  const changes = differences(toldBy(before), { ...read, kinds: kindsOf(services, read.kinds) });
  await recordEvent(tx, now, { kind: 'webhook.changed', colleague: by, subject: id, changes });
}

/** Removes a webhook and all that was to be told there. Refuses `webhook.not_found`. */
export async function removeWebhook(tx: Tx, now: Temporal.Instant, by: string, id: string): Promise<void> {
  const before = (await listWebhooks(tx)).find((one) => one.id === id);
  await unfollow(tx, id);
  if (!before || !(await deleteWebhook(tx, id))) throw fail('webhook.not_found');
  const changes = differences(toldBy(before), { name: null, url: null, kinds: null });
  await recordEvent(tx, now, { kind: 'webhook.removed', colleague: by, subject: id, changes });
}

/** Gives a webhook a new secret, and answers it, this once. The one before signs beside it for so many hours. Refuses `webhook.not_found`. */
export async function makeSecret(
  tx: Tx,
  { config }: Installation,
  now: Temporal.Instant,
  by: string,
  id: string,
  keepHours: number,
): Promise<{ secret: string; earlierUntil: Temporal.Instant | null }> {
  const before = await requireWebhook(tx, id);
  const secret = newSecret();
  const earlierUntil = before.secret === null || keepHours === 0 ? null : now.add({ hours: keepHours });
  await updateWebhook(tx, id, {
    secret: seal(config, `webhook ${id}`, secret),
    earlier_secret: earlierUntil === null ? null : before.secret,
    earlier_until: earlierUntil,
    changed_at: now,
  });
  await recordEvent(tx, now, { kind: 'webhook.secret_made', colleague: by, subject: id });
  await tellSoon(tx, id);
  return { secret, earlierUntil };
}

/** Tells a webhook nothing for now. Refuses `webhook.not_found`; one that is paused stays so. */
export async function pauseByHand(tx: Tx, now: Temporal.Instant, by: string, id: string): Promise<void> {
  const webhook = await requireWebhook(tx, id);
  if (webhook.paused_at === null) await pauseWebhook(tx, now, webhook, 'by_hand', by);
}

/** Tells a webhook again, at once what was kept for it. Refuses `webhook.not_found`; one that is not paused is tried at once. */
export async function resumeWebhook(tx: Tx, now: Temporal.Instant, by: string, id: string): Promise<void> {
  const webhook = await requireWebhook(tx, id);
  await updateWebhook(tx, id, { paused_at: null, paused_why: null, failures_in_row: 0, failing_since: null, rests_until: null });
  await tryAtOnce(tx, id, now);
  if (webhook.paused_at !== null) await recordEvent(tx, now, { kind: 'webhook.resumed', colleague: by, subject: id });
  await tellSoon(tx, id);
}

/** Tells a webhook something that means nothing; answers the delivery. Refuses `webhook.not_found`, and one to which nothing is told (`webhook.is_paused`). */
export async function testWebhook(tx: Tx, now: Temporal.Instant, id: string): Promise<string> {
  const webhook = await requireWebhook(tx, id);
  if (webhook.paused_at !== null || webhook.secret === null) throw fail('webhook.is_paused');
  const delivery = newId(now.epochMilliseconds);
  await insertDeliveries(tx, [{ id: delivery, webhook_id: id, kind: testKind, event_id: null, made_at: now }]);
  // Whoever tests has mended something, and does not want to wait for it.
  await updateWebhook(tx, id, { rests_until: null });
  await tellSoon(tx, id);
  return delivery;
}

/** Tells a webhook of one event, whether or not it hears of its kind; of one that it hears of anyway it is told once. Refuses `webhook.not_found`. */
export async function tellOfEvent(
  tx: Tx,
  now: Temporal.Instant,
  id: string,
  event: Pick<FollowedEvent, 'id' | 'kind' | 'happenedAt'>,
): Promise<void> {
  await requireWebhook(tx, id);
  const delivery = { id: newId(event.happenedAt.epochMilliseconds), webhook_id: id, kind: event.kind, event_id: event.id, made_at: now };
  await insertDeliveries(tx, [delivery]);
  await tellSoon(tx, id);
}

/** Tells a webhook again what is settled: one thing, or all that was given up since a moment; answers how much. Refuses `webhook.not_found`, `webhook_delivery.not_found`. */
export async function replay(
  tx: Tx,
  now: Temporal.Instant,
  id: string,
  which: { readonly delivery: string } | { readonly givenUpSince: Temporal.Instant },
): Promise<number> {
  await requireWebhook(tx, id);
  if ('delivery' in which && !(await hasDelivery(tx, id, which.delivery))) throw fail('webhook_delivery.not_found');
  const count = await replayDeliveries(tx, id, now, which);
  if (count > 0) await updateWebhook(tx, id, { rests_until: null });
  await tellSoon(tx, id);
  return count;
}

/** What somebody said of a webhook; its secrets are nobody's to read, in the log neither. */
function toldBy({ name, url, kinds }: WebhookRead): WebhookTold {
  return { name, url, kinds };
}

/** What became different, for the log: of an address also where it leads, but not what may be a password of the other side. */
function differences(before: object, after: object): Changes | undefined {
  const { url, ...others } = changesBetween(before, after) ?? {};
  const bare = (address: unknown) => (typeof address === 'string' ? address.replaceAll(/([?&][^=&]*=)[^&]*/g, '$1…') : null);
  const changes = { ...others, ...(url ? { url: [bare(url[0]), bare(url[1])] as const } : {}) };
  return Object.keys(changes).length === 0 ? undefined : changes;
}

async function requireWebhook(tx: Tx, id: string): Promise<WebhookRow> {
  const webhook = await holdWebhook(tx, id);
  if (!webhook) throw fail('webhook.not_found');
  return webhook;
}

function readTold(services: Installation, told: WebhookTold): WebhookTold {
  const read = unwrap(readWebhook(told, new Set(allKinds(services))));
  if (!services.config.webhooksAnywhere && !isPublicUrl(read.url)) throw fail('webhook.url_not_public', {}, 'url');
  return read;
}

/** Every kind of event there is. */
export function allKinds({ events }: Pick<Services, 'events'>): EventKind[] {
  return [...events.values()].flatMap((catalogue: EventCatalogue) => Object.keys(catalogue)) as EventKind[];
}

function kindsOf(services: Installation, kinds: readonly string[] | null): EventKind[] | null {
  return kinds && allKinds(services).filter((kind) => kinds.includes(kind));
}
