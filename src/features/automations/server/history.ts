import type { EventKind } from '#kit/contract/events.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { follow } from '#kit/server/followers.ts';
import { newId } from '#kit/server/ids.ts';
import type { Automation } from '../domain/index.ts';
import { followJobName } from './actions.ts';
import { writeAutomation } from './automation-store.ts';
import { insertRun } from './run-store.ts';

/** An event that an automation looked at before it was written down, and whether it did something then. */
export type Looked = {
  readonly event: string;
  readonly customer: string;
  readonly at: Temporal.Instant;
  readonly outcome: 'done' | 'not_fitting';
};

/** Makes an automation that has a past: for a business that is brought along with its history. It acts from now on; nothing is done for what was. Answers its id. */
export async function makeWithHistory(
  tx: Tx,
  madeAt: Temporal.Instant,
  owner: string,
  { event, ...automation }: Automation & { readonly event: EventKind },
  looked: readonly Looked[],
): Promise<string> {
  const id = newId(madeAt.epochMilliseconds);
  await writeAutomation(tx, id, madeAt, owner, automation);
  await follow(tx, { id, job: followJobName, kinds: [event] });
  for (const { event: of, customer, at, outcome } of looked) {
    const run = {
      id: newId(at.epochMilliseconds),
      automation_id: id,
      event_id: of,
      customer_id: customer,
      cause_id: null,
      ran_at: at,
      detail: {},
    };
    await insertRun(tx, { ...run, outcome, why: outcome === 'done' ? null : 'trigger' });
  }
  return id;
}
