import { inEveryWorkspace } from '#features/workspace/server/index.ts';
import { fail, FailureError } from '#kit/domain/result.ts';
import { beginBackup, checkBackup, forgetBackup, makeBackup, noteBackup, type BackupMade } from '#kit/server/backup/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import type { Services } from '#kit/server/services.ts';

export type BackupWanted = {
  readonly file: string;
  readonly isScheduled: boolean;
  /** Encrypts; without it the file can be read by whoever has it. */
  readonly passphrase: string | undefined;
  readonly withSecret: boolean;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Makes a backup, reads it back as a whole, and writes down what became of it. Refused as `makeBackup` refuses, and `backup.reads_otherwise` where what was written reads
 * otherwise than it was; then the file is not to be relied on. One that is broken off by `signal` has not failed: it is as if it had not been begun.
 */
export async function backUp(services: Services, wanted: BackupWanted): Promise<BackupMade> {
  const { database, clock, config, log, openSnapshot } = services;
  const { file, isScheduled, passphrase, withSecret, signal } = wanted;
  const now = clock();
  const begun = { file, isScheduled, isEncrypted: passphrase !== undefined };
  const id = await database.transaction({}, (tx) => beginBackup(tx, now, begun));
  try {
    const made = await makeBackup({ file, openSnapshot, config, now, passphrase, withSecret, signal });
    const { sizeBytes, sums, missing } = made;
    const missingFiles = sums.files.missing;
    if (missingFiles > 0) log.error({ missingFiles, files: missing }, 'attached files are not there, and not in the backup');
    await database.transaction({}, (tx) => noteBackup(tx, id, { finishedAt: clock(), sizeBytes, missingFiles }));
    await recordInEveryWorkspace(services, { isScheduled, isEncrypted: passphrase !== undefined, withSecret });
    await readBack(file, passphrase, made, signal);
    await database.transaction({}, (tx) => noteBackup(tx, id, { verifiedAt: clock() }));
    return made;
  } catch (error) {
    if (signal?.aborted) {
      await database.transaction({}, (tx) => forgetBackup(tx, id));
      throw error;
    }
    const failure = error instanceof FailureError ? error.failure.code : 'backup.failed';
    await database.transaction({}, (tx) => noteBackup(tx, id, { finishedAt: clock(), failure }));
    throw error;
  }
}

/** Whoever has the file has what every workspace knows: each has it in its log. */
async function recordInEveryWorkspace(services: Services, detail: Readonly<Record<string, boolean>>): Promise<void> {
  const { database, clock } = services;
  await inEveryWorkspace(services, (workspace) =>
    database.transaction({ workspace }, (tx) => recordEvent(tx, clock(), { kind: 'backup.made', detail, isLook: true })),
  );
}

async function readBack(
  file: string,
  passphrase: string | undefined,
  { sums }: BackupMade,
  signal: AbortSignal | undefined,
): Promise<void> {
  const read = await checkBackup(file, passphrase, signal);
  for (const [table, { sha256 }] of Object.entries(sums.tables))
    if (read.sums.tables[table]?.sha256 !== sha256) throw fail('backup.reads_otherwise', { file, table });
}
