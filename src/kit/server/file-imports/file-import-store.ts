import type { Failure } from '#kit/domain/result.ts';
import type { Tx } from '../db/index.ts';

/** A file on its way in, and how it is to be read: null until somebody has agreed to the guess. */
export type FileImport<Mapping, Result> = {
  readonly id: string;
  readonly file_name: string;
  readonly file_size: number;
  readonly added_at: Temporal.Instant;
  readonly mapping: Mapping | null;
  readonly started_at: Temporal.Instant | null;
  readonly started_by: string | null;
  readonly read_bytes: number;
  readonly finished_at: Temporal.Instant | null;
  readonly result: Result | null;
  readonly failure: Pick<Failure, 'code' | 'values'> | null;
};

const columns = 'id, file_name, file_size, added_at, mapping, started_at, started_by, read_bytes, finished_at, result, failure';

/** The files of one kind. `table` has the columns of `purchase_import`, and stands in SQL as it is: a name that we wrote, never input. */
export function fileImportStore<Mapping, Result>(table: string) {
  type Row = FileImport<Mapping, Result>;
  return {
    async insert(
      tx: Tx,
      row: { id: string; fileName: string; fileSize: number; addedAt: Temporal.Instant; addedBy: string | null },
    ): Promise<void> {
      await tx.client.query(
        `insert into ${table} (workspace_id, id, file_name, file_size, added_at, added_by) values ($1, $2, $3, $4, $5, $6)`,
        [tx.workspace, row.id, row.fileName, row.fileSize, row.addedAt.toString(), row.addedBy],
      );
    },
    async find(tx: Tx, id: string, lock = false): Promise<Row | undefined> {
      const { rows } = await tx.client.query<Row>(
        `select ${columns} from ${table} where workspace_id = $1 and id = $2 ${lock ? 'for update' : ''}`,
        [tx.workspace, id],
      );
      return rows[0];
    },
    async list(tx: Tx, most: number): Promise<Row[]> {
      const { rows } = await tx.client.query<Row>(
        `select ${columns} from ${table} where workspace_id = $1 order by added_at desc, id desc limit $2`,
        [tx.workspace, most],
      );
      return rows;
    },
    async start(tx: Tx, id: string, mapping: Mapping, at: Temporal.Instant, by: string | null): Promise<void> {
      await tx.client.query(
        `update ${table} set mapping = $3, started_at = $4, started_by = $5, read_bytes = 0 where workspace_id = $1 and id = $2`,
        [tx.workspace, id, JSON.stringify(mapping), at.toString(), by],
      );
    },
    /** Says how far the reading is; answers whether somebody has asked for it to stop. */
    async reportProgress(tx: Tx, id: string, bytes: number): Promise<boolean> {
      const { rows } = await tx.client.query<{ cancelled: boolean }>(
        `update ${table} set read_bytes = $3 where workspace_id = $1 and id = $2 returning cancelled_at is not null as cancelled`,
        [tx.workspace, id, bytes],
      );
      return rows[0]?.cancelled ?? true;
    },
    async cancel(tx: Tx, id: string, at: Temporal.Instant, by: string): Promise<void> {
      await tx.client.query(
        `update ${table} set cancelled_at = $3, cancelled_by = $4
         where workspace_id = $1 and id = $2 and finished_at is null and cancelled_at is null`,
        [tx.workspace, id, at.toString(), by],
      );
    },
    async finish(tx: Tx, id: string, at: Temporal.Instant, outcome: { result: Result } | { failure: Failure }): Promise<void> {
      const result = 'result' in outcome ? JSON.stringify(outcome.result) : null;
      const failure = 'failure' in outcome ? JSON.stringify({ code: outcome.failure.code, values: outcome.failure.values }) : null;
      await tx.client.query(
        `update ${table} set finished_at = $3, result = $4, failure = $5 where workspace_id = $1 and id = $2 and finished_at is null`,
        [tx.workspace, id, at.toString(), result, failure],
      );
    },
  };
}
