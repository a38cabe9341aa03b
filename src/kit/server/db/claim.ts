import pg from 'pg';
import { fail } from '#kit/domain/result.ts';
import { holdForWorker } from '../abandoned-jobs.ts';
import type { Config } from '../config.ts';

export type Claim = {
  /** No other server works on this database: jobs still marked as taken belong to one that was killed. */
  readonly alone: boolean;
  /** Resolves when the connection that holds the claim is lost. */
  readonly lost: Promise<string>;
  /** Says of a worker of this process that it lives, for as long as the claim is held. */
  holdFor(worker: string): Promise<void>;
  release(): Promise<void>;
};

const key = 8_363_002;

/**
 * Says that a server works on this database, by a session lock that ends with the process, however it ends. On the embedded database a second
 * server is a mistake (`server.data_in_use`); on one reached by address several share the work.
 */
export async function claimInstallation(ownerUrl: string, config: Config): Promise<Claim> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'tend claim' });
  const lost = new Promise<string>((resolve) => client.on('error', (error) => resolve(error.message)));
  await client.connect();
  const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [key]);
  const alone = rows[0]?.alone ?? false;
  if (!alone && !config.databaseUrl) {
    await client.end();
    throw fail('server.data_in_use', { folder: config.dataFolder });
  }
  if (alone && config.databaseUrl) await client.query('select pg_advisory_lock_shared($1), pg_advisory_unlock($1)', [key]);
  else if (!alone) await client.query('select pg_advisory_lock_shared($1)', [key]);
  return { alone, lost, holdFor: (worker) => holdForWorker(client, worker), release: () => client.end() };
}
