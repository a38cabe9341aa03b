import { EventEmitter } from 'node:events';
import { Logger as WorkerLogger, parseCronItems, run, runMigrations, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import { releaseAbandonedJobs } from './abandoned-jobs.ts';
import { missedDuties, runDuty, type Duty } from './duties.ts';
import type { Services } from './services.ts';
import type { Tx } from './db/index.ts';

export type JobCall = {
  readonly workspace: string;
  readonly input: unknown;
  readonly services: Services;
  /** Aborted when the server is stopping: long work ends in order and is taken up again at the next start. */
  readonly signal: AbortSignal;
};

/** Work done outside a request, at least once: it must do no harm when it runs again. */
export type Job = {
  readonly name: string;
  readonly run: (call: JobCall) => Promise<void>;
  /** It tells somebody outside what, after a restore, may have been told already: then it is not taken up again. */
  readonly isToldOnce?: true;
};

/**
 * Enqueues a job in the transaction of what it follows from. With a `key`, a waiting job of that key is replaced, not doubled; with `delaySeconds`
 * it waits for others of its key, so that many wishes in a row become one.
 */
export async function enqueueJob(
  tx: Tx,
  name: string,
  input: unknown,
  options: { key?: string; queue?: string; delaySeconds?: number } = {},
): Promise<void> {
  await tx.client.query('select enqueue_job($1, $2, $3, now() + make_interval(secs => $5), $4)', [
    name,
    JSON.stringify(input),
    options.key ?? null,
    options.queue ?? null,
    options.delaySeconds ?? 0,
  ]);
}

const everyMinute = 60_000;

export type RunningWorker = {
  isRunning(): boolean;
  stop(): Promise<void>;
};

export async function startWorker(options: {
  readonly ownerUrl: string;
  readonly services: Services;
  readonly jobs: readonly Job[];
  readonly duties: readonly Duty[];
  /** No other server works on this database: jobs still marked as taken belong to one that was killed. */
  readonly alone: boolean;
  /** Says of a worker that it lives, for as long as this process does. */
  readonly holdFor: (worker: string) => Promise<void>;
}): Promise<RunningWorker> {
  const { services } = options;
  await runMigrations({ connectionString: options.ownerUrl });
  await releaseAbandonedJobs(options.ownerUrl, options.alone);
  const stopping = new AbortController();
  const tasks: TaskList = {};
  for (const job of options.jobs) {
    tasks[job.name] = async (payload) => {
      const { workspace, input } = payload as { workspace: string; input: unknown };
      await measured(services, job.name, async () => await job.run({ workspace, input, services, signal: stopping.signal }));
    };
  }
  for (const duty of options.duties)
    tasks[duty.name] = async () => await measured(services, duty.name, async () => await runDuty(services, duty, stopping.signal));
  const events: WorkerEvents = new EventEmitter();
  events.on('worker:create', ({ worker }) => void options.holdFor(worker.workerId).catch(() => {}));
  const runner: Runner = await run({
    events,
    connectionString: options.ownerUrl,
    concurrency: 2,
    pollInterval: 2000,
    noHandleSignals: true,
    maxPoolSize: 6,
    parsedCronItems: parseCronItems(options.duties.map((duty) => ({ task: duty.name, match: duty.every, identifier: duty.name }))),
    taskList: tasks,
    gracefulShutdownAbortTimeout: 500,
    logger: new WorkerLogger(() => (level, message) => {
      // Of a job that failed it has been said already, without the words of the error.
      if (level === 'error' && !message.startsWith('Failed task'))
        services.log.error({ worker: true }, message.replaceAll(/'[^']*'|"[^"]*"/g, '…'));
    }),
  });
  // What fell out while no server was there, or never ran, is made up for at once; of several servers that start together by one.
  for (const name of await missedDuties(services, options.duties))
    await runner.addJob(name, {}, { jobKey: `start ${name}`, maxAttempts: 1 });
  const looking = setInterval(() => {
    releaseAbandonedJobs(options.ownerUrl, false).catch((error: unknown) =>
      services.log.warn({ err: error }, 'looking for abandoned jobs'),
    );
  }, everyMinute).unref();
  let isRunning = true;
  // Ends with the last worker, however that comes.
  void runner.promise.catch(() => {}).then(() => (isRunning = false));
  return {
    isRunning: () => isRunning && !stopping.signal.aborted,
    stop: async () => {
      clearInterval(looking);
      stopping.abort(new Error('the server is stopping'));
      await runner.stop().catch(() => {});
    },
  };
}

async function measured({ log, metrics }: Services, name: string, work: () => Promise<boolean | void>): Promise<void> {
  const began = performance.now();
  let wentWell = false;
  try {
    wentWell = (await work()) !== false;
  } catch (error) {
    log.error({ job: name, err: error }, 'a job failed');
    throw error;
  } finally {
    const seconds = (performance.now() - began) / 1000;
    metrics.noteJob({ name, wentWell, seconds });
    log.info({ job: name, wentWell, ms: Math.round(seconds * 1000) }, 'job');
  }
}
