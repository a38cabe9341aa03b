import { readWorkspace } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { reviewDue, stateAfter, type GoalState, type GoalWords } from '../../domain/index.ts';
import { wordsOf } from './actions.ts';
import { listGoalEvents, type GoalEventRow } from './store.ts';
import { listUnreviewedGoals, type UnreviewedGoal } from './unreviewed.ts';

/** A goal with what happened to it, and why it should be thought through where it should. */
export type GoalSeen = {
  readonly id: string;
  readonly words: GoalWords;
  readonly state: GoalState;
  readonly due: 'circumstance' | 'day' | null;
  /** The circumstance that changed. Null where none did, or where it is too sensitive to be shown here. */
  readonly circumstance: string | null;
  readonly events: readonly GoalEventRow[];
};

/** The goals of a customer as at the end of a day, the open ones first, those before by when they ended. */
export async function readGoals(tx: Tx, customer: string, day: Temporal.PlainDate): Promise<GoalSeen[]> {
  const before = endOfDay(day, (await readWorkspace(tx)).timeZone);
  const unreviewed = new Map((await listUnreviewedGoals(tx, [customer], before)).map((one) => [one.goal, one]));
  const goals = [...Map.groupBy(await listGoalEvents(tx, customer, before), (event) => event.goal_id)].flatMap(([id, events]) => {
    const last = events.at(-1);
    return last ? [seen(id, last, events, unreviewed.get(id), day)] : [];
  });
  return goals.toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? 1 : -1));
}

function seen(
  id: string,
  last: GoalEventRow,
  events: readonly GoalEventRow[],
  unreviewed: UnreviewedGoal | undefined,
  day: Temporal.PlainDate,
): GoalSeen {
  const words = wordsOf(last);
  const state = stateAfter(last.kind);
  const due = state === 'open' ? reviewDue(words, unreviewed !== undefined, day) : null;
  const circumstance = unreviewed && unreviewed.change.sensitivity !== 'sensitive' ? unreviewed.change.text : null;
  return { id, words, state, due, circumstance, events };
}

function rank({ state, due }: GoalSeen): number {
  if (state !== 'open') return 2;
  return due === null ? 1 : 0;
}
