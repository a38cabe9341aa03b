import type { Selectable } from 'kysely';
import type { Tx } from '#kit/server/db/index.ts';
import type { TargetKind } from '../domain/index.ts';
import type { CadenceTables, StageName } from './tables.ts';

export type RoutineRow = Selectable<CadenceTables['routine']>;

/** Whom a routine is for: one customer, those of a saved list or with a tag, the key customers, or a stage. */
export type Target =
  | { readonly kind: 'customer' | 'tag'; readonly id: string }
  | { readonly kind: 'list'; readonly id: string; readonly name: string }
  | { readonly kind: 'key' }
  | { readonly kind: 'stage'; readonly stage: StageName };

const over = (tx: Tx) => tx.over<CadenceTables>();

export function columnsOf(target: Target): Pick<RoutineRow, 'customer_id' | 'list_id' | 'list_name' | 'tag_id' | 'stage' | 'for_key'> {
  const nobody = { customer_id: null, list_id: null, list_name: null, tag_id: null, stage: null, for_key: false };
  switch (target.kind) {
    case 'customer':
      return { ...nobody, customer_id: target.id };
    case 'list':
      return { ...nobody, list_id: target.id, list_name: target.name };
    case 'tag':
      return { ...nobody, tag_id: target.id };
    case 'key':
      return { ...nobody, for_key: true };
    case 'stage':
      return { ...nobody, stage: target.stage };
  }
}

export function targetOf(row: RoutineRow): Target {
  if (row.customer_id !== null) return { kind: 'customer', id: row.customer_id };
  if (row.list_id !== null) return { kind: 'list', id: row.list_id, name: row.list_name ?? '' };
  if (row.tag_id !== null) return { kind: 'tag', id: row.tag_id };
  return row.stage === null ? { kind: 'key' } : { kind: 'stage', stage: row.stage };
}

/** False where there is one for the same already. */
export async function insertRoutine(tx: Tx, row: Omit<RoutineRow, 'workspace_id'>): Promise<boolean> {
  const made = await over(tx)
    .insertInto('routine')
    .values({ workspace_id: tx.workspace, ...row })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** The routine, held until the transaction ends. */
export async function holdRoutine(tx: Tx, id: string): Promise<RoutineRow | undefined> {
  return await over(tx)
    .selectFrom('routine')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateRoutine(
  tx: Tx,
  id: string,
  terms: Pick<RoutineRow, 'every_days' | 'latest_days' | 'channel' | 'purpose'>,
): Promise<void> {
  await over(tx).updateTable('routine').set(terms).where('workspace_id', '=', tx.workspace).where('id', '=', id).execute();
}

export async function deleteRoutine(tx: Tx, id: string): Promise<void> {
  await over(tx).deleteFrom('routine').where('workspace_id', '=', tx.workspace).where('id', '=', id).execute();
}

/** All routines but those of single customers: as many as somebody could think of. */
export async function listCommonRoutines(tx: Tx): Promise<RoutineRow[]> {
  return await over(tx)
    .selectFrom('routine')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('customer_id', 'is', null)
    .orderBy('every_days')
    .orderBy('id')
    .execute();
}

/** Routines of single customers, the latest made first. */
export async function listOwnRoutines(tx: Tx, limit: number): Promise<RoutineRow[]> {
  return await over(tx)
    .selectFrom('routine')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('customer_id', 'is not', null)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export async function findRoutines(tx: Tx, ids: readonly string[]): Promise<RoutineRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.client.query<RoutineRow>('select * from routine where workspace_id = $1 and id = any($2::uuid[])', [
    tx.workspace,
    ids,
  ]);
  return rows;
}

/** How many customers follow each routine; under '' the floor alone. */
export async function countFollowers(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.client.query<{ routine: string | null; count: number }>(
    `select routine_id as routine, count(*)::integer as count from customer_summary
     where workspace_id = $1 and as_of_on = 'infinity' and contact_on is not null group by 1`,
    [tx.workspace],
  );
  return new Map(rows.map(({ routine, count }) => [routine ?? '', count]));
}

/** The kind of target that a routine is for. */
export function kindOf(row: RoutineRow): TargetKind {
  return targetOf(row).kind;
}
