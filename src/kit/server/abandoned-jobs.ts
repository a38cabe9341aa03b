import pg from 'pg';

/** Advisory locks of two numbers: this one, and one that follows from the worker's name. */
const lockClass = 8363;

/** Says, for as long as the connection lives, that a worker does; connections end with their process, however it ends. */
export async function holdForWorker(client: pg.Client, worker: string): Promise<void> {
  await client.query('select pg_advisory_lock_shared($1, hashtext($2))', [lockClass, worker]);
}

/** A worker that has just begun may have taken a job before it could say that it lives. */
const youngestSeconds = 60;

/**
 * Gives back the jobs that are marked as taken by workers of which nobody says any more that they live: those of a server that was killed while others of the same database went on, which by itself the
 * queue notices only after hours. `all` gives back every one, where no other server works. Answers whose.
 */
export async function releaseAbandonedJobs(ownerUrl: string, all: boolean): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'tend jobs' });
  client.on('error', () => {});
  await client.connect();
  try {
    const taken = await client.query<{ worker: string }>(
      `select distinct t.worker from (
         select locked_by as worker, locked_at as since from graphile_worker._private_jobs where locked_by is not null
         union all select locked_by, locked_at from graphile_worker._private_job_queues where locked_by is not null) t
       where $1 or (t.since < now() - make_interval(secs => $2) and not exists (
         select from pg_locks l where l.locktype = 'advisory' and l.objsubid = 2 and l.classid = $3::oid and l.objid::bigint = (hashtext(t.worker)::bigint & 4294967295)
           and l.database = (select oid from pg_database where datname = current_database())))`,
      [all, youngestSeconds, lockClass],
    );
    const workers = taken.rows.map((row) => row.worker);
    if (workers.length > 0) await client.query('select graphile_worker.force_unlock_workers($1)', [workers]);
    return workers;
  } finally {
    await client.end();
  }
}
