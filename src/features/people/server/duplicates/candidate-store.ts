import { upTo, type Tx } from '#kit/server/db/index.ts';
import type { DuplicateReason } from '../../domain/duplicates/index.ts';
import type { DuplicateTables } from './tables.ts';

export type CandidateRow = {
  readonly one: string;
  readonly other: string;
  readonly probability: number;
  readonly reasons: readonly DuplicateReason[];
};

/** Where a page begins: after this pair. */
export type After = { readonly probability: number; readonly one: string; readonly other: string };

/** The pairs that may be one customer, the likeliest first. */
export async function listCandidates(tx: Tx, limit: number, after?: After): Promise<CandidateRow[]> {
  const { rows } = await tx.client.query<CandidateRow>(
    `select one_id as one, other_id as other, probability, reasons from duplicate_candidate
     where workspace_id = $1 ${after ? 'and probability <= $2 and (probability < $2 or (one_id, other_id) > ($3::uuid, $4::uuid))' : ''}
     order by probability desc, one_id, other_id ${upTo(limit)}`,
    [tx.workspace, ...(after ? [after.probability, after.one, after.other] : [])],
  );
  return rows;
}

export async function findCandidate(tx: Tx, one: string, other: string): Promise<CandidateRow | undefined> {
  const { rows } = await tx.client.query<CandidateRow>(
    `select one_id as one, other_id as other, probability, reasons from duplicate_candidate
     where workspace_id = $1 and one_id = least($2::uuid, $3::uuid) and other_id = greatest($2::uuid, $3::uuid)`,
    [tx.workspace, one, other],
  );
  return rows[0];
}

/** How many pairs there are to look through, counted up to `most`. */
export async function countCandidates(tx: Tx, most: number): Promise<number> {
  const { rows } = await tx.client.query<{ count: number }>(
    'select count(*)::integer as count from (select from duplicate_candidate where workspace_id = $1 limit $2) c',
    [tx.workspace, most],
  );
  return rows[0]?.count ?? 0;
}

/** False when it was said before. */
export async function insertNotDuplicate(tx: Tx, one: string, other: string, by: string, at: Temporal.Instant): Promise<boolean> {
  const made = await tx.client.query(
    `insert into not_duplicate (workspace_id, one_id, other_id, said_by, said_at)
     values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), $4, $5) on conflict do nothing`,
    [tx.workspace, one, other, by, at.toString()],
  );
  await tx.client.query(
    `delete from duplicate_candidate where workspace_id = $1 and one_id = least($2::uuid, $3::uuid) and other_id = greatest($2::uuid, $3::uuid)`,
    [tx.workspace, one, other],
  );
  return made.rowCount === 1;
}

export async function removeNotDuplicate(tx: Tx, one: string, other: string): Promise<boolean> {
  const removed = await tx.client.query(
    'delete from not_duplicate where workspace_id = $1 and one_id = least($2::uuid, $3::uuid) and other_id = greatest($2::uuid, $3::uuid)',
    [tx.workspace, one, other],
  );
  return removed.rowCount === 1;
}

export async function findLook(tx: Tx): Promise<Temporal.Instant | undefined> {
  const { rows } = await tx.client.query<{ at: Temporal.Instant }>('select looked_at as at from duplicate_look where workspace_id = $1', [
    tx.workspace,
  ]);
  return rows[0]?.at;
}

/** What was said of a pair, where somebody said that the two are not the same. */
export async function findNotDuplicate(tx: Tx, one: string, other: string): Promise<DuplicateTables['not_duplicate'] | undefined> {
  const { rows } = await tx.client.query<DuplicateTables['not_duplicate']>(
    'select * from not_duplicate where workspace_id = $1 and one_id = least($2::uuid, $3::uuid) and other_id = greatest($2::uuid, $3::uuid)',
    [tx.workspace, one, other],
  );
  return rows[0];
}
