import pg from 'pg';
import { expect, test } from 'vitest';
import { holdForWorker, releaseAbandonedJobs } from './abandoned-jobs.ts';
import { useTestDatabase } from './testing/index.ts';

const db = useTestDatabase();

test('jobs of a worker that was killed are given back while other servers go on, those of one that lives or has just begun are not', async () => {
  const owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  const living = new pg.Client({ connectionString: db.ownerUrl });
  await living.connect();
  try {
    await holdForWorker(living, 'worker-living');
    for (const [worker, minutes] of [
      ['worker-dead', 5],
      ['worker-living', 5],
      ['worker-young', 0],
    ] as const) {
      const { rows } = await owner.query<{ id: string }>("select (graphile_worker.add_job('x', '{}')).id::text as id");
      await owner.query(
        'update graphile_worker._private_jobs set locked_by = $2, locked_at = now() - make_interval(mins => $3) where id = $1',
        [rows[0]?.id, worker, minutes],
      );
    }
    expect(await releaseAbandonedJobs(db.ownerUrl, false)).toEqual(['worker-dead']);
    await living.end();
    // A connection takes a moment to be gone.
    await expect.poll(() => releaseAbandonedJobs(db.ownerUrl, false)).toEqual(['worker-living']);
    expect(await releaseAbandonedJobs(db.ownerUrl, true)).toEqual(['worker-young']);
  } finally {
    await owner.query(
      "delete from graphile_worker._private_jobs where task_id in (select id from graphile_worker._private_tasks where identifier = 'x')",
    );
    await owner.end();
  }
});
