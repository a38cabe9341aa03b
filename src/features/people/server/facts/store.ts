import type { Selectable } from 'kysely';
import type { Tx } from '#kit/server/db/index.ts';
import type { FactTables } from './tables.ts';

export type FactRow = Omit<Selectable<FactTables['fact']>, 'workspace_id'>;
export type FactChangeRow = Omit<Selectable<FactTables['fact_change']>, 'workspace_id'>;

const factColumns =
  'id, customer_id, kind, text, source, told_by, touchpoint_id, learned_on, learned_by, sensitivity, uses, changed_at, retired_at';
const changeColumns =
  'id, fact_id, number, what, happened_at, colleague_id, note, kind, text, source, told_by, learned_on, sensitivity, uses';

/** However many, in two statements. */
export async function insertFacts(tx: Tx, facts: readonly FactRow[], changes: readonly FactChangeRow[]): Promise<void> {
  if (facts.length === 0) return;
  await tx.client.query(
    `insert into fact (workspace_id, ${factColumns}) select $1, ${factColumns} from json_populate_recordset(null::fact, $2)`,
    [tx.workspace, JSON.stringify(facts)],
  );
  await insertFactChanges(tx, changes);
}

export async function insertFactChanges(tx: Tx, changes: readonly FactChangeRow[]): Promise<void> {
  await tx.client.query(
    `insert into fact_change (workspace_id, ${changeColumns}) select $1, ${changeColumns} from json_populate_recordset(null::fact_change, $2)`,
    [tx.workspace, JSON.stringify(changes)],
  );
}

export async function updateFact(tx: Tx, id: string, row: Partial<Omit<FactRow, 'id' | 'customer_id'>>): Promise<void> {
  await tx.over<FactTables>().updateTable('fact').set(row).where('workspace_id', '=', tx.workspace).where('id', '=', id).execute();
}

/** Held until the transaction ends, so that two corrections at once follow one another. */
export async function holdFact(tx: Tx, id: string): Promise<FactRow | undefined> {
  return await tx
    .over<FactTables>()
    .selectFrom('fact')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** What is held to be true of some customers, in few columns. */
export async function listStandingFacts(
  tx: Tx,
  customers: readonly string[],
): Promise<Pick<FactRow, 'id' | 'customer_id' | 'kind' | 'text'>[]> {
  if (customers.length === 0) return [];
  return await tx
    .over<FactTables>()
    .selectFrom('fact')
    .select(['id', 'customer_id', 'kind', 'text'])
    .where('workspace_id', '=', tx.workspace)
    .where('customer_id', 'in', customers)
    .where('retired_at', 'is', null)
    .execute();
}

export async function countFactChanges(tx: Tx, fact: string): Promise<number> {
  const row = await tx
    .over<FactTables>()
    .selectFrom('fact_change')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', tx.workspace)
    .where('fact_id', '=', fact)
    .executeTakeFirstOrThrow();
  return row.count;
}

export type CustomerFactChange = FactChangeRow & {
  readonly touchpoint_id: string | null;
  readonly learned_by: string | null;
};

/** All that happened to the facts of a customer before a moment, each fact's changes in their order. */
export async function listFactChanges(tx: Tx, customer: string, before: Temporal.Instant | undefined): Promise<CustomerFactChange[]> {
  let query = tx
    .over<FactTables>()
    .selectFrom('fact')
    .innerJoin('fact_change', (join) =>
      join.onRef('fact_change.workspace_id', '=', 'fact.workspace_id').onRef('fact_change.fact_id', '=', 'fact.id'),
    )
    .selectAll('fact_change')
    .select(['fact.touchpoint_id', 'fact.learned_by'])
    .where('fact.workspace_id', '=', tx.workspace)
    .where('fact.customer_id', '=', customer);
  if (before) query = query.where('fact_change.happened_at', '<', before);
  return await query.orderBy('fact_change.fact_id').orderBy('fact_change.number').execute();
}

export type CircumstanceChange = Pick<FactChangeRow, 'fact_id' | 'text' | 'sensitivity' | 'happened_at'> & { readonly customer: string };

/** The last thing that happened to any circumstance of each of some customers, before a moment. */
export async function listLastCircumstanceChanges(
  tx: Tx,
  customers: readonly string[],
  before: Temporal.Instant,
): Promise<CircumstanceChange[]> {
  const facts = await tx
    .over<FactTables>()
    .selectFrom('fact')
    .select(['id', 'customer_id'])
    .where('workspace_id', '=', tx.workspace)
    .where((is) => is('customer_id', '=', is.fn.any(is.val([...customers]))))
    .where('kind', '=', 'circumstance')
    .execute();
  if (facts.length === 0) return [];
  const customerOf = new Map(facts.map(({ id, customer_id }) => [id, customer_id]));
  const changes = await tx
    .over<FactTables>()
    .selectFrom('fact_change')
    .select(['fact_id', 'text', 'sensitivity', 'happened_at'])
    .where('workspace_id', '=', tx.workspace)
    .where((is) => is('fact_id', '=', is.fn.any(is.val([...customerOf.keys()]))))
    .where('happened_at', '<', before)
    .orderBy('happened_at')
    .orderBy('id')
    .execute();
  const last = new Map(changes.map((change) => [customerOf.get(change.fact_id) ?? '', change]));
  return [...last].map(([customer, change]) => ({ ...change, customer }));
}
