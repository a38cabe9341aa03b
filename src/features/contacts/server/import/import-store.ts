import type { Failure } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { ContactMapping } from '../../domain/index.ts';
import type { ImportRow } from './tables.ts';

const columns =
  'id, file_name, file_size, added_at, mapping, started_at, started_by, read_bytes, cancelled_at, finished_at, result, failure';

export async function insertImport(
  tx: Tx,
  row: { id: string; fileName: string; fileSize: number; addedAt: Temporal.Instant; addedBy: string | null },
): Promise<void> {
  await tx.client.query(
    'insert into contact_import (workspace_id, id, file_name, file_size, added_at, added_by) values ($1, $2, $3, $4, $5, $6)',
    [tx.workspace, row.id, row.fileName, row.fileSize, row.addedAt.toString(), row.addedBy],
  );
}

export async function findImport(tx: Tx, id: string, lock = false): Promise<ImportRow | undefined> {
  const { rows } = await tx.client.query<ImportRow>(
    `select ${columns} from contact_import where workspace_id = $1 and id = $2 ${lock ? 'for update' : ''}`,
    [tx.workspace, id],
  );
  return rows[0];
}

export async function listImports(tx: Tx, limit: number): Promise<ImportRow[]> {
  const { rows } = await tx.client.query<ImportRow>(
    `select ${columns} from contact_import where workspace_id = $1 order by added_at desc, id desc limit $2`,
    [tx.workspace, limit],
  );
  return rows;
}

export async function startImportRow(tx: Tx, id: string, mapping: ContactMapping, at: Temporal.Instant, by: string | null): Promise<void> {
  await tx.client.query(
    'update contact_import set mapping = $3, started_at = $4, started_by = $5, read_bytes = 0 where workspace_id = $1 and id = $2',
    [tx.workspace, id, JSON.stringify(mapping), at.toString(), by],
  );
}

/** Says how far the reading is; answers whether somebody has asked for it to stop. */
export async function reportProgress(tx: Tx, id: string, bytes: number): Promise<boolean> {
  const { rows } = await tx.client.query<{ cancelled: boolean }>(
    'update contact_import set read_bytes = $3 where workspace_id = $1 and id = $2 returning cancelled_at is not null as cancelled',
    [tx.workspace, id, bytes],
  );
  return rows[0]?.cancelled ?? true;
}

export async function cancelImportRow(tx: Tx, id: string, at: Temporal.Instant, by: string): Promise<void> {
  await tx.client.query(
    'update contact_import set cancelled_at = $3, cancelled_by = $4 where workspace_id = $1 and id = $2 and finished_at is null and cancelled_at is null',
    [tx.workspace, id, at.toString(), by],
  );
}

export async function finishImport(
  tx: Tx,
  id: string,
  at: Temporal.Instant,
  outcome: { result: NonNullable<ImportRow['result']> } | { failure: Failure },
): Promise<void> {
  const result = 'result' in outcome ? JSON.stringify(outcome.result) : null;
  const failure = 'failure' in outcome ? JSON.stringify({ code: outcome.failure.code, values: outcome.failure.values }) : null;
  await tx.client.query(
    'update contact_import set finished_at = $3, result = $4, failure = $5 where workspace_id = $1 and id = $2 and finished_at is null',
    [tx.workspace, id, at.toString(), result, failure],
  );
}
