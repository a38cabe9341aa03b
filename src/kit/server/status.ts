import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tx } from './db/index.ts';
import { listDuties, type DutyStanding } from './duties.ts';
import { readLetters, type LettersRead } from './mail/index.ts';

/** How an installation is, as far as it concerns one workspace. */
export type Status = {
  readonly version: string;
  readonly database: { readonly version: string; readonly sizeBytes: number };
  readonly duties: readonly DutyStanding[];
  readonly jobs: readonly JobCount[];
  readonly letters: LettersRead;
};

/** Jobs of one kind: how many wait, how many failed and are tried again, how many were given up. */
export type JobCount = { readonly name: string; readonly waiting: number; readonly retrying: number; readonly givenUp: number };

/** Letters that were given up longer ago than this are nobody's concern any more. */
const daysShown = 14;

/** How the installation is, with the jobs and letters of the workspace of the transaction. */
export async function readStatus(tx: Tx, now: Temporal.Instant): Promise<Status> {
  const database = await tx.client.query<{ version: string; sizeBytes: number }>(
    `select current_setting('server_version') as version, pg_database_size(current_database()) as "sizeBytes"`,
  );
  const jobs = await tx.client.query<JobCount>('select name, waiting, retrying, given_up as "givenUp" from count_jobs()');
  return {
    version: tendVersion(),
    database: { version: database.rows[0]?.version ?? '', sizeBytes: database.rows[0]?.sizeBytes ?? 0 },
    duties: await listDuties(tx),
    jobs: jobs.rows,
    letters: await readLetters(tx, now.subtract({ hours: 24 * daysShown })),
  };
}

let known: string | undefined;

/** Which Tend this is. */
function tendVersion(): string {
  known ??= (JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')) as { version: string }).version;
  return known;
}
