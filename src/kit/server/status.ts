import { statfs } from 'node:fs/promises';
import { readBackups, type BackupsRead } from './backup/index.ts';
import type { Config } from './config.ts';
import type { Tx } from './db/index.ts';
import { listDuties, type DutyStanding } from './duties.ts';
import { readLetters, type LettersRead } from './mail/index.ts';
import { tendVersion } from './version.ts';

/** How an installation is, as far as it concerns one workspace. */
export type Status = {
  readonly version: string;
  readonly database: { readonly version: string; readonly sizeBytes: number; /** The last migration that ran. */ readonly schema: string };
  /** Where the data folder lies; null where the system does not tell. */
  readonly disk: { readonly freeBytes: number; readonly totalBytes: number } | null;
  readonly duties: readonly DutyStanding[];
  readonly jobs: readonly JobCount[];
  readonly letters: LettersRead;
  readonly backups: BackupsRead;
};

/** Jobs of one kind: how many wait, how many failed and are tried again, how many were given up. */
export type JobCount = { readonly name: string; readonly waiting: number; readonly retrying: number; readonly givenUp: number };

/** Letters that were given up longer ago than this are nobody's concern any more. */
const daysShown = 14;

/** How the installation is, with the jobs and letters of the workspace of the transaction. */
export async function readStatus(tx: Tx, now: Temporal.Instant, config: Pick<Config, 'dataFolder'>): Promise<Status> {
  const database = await tx.client.query<{ version: string; sizeBytes: number; schema: string }>(
    `select current_setting('server_version') as version, pg_database_size(current_database()) as "sizeBytes", (select max(name) from migration) as schema`,
  );
  const jobs = await tx.client.query<JobCount>('select name, waiting, retrying, given_up as "givenUp" from count_jobs()');
  return {
    version: tendVersion(),
    database: {
      version: database.rows[0]?.version ?? '',
      sizeBytes: database.rows[0]?.sizeBytes ?? 0,
      schema: database.rows[0]?.schema ?? '',
    },
    disk: await readDisk(config.dataFolder),
    duties: await listDuties(tx),
    jobs: jobs.rows,
    letters: await readLetters(tx, now.subtract({ hours: 24 * daysShown })),
    backups: await readBackups(tx),
  };
}

/** How much room there is where a folder lies. */
export async function readDisk(folder: string): Promise<Status['disk']> {
  const found = await statfs(folder).catch(() => undefined);
  return found ? { freeBytes: found.bavail * found.bsize, totalBytes: found.blocks * found.bsize } : null;
}
