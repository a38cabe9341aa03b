import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { fail } from '#kit/domain/result.ts';
import { appliedMigrations, copyOutStatement, plainText, readTables, type AppliedMigration, type TableShape } from './tables.ts';

/** Everything in a database at one moment, whatever happens in it meanwhile. */
export type Snapshot = {
  readonly migrations: readonly AppliedMigration[];
  readonly tables: readonly TableShape[];
  /** What waits in the queue of jobs of all workspaces; neither what was given up, nor the duties, which come round by themselves. */
  readonly jobs: readonly QueuedJob[];
  readonly workspaces: readonly string[];
  /** The rows of a table as COPY writes them. */
  rows(table: TableShape): AsyncIterable<Uint8Array>;
  /** The names of the stored files that rows of a workspace needed at that moment. */
  neededFiles(workspace: string): Promise<ReadonlySet<string>>;
  /** The same now: who was erased meanwhile took files along. */
  stillNeededFiles(workspace: string): Promise<ReadonlySet<string>>;
  close(): Promise<void>;
};

export type QueuedJob = {
  readonly name: string;
  readonly payload: unknown;
  readonly queue: string | null;
  readonly key: string | null;
  readonly runAt: string;
  readonly maxAttempts: number;
  readonly priority: number;
};

/** Held by whoever makes a backup, so that only one does. */
const lock = 8_363_004;

/**
 * Opens a snapshot of every workspace. The owner of a database stands beneath row-level security too: where it is no superuser, it reads as `tend_backup`, which may look at
 * everything and change nothing. `neededFiles` are the SQL of the features. Refused: `backup.under_way`.
 */
export async function openSnapshot(ownerUrl: string, neededFiles: readonly string[] = []): Promise<Snapshot> {
  const client = await connect(ownerUrl);
  try {
    const { rows: claim } = await client.query<{ isOurs: boolean }>('select pg_try_advisory_lock($1) as "isOurs"', [lock]);
    if (claim[0]?.isOurs !== true) throw fail('backup.under_way');
    await client.query(`begin transaction isolation level repeatable read read only; ${plainText}`);
    const jobs = await readJobs(client);
    const migrations = await appliedMigrations(client);
    const tables = await readTables(client);
    await readEverything(client);
    const { rows: workspaces } = await client.query<{ id: string }>('select workspace_id as id from public.workspace order by 1');
    return {
      migrations,
      tables,
      jobs,
      workspaces: workspaces.map(({ id }) => id),
      rows: (table) => readRows(client, table),
      neededFiles: (workspace) => namesOf(client, neededFiles, workspace),
      stillNeededFiles: async (workspace) => {
        const besides = await connect(ownerUrl);
        try {
          await besides.query('begin transaction read only');
          await readEverything(besides);
          return await namesOf(besides, neededFiles, workspace);
        } finally {
          await besides.end();
        }
      },
      close: () => client.end(),
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

async function connect(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'tend backup' });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** From here on the transaction reads past all workspaces. */
async function readEverything(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ isAbove: boolean }>(
    'select rolsuper or rolbypassrls as "isAbove" from pg_roles where rolname = current_user',
  );
  if (rows[0]?.isAbove !== true) await client.query('set local role tend_backup');
}

async function namesOf(client: pg.Client, statements: readonly string[], workspace: string): Promise<Set<string>> {
  const names = new Set<string>();
  for (const statement of statements)
    for (const { name } of (await client.query<{ name: string }>(statement, [workspace])).rows) names.add(name);
  return names;
}

async function* readRows(client: pg.Client, table: TableShape): AsyncIterable<Uint8Array> {
  yield* client.query(copyTo(await copyOutStatement(client, table)));
}

async function readJobs(client: pg.Client): Promise<QueuedJob[]> {
  const { rows } = await client.query<QueuedJob>(
    `select t.identifier as name, j.payload, q.queue_name as queue, j.key, to_jsonb(j.run_at) #>> '{}' as "runAt",
       j.max_attempts::integer as "maxAttempts", j.priority::integer as priority
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
     where j.attempts < j.max_attempts and j.payload ->> 'workspace' is not null order by j.id`,
  );
  return rows;
}
