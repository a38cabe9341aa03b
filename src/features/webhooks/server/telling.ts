import { inEveryWorkspace } from '#features/workspace/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { callWaiting, readEvents, takeWaiting, type FollowInput } from '#kit/server/followers.ts';
import { enqueueJob, type Job } from '#kit/server/jobs.ts';
import { newId } from '#kit/server/ids.ts';
import { postOutside } from '#kit/server/outside/index.ts';
import { unseal } from '#kit/server/sealed.ts';
import type { Services } from '#kit/server/services.ts';
import { afterTry } from '../domain/index.ts';
import { findDue, forgetDeliveries, insertDeliveries, nextMoment, noteTry, type DeliveryRow } from './delivery-store.ts';
import { idOf, messageOf } from './message.ts';
import { pauseWebhook } from './pausing.ts';
import { signed } from './sign.ts';
import { holdWebhook, listLeftAlone, updateWebhook, type WebhookRow } from './webhook-store.ts';

export const tellJobName = 'webhooks.tell';

/** So much of an answer is kept in the log. */
const keptBytes = 1000;

/** After so many in a row others have their turn. */
const mostInARow = 50;

/** Whoever tells a webhook says so for so long; a process that ends in the middle is waited for no longer. Longer than one try takes. */
const busySeconds = 60;

const takenOnAtOnce = 1000;

/**
 * Tells a webhook what waits for it: one thing after the other, in the order in which it happened. Nobody else tells it meanwhile; who comes to it says that there is more and goes. What
 * is told is written down after each try, so that an end in the middle costs at most that one thing being told twice, under the same id.
 */
export const tellJob: Job = {
  name: tellJobName,
  run: async ({ workspace, input, services, signal }) => {
    const { follower: id } = input as FollowInput;
    const inside = <T>(run: (tx: Tx) => Promise<T>) => services.database.transaction({ workspace }, run);
    if (!(await inside((tx) => begin(tx, services.clock(), id)))) return;
    try {
      for (let told = 0; told < mostInARow && !signal.aborted; told += 1) if (!(await tellOne(inside, services, id))) break;
    } finally {
      await inside((tx) => end(tx, services.clock(), id));
    }
  },
};

/** Takes on what waits, and the webhook; false where somebody is at it, or nothing is to be told there. */
async function begin(tx: Tx, now: Temporal.Instant, id: string): Promise<boolean> {
  const webhook = await holdWebhook(tx, id);
  if (!webhook) return false;
  const events = await takeWaiting(tx, id, takenOnAtOnce);
  await insertDeliveries(
    tx,
    events.map((event) => ({
      id: newId(event.happenedAt.epochMilliseconds),
      webhook_id: id,
      kind: event.kind,
      event_id: event.id,
      made_at: now,
    })),
  );
  if (!isTold(webhook, now)) return false;
  const isBusy = isAhead(webhook.busy_until, now);
  await updateWebhook(tx, id, isBusy ? { has_more: true } : { has_more: events.length === takenOnAtOnce, busy_until: busyFrom(now) });
  return !isBusy;
}

type Inside = <T>(run: (tx: Tx) => Promise<T>) => Promise<T>;

/** False where nothing more is to be told for now. */
async function tellOne(inside: Inside, services: Services, id: string): Promise<boolean> {
  const began = services.clock();
  const found = await inside((tx) => findNext(tx, services, id, began));
  if (!found) return false;
  const { webhook, delivery, body, secrets } = found;
  const answered = await postOutside(webhook.url, {
    headers: { 'content-type': 'application/json', 'user-agent': 'Tend', ...signed({ id: idOf(delivery), at: began, body }, secrets) },
    body,
    anywhere: services.config.webhooksAnywhere,
    keptBytes,
  });
  return await inside(async (tx) => {
    const held = await holdWebhook(tx, id);
    // Removed meanwhile, with its log.
    if (!held) return false;
    const now = services.clock();
    const { status, failure, reason, text, retryAfterSeconds, milliseconds } = answered;
    const health = {
      failuresInRow: held.failures_in_row,
      failingSince: held.failing_since,
      restsUntil: held.rests_until,
      takenAt: held.taken_at,
    };
    const after = afterTry(delivery.tries + 1, health, { status, retryAfterSeconds }, now, Math.random());
    const tried = {
      id: newId(began.epochMilliseconds),
      delivery_id: delivery.id,
      began_at: began,
      milliseconds,
      status,
      failure,
      reason,
      answer: text,
    };
    await noteTry(tx, now, tried, after.delivery);
    await updateWebhook(tx, id, {
      failures_in_row: after.health.failuresInRow,
      failing_since: after.health.failingSince,
      rests_until: after.health.restsUntil,
      taken_at: after.health.takenAt,
      busy_until: busyFrom(now),
    });
    if (after.pause !== null && held.paused_at === null) await pauseWebhook(tx, now, held, after.pause);
    return after.pause === null && held.paused_at === null && !isAhead(after.health.restsUntil, now);
  });
}

type Found = { readonly webhook: WebhookRow; readonly delivery: DeliveryRow; readonly body: string; readonly secrets: readonly string[] };

async function findNext(tx: Tx, services: Services, id: string, now: Temporal.Instant): Promise<Found | undefined> {
  const webhook = await holdWebhook(tx, id);
  if (!webhook || !isTold(webhook, now)) return undefined;
  const delivery = await findDue(tx, id, now);
  if (!delivery) return undefined;
  const [event] = delivery.event_id === null ? [] : await readEvents(tx, [delivery.event_id]);
  const catalogue = [...services.events.values()].find((one) => delivery.kind in one) ?? {};
  const secrets = secretsOf(services, webhook, now);
  // Sealed under a secret that the installation has no more: it needs a new one, and nothing goes out unsigned.
  if (secrets.length === 0) await pauseWebhook(tx, now, webhook, 'failing');
  return secrets.length === 0 ? undefined : { webhook, delivery, body: messageOf(tx.workspace, delivery, event, catalogue), secrets };
}

function secretsOf({ config }: Services, webhook: WebhookRow, now: Temporal.Instant): string[] {
  const sealed = [webhook.secret, isAhead(webhook.earlier_until, now) ? webhook.earlier_secret : null];
  return sealed.flatMap((one) => {
    try {
      return one === null ? [] : [unseal(config, `webhook ${webhook.id}`, one)];
    } catch {
      return [];
    }
  });
}

/** Lets go of the webhook, and has it told again when something is to be tried. */
async function end(tx: Tx, now: Temporal.Instant, id: string): Promise<void> {
  const webhook = await holdWebhook(tx, id);
  if (!webhook) return;
  await updateWebhook(tx, id, { busy_until: null, has_more: false });
  if (webhook.paused_at !== null) return;
  const next = webhook.has_more ? now : await nextMoment(tx, id);
  if (next !== null) await tellWhen(tx, now, webhook, next);
}

async function tellWhen(tx: Tx, now: Temporal.Instant, { id, rests_until: rests }: WebhookRow, next: Temporal.Instant): Promise<void> {
  const at = rests !== null && Temporal.Instant.compare(rests, next) > 0 ? rests : next;
  const delaySeconds = Math.max(0, at.since(now).total('seconds'));
  // One that is to come at a later moment takes the place of one like it; one that is to come at once takes nobody's.
  await enqueueJob(tx, tellJobName, { follower: id } satisfies FollowInput, delaySeconds > 0 ? { key: `tell ${id}`, delaySeconds } : {});
}

/** Has a webhook told at once what waits for it. */
export async function tellSoon(tx: Tx, id: string): Promise<void> {
  await enqueueJob(tx, tellJobName, { follower: id } satisfies FollowInput);
}

function isTold(webhook: WebhookRow, now: Temporal.Instant): boolean {
  return webhook.paused_at === null && webhook.secret !== null && !isAhead(webhook.rests_until, now);
}

function isAhead(moment: Temporal.Instant | null, now: Temporal.Instant): boolean {
  return moment !== null && Temporal.Instant.compare(moment, now) > 0;
}

function busyFrom(now: Temporal.Instant): Temporal.Instant {
  return now.add({ seconds: busySeconds });
}

/** What was told is kept so long, for whoever looks why something did not arrive. */
const daysKept = 30;

/** Makes up for what a process that was killed left, and forgets what is old. */
export async function lookAfterWebhooks(services: Services): Promise<void> {
  await inEveryWorkspace(services, async (workspace) => {
    await services.database.transaction({ workspace }, async (tx) => {
      const now = services.clock();
      await callWaiting(tx, tellJobName);
      for (const webhook of await listLeftAlone(tx, now)) await tellSoon(tx, webhook);
      await forgetDeliveries(tx, now.subtract({ hours: 24 * daysKept }));
    });
  });
}
