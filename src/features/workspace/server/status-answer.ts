import { basename } from 'node:path';
import type { z } from 'zod';
import type { BackupsRead } from '#kit/server/backup/index.ts';
import type { Config } from '#kit/server/config.ts';
import type { Status } from '#kit/server/status.ts';
import type { Status as StatusView } from '../api.ts';

/** The status as it travels. */
export function statusAnswer(
  { version, database, disk, duties, jobs, letters, backups }: Status,
  config: Config,
): z.input<typeof StatusView> {
  return {
    version,
    database,
    disk,
    backups: backupsAnswer(backups, config),
    duties: duties.map((duty) => ({
      ...duty,
      beganAt: duty.beganAt.toString(),
      goodAt: text(duty.goodAt),
      failedAt: text(duty.failedAt),
      missedFrom: text(duty.missedFrom),
      missedUntil: text(duty.missedUntil),
    })),
    jobs: [...jobs],
    mail: {
      isSetUp: config.mail !== undefined,
      waiting: letters.waiting,
      lastSentAt: text(letters.lastSentAt),
      givenUp: letters.givenUp.flatMap(({ id, purpose, to_address: to, failed_at: at, attempts, failure, answer }) =>
        at && failure ? [{ id, purpose, to, at: at.toString(), attempts, failure, answer }] : [],
      ),
    },
  };
}

/** How it stands with backups; the folder is of no concern to whoever looks from a browser. */
export function backupsAnswer({ lastGood, lastFailed }: BackupsRead, { backup }: Config): z.input<typeof StatusView>['backups'] {
  return {
    isScheduled: backup.folder !== undefined,
    hour: backup.hour,
    lastGood: lastGood && {
      at: lastGood.beganAt.toString(),
      file: basename(lastGood.file),
      sizeBytes: lastGood.sizeBytes ?? 0,
      isEncrypted: lastGood.isEncrypted,
      verifiedAt: text(lastGood.verifiedAt),
      missingFiles: lastGood.missingFiles,
    },
    lastFailed: lastFailed && { at: lastFailed.beganAt.toString(), why: reasonOf(lastFailed.failure) },
  };
}

function reasonOf(failure: string | null): 'disk_full' | 'unwritable' | 'reads_otherwise' | 'other' {
  switch (failure) {
    case 'backup.disk_full':
      return 'disk_full';
    case 'backup.unwritable':
      return 'unwritable';
    case 'backup.reads_otherwise':
      return 'reads_otherwise';
    default:
      return 'other';
  }
}

function text(moment: Temporal.Instant | null): string | null {
  return moment?.toString() ?? null;
}
