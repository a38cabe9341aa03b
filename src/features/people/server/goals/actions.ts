import { readWorkspace, todayOf } from '#features/workspace/server/index.ts';
import { changesBetween } from '#kit/domain/changes.ts';
import { fail, unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent, recordEvents } from '#kit/server/events.ts';
import { newId } from '#kit/server/ids.ts';
import {
  changeGoal as changed,
  readGoal,
  stateAfter,
  tidyLine,
  type GoalChange,
  type GoalEventKind,
  type GoalTold,
  type GoalWords,
} from '../../domain/index.ts';
import { listCustomerNames } from '../store.ts';
import { countGoalEvents, holdGoal, insertGoalEvents, insertGoals, updateGoal, type GoalRow } from './store.ts';

/** One goal to write down: who agreed it with whom, and when. */
export type GoalToSet = {
  readonly now: Temporal.Instant;
  readonly colleague: string;
  readonly customer: string;
  readonly told: GoalTold;
};

/** Writes down what customers want to reach, and answers the ids in the order given. Refuses what `readGoal` refuses, and `customer.not_found`. */
export async function setGoals(tx: Tx, toSet: readonly GoalToSet[]): Promise<string[]> {
  const customers = [...new Set(toSet.map(({ customer }) => customer))];
  const known = new Set((await listCustomerNames(tx, customers)).map(({ id }) => id));
  if (customers.some((customer) => !known.has(customer))) throw fail('customer.not_found');
  const workspace = await readWorkspace(tx);
  const goals = toSet.map(({ now, customer, told }): GoalRow => {
    const words = unwrap(readGoal(told, todayOf(workspace, now)));
    return { id: newId(now.epochMilliseconds), customer_id: customer, ...columnsOf(words), state: 'open' };
  });
  const told = toSet.map(({ now, colleague }, index) => ({ now, colleague, goal: goals[index] })).filter(isWhole);
  await insertGoals(
    tx,
    goals,
    told.map(({ now, colleague, goal }) => eventRow(now, colleague, goal, { kind: 'set', number: 1, note: null })),
  );
  await recordEvents(
    tx,
    told.map(({ now, colleague, goal }) => ({
      now,
      event: { kind: 'goal.set', colleague, customer: goal.customer_id, subject: goal.id },
    })),
  );
  tx.touch(...customers);
  return goals.map(({ id }) => id);
}

/** Changes a goal in words or day of review; whoever does has thought it through. Refuses what `readGoal` refuses, `goal.not_found`, `goal.already_ended`. */
export async function changeGoal(tx: Tx, now: Temporal.Instant, colleague: string, id: string, change: GoalChange): Promise<void> {
  const row = await holdOpenGoal(tx, id);
  const words = unwrap(changed(wordsOf(row), change, todayOf(await readWorkspace(tx), now)));
  await happen(tx, now, colleague, row, { kind: 'changed', words, note: null });
}

/** Says that a goal was thought through and still holds, and when to look again (in three months, where nobody says). Refuses what `changeGoal` refuses. */
export async function reviewGoal(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  id: string,
  told: { readonly reviewOn?: Temporal.PlainDate | undefined; readonly note?: string | undefined },
): Promise<void> {
  const row = await holdOpenGoal(tx, id);
  const words = unwrap(readGoal({ ...wordsOf(row), reviewOn: told.reviewOn }, todayOf(await readWorkspace(tx), now)));
  await happen(tx, now, colleague, row, { kind: 'reviewed', words, note: tidyLine(told.note) });
}

/** Ends a goal: reached, or given up. */
export async function endGoal(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  id: string,
  told: { readonly as: 'reached' | 'given_up'; readonly note?: string | undefined },
): Promise<void> {
  const row = await holdOpenGoal(tx, id);
  await happen(tx, now, colleague, row, { kind: told.as, words: wordsOf(row), note: tidyLine(told.note) });
}

/** Takes an end back; an open goal stays as it is. */
export async function reopenGoal(tx: Tx, now: Temporal.Instant, colleague: string, id: string): Promise<void> {
  const row = await holdGoal(tx, id);
  if (!row) throw fail('goal.not_found');
  if (row.state === 'open') return;
  await happen(tx, now, colleague, row, { kind: 'reopened', words: wordsOf(row), note: null });
}

async function holdOpenGoal(tx: Tx, id: string): Promise<GoalRow> {
  const row = await holdGoal(tx, id);
  if (!row) throw fail('goal.not_found');
  if (row.state !== 'open') throw fail('goal.already_ended');
  return row;
}

type Happening = { readonly kind: GoalEventKind; readonly words: GoalWords; readonly note: string | null };

async function happen(tx: Tx, now: Temporal.Instant, colleague: string, row: GoalRow, { kind, words, note }: Happening): Promise<void> {
  const number = (await countGoalEvents(tx, row.id)) + 1;
  const columns = { ...columnsOf(words), state: stateAfter(kind) };
  await updateGoal(tx, row.id, columns);
  await insertGoalEvents(tx, [eventRow(now, colleague, { ...row, ...columns }, { kind, number, note })]);
  await recordEvent(tx, now, {
    kind: `goal.${kind}`,
    colleague,
    customer: row.customer_id,
    subject: row.id,
    changes: changesBetween({ ...wordsOf(row), state: row.state }, { ...words, state: columns.state }),
  });
  tx.touch(row.customer_id);
}

function eventRow(
  now: Temporal.Instant,
  colleague: string,
  { id, wish, help, sign, review_on }: GoalRow,
  event: { readonly kind: GoalEventKind; readonly number: number; readonly note: string | null },
) {
  const words = { wish, help, sign, review_on };
  return { id: newId(now.epochMilliseconds), goal_id: id, happened_at: now, colleague_id: colleague, ...event, ...words };
}

function columnsOf({ wish, help, sign, reviewOn }: GoalWords) {
  return { wish, help, sign, review_on: reviewOn };
}

/** The words that columns hold. */
export function wordsOf({ wish, help, sign, review_on: reviewOn }: ReturnType<typeof columnsOf>): GoalWords {
  return { wish, help, sign, reviewOn };
}

function isWhole<T extends { goal: GoalRow | undefined }>(one: T): one is T & { goal: GoalRow } {
  return one.goal !== undefined;
}
