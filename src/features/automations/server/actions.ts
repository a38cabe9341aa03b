import { requireRight } from '#features/access/server/index.ts';
import { whoFits } from '#features/customers/server/index.ts';
import { changesBetween, type Changes } from '#kit/domain/changes.ts';
import { fail, unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { follow, unfollow } from '#kit/server/followers.ts';
import { newId } from '#kit/server/ids.ts';
import type { Who } from '#kit/server/identity.ts';
import type { Services } from '#kit/server/services.ts';
import { mostAutomations, readAutomation, type Automation, type AutomationTold } from '../domain/index.ts';
import { countAutomations, deleteAutomation, holdAutomation, writeAutomation, writePause, type AutomationRow } from './automation-store.ts';
import { actionNamed, partsOf, triggerNamed } from './parts.ts';

export const followJobName = 'automations.follow';

/**
 * Makes an automation, which acts from now on and belongs to whoever made it; answers its id. Refuses what `readAutomation` and the conditions of lists refuse, an action that its owner may
 * not do (`access.forbidden`), and more than fifty (`automation.too_many` {most}).
 */
export async function makeAutomation(tx: Tx, services: Services, now: Temporal.Instant, who: Who, told: AutomationTold): Promise<string> {
  const read = await readTold(tx, services, now, who, told);
  if ((await countAutomations(tx)) >= mostAutomations) throw fail('automation.too_many', { most: mostAutomations });
  const id = newId(now.epochMilliseconds);
  await writeAutomation(tx, id, now, who.colleague, read);
  await followFor(tx, services, id, read.trigger);
  const changes = changesBetween({}, wordsOf(read, who.colleague));
  await recordEvent(tx, now, { kind: 'automation.made', colleague: who.colleague, subject: id, changes });
  return id;
}

/**
 * Puts an automation together anew. It belongs to whoever does, under whose rights it acts from now on, so that nobody can have another do what they may not; one that had stopped acts again.
 * Refuses what `makeAutomation` refuses, and `automation.not_found`.
 */
export async function changeAutomation(
  tx: Tx,
  services: Services,
  now: Temporal.Instant,
  who: Who,
  id: string,
  told: AutomationTold,
): Promise<void> {
  const before = await requireAutomation(tx, id);
  const read = await readTold(tx, services, now, who, told);
  await writeAutomation(tx, id, now, who.colleague, read);
  if (before.paused_at === null) await followFor(tx, services, id, read.trigger);
  const changes = changesBetween(wordsOf(toldBy(before), before.owner_id), wordsOf(read, who.colleague));
  await recordEvent(tx, now, { kind: 'automation.changed', colleague: who.colleague, subject: id, changes });
}

/** Lets an automation do nothing from now on; what happens meanwhile passes it by. Refuses `automation.not_found`. */
export async function pauseAutomation(tx: Tx, now: Temporal.Instant, by: string, id: string): Promise<void> {
  const automation = await requireAutomation(tx, id);
  if (automation.paused_at !== null) return;
  await writePause(tx, id, now);
  await unfollow(tx, id);
  await recordEvent(tx, now, { kind: 'automation.paused', colleague: by, subject: id });
}

/** Lets an automation act again, on what happens from now on. Refuses `automation.not_found`, and one that has stopped (`automation.has_stopped`). */
export async function resumeAutomation(tx: Tx, services: Services, now: Temporal.Instant, by: string, id: string): Promise<void> {
  const automation = await requireAutomation(tx, id);
  if (automation.stopped_at !== null) throw fail('automation.has_stopped');
  if (automation.paused_at === null) return;
  await writePause(tx, id, null);
  await followFor(tx, services, id, automation.trigger);
  await recordEvent(tx, now, { kind: 'automation.resumed', colleague: by, subject: id });
}

/** Removes an automation with its log. What it did stays. Refuses `automation.not_found`. */
export async function removeAutomation(tx: Tx, now: Temporal.Instant, by: string, id: string): Promise<void> {
  const before = await requireAutomation(tx, id);
  await unfollow(tx, id);
  await deleteAutomation(tx, id);
  const changes = allGone(wordsOf(toldBy(before), before.owner_id));
  await recordEvent(tx, now, { kind: 'automation.removed', colleague: by, subject: id, changes });
}

/** What an automation is put together from, and under whose rights it acts, as the log tells it. */
function wordsOf({ name, trigger, filled, conditions, steps }: Automation, owner: string) {
  return { name, trigger, filled, conditions, steps, ownerId: owner };
}

function toldBy({ name, trigger, filled, conditions, actions }: AutomationRow): Automation {
  return { name, trigger, filled, conditions, steps: actions };
}

function allGone(words: object): Changes | undefined {
  return changesBetween(words, Object.fromEntries(Object.keys(words).map((field) => [field, null])));
}

async function readTold(tx: Tx, services: Services, now: Temporal.Instant, who: Who, told: AutomationTold): Promise<Automation> {
  const read = unwrap(readAutomation(told, partsOf(services)));
  for (const { action } of read.steps) {
    const found = actionNamed(services.automation, action);
    if (found) requireRight(who, found.right);
  }
  await whoFits(tx, now, read.conditions, []);
  return read;
}

async function followFor(tx: Tx, services: Services, id: string, trigger: string): Promise<void> {
  const found = triggerNamed(services.automation, trigger);
  if (found) await follow(tx, { id, job: followJobName, kinds: [found.event] });
}

async function requireAutomation(tx: Tx, id: string): Promise<AutomationRow> {
  const automation = await holdAutomation(tx, id);
  if (!automation) throw fail('automation.not_found');
  return automation;
}
