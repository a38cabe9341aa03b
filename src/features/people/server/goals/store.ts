import type { Selectable } from 'kysely';
import type { Tx } from '#kit/server/db/index.ts';
import type { GoalTables } from './tables.ts';

export type GoalRow = Omit<Selectable<GoalTables['goal']>, 'workspace_id'>;
export type GoalEventRow = Omit<Selectable<GoalTables['goal_event']>, 'workspace_id'>;

const goalColumns = 'id, customer_id, wish, help, sign, review_on, state';
const eventColumns = 'id, goal_id, number, kind, happened_at, colleague_id, note, wish, help, sign, review_on';

/** However many, in two statements. */
export async function insertGoals(tx: Tx, goals: readonly GoalRow[], events: readonly GoalEventRow[]): Promise<void> {
  await tx.client.query(
    `insert into goal (workspace_id, ${goalColumns}) select $1, ${goalColumns} from json_populate_recordset(null::goal, $2)`,
    [tx.workspace, JSON.stringify(goals)],
  );
  await insertGoalEvents(tx, events);
}

export async function insertGoalEvents(tx: Tx, events: readonly GoalEventRow[]): Promise<void> {
  await tx.client.query(
    `insert into goal_event (workspace_id, ${eventColumns}) select $1, ${eventColumns} from json_populate_recordset(null::goal_event, $2)`,
    [tx.workspace, JSON.stringify(events)],
  );
}

export async function updateGoal(tx: Tx, id: string, row: Omit<GoalRow, 'id' | 'customer_id'>): Promise<void> {
  await tx.over<GoalTables>().updateTable('goal').set(row).where('workspace_id', '=', tx.workspace).where('id', '=', id).execute();
}

/** Held until the transaction ends, so that two who end it at once follow one another. */
export async function holdGoal(tx: Tx, id: string): Promise<GoalRow | undefined> {
  return await tx
    .over<GoalTables>()
    .selectFrom('goal')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function countGoalEvents(tx: Tx, goal: string): Promise<number> {
  const row = await tx
    .over<GoalTables>()
    .selectFrom('goal_event')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', tx.workspace)
    .where('goal_id', '=', goal)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** All that happened to the goals of a customer before a moment, each goal's events in their order. */
export async function listGoalEvents(tx: Tx, customer: string, before: Temporal.Instant | undefined): Promise<GoalEventRow[]> {
  let query = tx
    .over<GoalTables>()
    .selectFrom('goal')
    .innerJoin('goal_event', (join) =>
      join.onRef('goal_event.workspace_id', '=', 'goal.workspace_id').onRef('goal_event.goal_id', '=', 'goal.id'),
    )
    .selectAll('goal_event')
    .where('goal.workspace_id', '=', tx.workspace)
    .where('goal.customer_id', '=', customer);
  if (before) query = query.where('goal_event.happened_at', '<', before);
  return await query.orderBy('goal_event.goal_id').orderBy('goal_event.number').execute();
}

/** What last happened to each goal of some customers before a moment. */
export async function listLastGoalEvents(
  tx: Tx,
  customers: readonly string[],
  before: Temporal.Instant,
): Promise<(Pick<GoalEventRow, 'kind' | 'wish' | 'happened_at' | 'goal_id'> & { readonly customer: string })[]> {
  const goals = await tx
    .over<GoalTables>()
    .selectFrom('goal')
    .select(['id', 'customer_id'])
    .where('workspace_id', '=', tx.workspace)
    .where((is) => is('customer_id', '=', is.fn.any(is.val([...customers]))))
    .execute();
  if (goals.length === 0) return [];
  const customerOf = new Map(goals.map(({ id, customer_id }) => [id, customer_id]));
  // Two reads of one table each: joined, they would be a walk through all events whenever loops are off, as in the nightly round.
  const events = await tx
    .over<GoalTables>()
    .selectFrom('goal_event')
    .distinctOn('goal_id')
    .select(['goal_id', 'kind', 'wish', 'happened_at'])
    .where('workspace_id', '=', tx.workspace)
    .where((is) => is('goal_id', '=', is.fn.any(is.val([...customerOf.keys()]))))
    .where('happened_at', '<', before)
    .orderBy('goal_id')
    .orderBy('number', 'desc')
    .execute();
  return events.map((event) => ({ ...event, customer: customerOf.get(event.goal_id) ?? '' }));
}
