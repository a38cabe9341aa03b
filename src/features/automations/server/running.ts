import { may } from '#features/access/domain/index.ts';
import { findColleague, ownersHere } from '#features/access/server/index.ts';
import { firstUnfit } from '#features/customers/server/index.ts';
import { namesOfCustomers } from '#features/people/server/index.ts';
import { remind } from '#features/reminders/server/index.ts';
import { inEveryWorkspace, readWorkspace } from '#features/workspace/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { actBecauseOf, callWaiting, takeWaiting, unfollow, type FollowInput, type WaitingEvent } from '#kit/server/followers.ts';
import type { Who } from '#kit/server/identity.ts';
import { newId } from '#kit/server/ids.ts';
import type { Job } from '#kit/server/jobs.ts';
import type { Services } from '#kit/server/services.ts';
import { deepest, heldBy } from '../domain/index.ts';
import { followJobName } from './actions.ts';
import { holdAutomation, writeStop, type AutomationRow } from './automation-store.ts';
import { actionNamed, triggerNamed } from './parts.ts';
import { allOrNothing, countDone, forgetRuns, insertRun, listChain, replaceRun, type RunRow } from './run-store.ts';
import type { StopReason } from './tables.ts';

/**
 * Lets an automation follow what waits for it, one event after the other, each in a transaction of its own: what it does, that it did it, and that the event waits no more are committed
 * together, so a process that ends in the middle has done nothing, and two do it once.
 */
export const followJob: Job = {
  name: followJobName,
  run: async ({ workspace, input, services, signal }) => {
    const { follower } = input as FollowInput;
    while (
      !signal.aborted &&
      (await services.database.transaction({ workspace, via: 'automation' }, (tx) => followOne(tx, services, follower)))
    );
  },
};

/** False where nothing waits any more. */
async function followOne(tx: Tx, services: Services, id: string): Promise<boolean> {
  const automation = await holdAutomation(tx, id);
  if (!automation || automation.paused_at !== null || automation.stopped_at !== null) return false;
  const [event] = await takeWaiting(tx, id, 1);
  if (!event) return false;
  const now = services.clock();
  const customer = await customerOf(tx, event);
  const run: Omit<RunRow, 'workspace_id'> = {
    id: newId(now.epochMilliseconds),
    automation_id: id,
    event_id: event.id,
    customer_id: customer,
    cause_id: event.cause,
    ran_at: now,
    outcome: 'done',
    why: null,
    detail: {},
  };
  const owner = await ownerOf(tx, services, automation);
  if (typeof owner === 'string') {
    await stop(tx, now, automation, owner);
    return false;
  }
  const unfit = await whyNot(tx, services, now, automation, { ...event, customer });
  if (unfit) {
    await insertRun(tx, { ...run, ...unfit });
    return true;
  }
  // What it does refers to the run, and whoever follows that has to find it.
  if (!(await insertRun(tx, run))) return true;
  actBecauseOf(tx, run.id);
  const refused = await act(tx, services, now, automation, event, owner);
  if (refused) await replaceRun(tx, { ...run, ...refused });
  return true;
}

/** With whom it happened; nobody where they are gone since. */
async function customerOf(tx: Tx, { customer }: WaitingEvent): Promise<string | null> {
  return customer !== null && (await namesOfCustomers(tx, [customer])).has(customer) ? customer : null;
}

/** Whoever it belongs to, or why it may not act any more. */
async function ownerOf(tx: Tx, { automation: parts }: Services, automation: AutomationRow): Promise<Who | StopReason> {
  const owner = await findColleague(tx, automation.owner_id);
  if (!owner || owner.suspended_at !== null) return 'owner_left';
  const rights = automation.actions.map(({ action }) => actionNamed(parts, action)?.right);
  if (rights.some((right) => right === undefined || !may(owner, right))) return 'right_lost';
  const { timeZone } = await readWorkspace(tx);
  return { workspace: tx.workspace, colleague: owner.id, role: owner.role, language: owner.language, timeZone };
}

async function stop(tx: Tx, now: Temporal.Instant, { id, name, owner_id: left }: AutomationRow, why: StopReason): Promise<void> {
  await writeStop(tx, id, now, why);
  await unfollow(tx, id);
  await recordEvent(tx, now, { kind: 'automation.stopped', subject: id });
  const owners = (await ownersHere(tx)).map((colleague) => colleague.id);
  const told = {
    kind: 'automation_stopped',
    occasion: `${id}/${now.toString()}`,
    customer: null,
    promise: null,
    by: null,
    count: 1,
  } as const;
  await remind(
    tx,
    now,
    [...new Set([left, ...owners])].map((colleague) => ({ ...told, colleague, words: name, at: now })),
  );
}

type Unfit = Pick<RunRow, 'outcome' | 'why' | 'detail'>;

/** Why an event sets nothing off; undefined where it does. */
async function whyNot(
  tx: Tx,
  services: Services,
  now: Temporal.Instant,
  automation: AutomationRow,
  event: WaitingEvent,
): Promise<Unfit | undefined> {
  const trigger = triggerNamed(services.automation, automation.trigger);
  if (trigger?.event !== event.kind || !trigger.fits(event.detail, automation.filled))
    return { outcome: 'not_fitting', why: 'trigger', detail: {} };
  const { customer } = event;
  if (customer === null) return { outcome: 'not_fitting', why: 'no_customer', detail: {} };
  let condition: string | undefined;
  const unreadable = await allOrNothing(tx, async () => {
    condition = await firstUnfit(tx, now, automation.conditions, customer);
  });
  if (unreadable) return { outcome: 'refused', why: 'conditions', detail: { failure: unreadable } };
  if (condition !== undefined) return { outcome: 'not_fitting', why: 'condition', detail: { condition } };
  const held = heldBy(automation.id, {
    chain: await listChain(tx, event.cause, deepest + 1),
    inHour: await countDone(tx, automation.id, now.subtract({ hours: 1 })),
    forCustomerInDay: await countDone(tx, automation.id, now.subtract({ hours: 24 }), customer),
  });
  return held === null ? undefined : { outcome: 'held', why: held, detail: {} };
}

/** Does all of it or nothing; answers which step was refused and why. */
async function act(
  tx: Tx,
  services: Services,
  now: Temporal.Instant,
  automation: AutomationRow,
  event: WaitingEvent,
  who: Who,
): Promise<Unfit | null> {
  let step = 0;
  const failure = await allOrNothing(tx, async () => {
    for (const { action, filled } of automation.actions) {
      await actionNamed(services.automation, action)?.run(tx, { now, who, customer: event.customer ?? '', event, filled });
      step += 1;
    }
  });
  return failure && { outcome: 'refused', why: 'step', detail: { step, failure } };
}

/** What was done is looked up in the log for so long. */
const daysKept = 90;

/** Makes up for what a process that was killed left, and forgets what is old. */
export async function lookAfterAutomations(services: Services): Promise<void> {
  await inEveryWorkspace(services, async (workspace) => {
    await services.database.transaction({ workspace }, async (tx) => {
      await callWaiting(tx, followJobName);
      await forgetRuns(tx, services.clock().subtract({ hours: 24 * daysKept }));
    });
  });
}
