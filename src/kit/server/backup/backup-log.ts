import type { Tx } from '../db/index.ts';
import { newId } from '../ids.ts';

/** A backup of the installation that was begun: one row each, whatever became of it. */
export type BackupRow = {
  readonly id: string;
  readonly beganAt: Temporal.Instant;
  readonly isScheduled: boolean;
  readonly file: string;
  readonly isEncrypted: boolean;
  /** Null while it is made, and when it never ended. */
  readonly finishedAt: Temporal.Instant | null;
  readonly sizeBytes: number | null;
  /** When the file was last read as a whole, and was what had been written. */
  readonly verifiedAt: Temporal.Instant | null;
  /** A code, never what was worked on. */
  readonly failure: string | null;
  /** How many files rows needed that were not there. */
  readonly missingFiles: number;
};

const columns = `id, began_at as "beganAt", is_scheduled as "isScheduled", file, is_encrypted as "isEncrypted", finished_at as "finishedAt",
  size_bytes as "sizeBytes", verified_at as "verifiedAt", failure, missing_files as "missingFiles"`;

/** Whoever looks for what went wrong longer ago than this asks in vain. */
const keptDays = 400;

export async function beginBackup(
  tx: Tx,
  now: Temporal.Instant,
  begun: Pick<BackupRow, 'file' | 'isEncrypted' | 'isScheduled'>,
): Promise<string> {
  const id = newId(now.epochMilliseconds);
  await tx.client.query('delete from backup where began_at < $1', [now.subtract({ hours: 24 * keptDays }).toString()]);
  await tx.client.query('insert into backup (id, began_at, is_scheduled, file, is_encrypted) values ($1, $2, $3, $4, $5)', [
    id,
    now.toString(),
    begun.isScheduled,
    begun.file,
    begun.isEncrypted,
  ]);
  return id;
}

/** Writes down what became of a backup. */
export async function noteBackup(
  tx: Tx,
  id: string,
  noted: Partial<Pick<BackupRow, 'finishedAt' | 'sizeBytes' | 'verifiedAt' | 'failure' | 'missingFiles'>>,
): Promise<void> {
  await tx.client.query(
    `update backup set finished_at = coalesce($2, finished_at), size_bytes = coalesce($3, size_bytes), verified_at = coalesce($4, verified_at),
       failure = coalesce($5, failure), missing_files = coalesce($6, missing_files) where id = $1`,
    [
      id,
      noted.finishedAt?.toString() ?? null,
      noted.sizeBytes ?? null,
      noted.verifiedAt?.toString() ?? null,
      noted.failure ?? null,
      noted.missingFiles ?? null,
    ],
  );
}

/** One that was broken off because somebody stopped it is as if it had never been begun. */
export async function forgetBackup(tx: Tx, id: string): Promise<void> {
  await tx.client.query('delete from backup where id = $1', [id]);
}

/** The backups begun after a moment, the latest first. */
export async function listBackups(tx: Tx, after: Temporal.Instant): Promise<BackupRow[]> {
  const { rows } = await tx.client.query<BackupRow>(`select ${columns} from backup where began_at > $1 order by began_at desc, id desc`, [
    after.toString(),
  ]);
  return rows;
}

/** How it stands with backups: the last that went well, and what went wrong since. */
export type BackupsRead = { readonly lastGood: BackupRow | null; readonly lastFailed: BackupRow | null };

export async function readBackups(tx: Tx): Promise<BackupsRead> {
  const { rows: good } = await tx.client.query<BackupRow>(
    `select ${columns} from backup where size_bytes is not null and failure is null order by began_at desc, id desc limit 1`,
  );
  const lastGood = good[0] ?? null;
  const { rows: failed } = await tx.client.query<BackupRow>(
    `select ${columns} from backup where failure is not null and began_at > coalesce($1::timestamptz, '-infinity') order by began_at desc, id desc limit 1`,
    [lastGood?.beganAt.toString() ?? null],
  );
  return { lastGood, lastFailed: failed[0] ?? null };
}
