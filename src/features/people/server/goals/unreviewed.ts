import type { Tx } from '#kit/server/db/index.ts';
import { isChangedSince, stateAfter } from '../../domain/index.ts';
import { listLastCircumstanceChanges, type CircumstanceChange } from '../facts/store.ts';
import { listLastGoalEvents } from './store.ts';

/** An open goal that nobody thought through since a circumstance of the customer changed, and that change. */
export type UnreviewedGoal = {
  readonly customer: string;
  readonly goal: string;
  readonly wish: string;
  readonly change: CircumstanceChange;
};

/** Those of some customers; nothing is known at or after `before`. */
export async function listUnreviewedGoals(tx: Tx, customers: readonly string[], before: Temporal.Instant): Promise<UnreviewedGoal[]> {
  const open = (await listLastGoalEvents(tx, customers, before)).filter(({ kind }) => stateAfter(kind) === 'open');
  if (open.length === 0) return [];
  const owners = [...new Set(open.map(({ customer }) => customer))];
  const changes = new Map((await listLastCircumstanceChanges(tx, owners, before)).map((change) => [change.customer, change]));
  return open.flatMap(({ customer, goal_id: goal, wish, happened_at }) => {
    const change = changes.get(customer);
    return change && isChangedSince(happened_at, change.happened_at) ? [{ customer, goal, wish, change }] : [];
  });
}
