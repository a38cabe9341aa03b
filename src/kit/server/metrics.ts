import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { readBackups } from './backup/index.ts';
import type { Database } from './db/index.ts';
import { listDuties } from './duties.ts';
import type { Metrics } from './figures.ts';
import { tendVersion } from './version.ts';

const requestSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const jobSeconds = [0.01, 0.1, 1, 10, 60, 600];

/** `withProcess` adds memory, processor time and the lag of the event loop, which are measured from then on. */
export function makeMetrics(database: Database, withProcess = false): Metrics {
  const registers = [new Registry()];
  const [registry = new Registry()] = registers;
  if (withProcess) collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'tend_request_seconds',
    help: 'How long requests took, by the template of their route',
    labelNames: ['method', 'route', 'status'],
    buckets: requestSeconds,
    registers,
  });
  const jobs = new Histogram({
    name: 'tend_job_seconds',
    help: 'How long jobs and duties took',
    labelNames: ['job'],
    buckets: jobSeconds,
    registers,
  });
  const failures = new Counter({ name: 'tend_job_failures_total', help: 'Jobs and duties that failed', labelNames: ['job'], registers });
  new Gauge({ name: 'tend_info', help: 'Which Tend this is', labelNames: ['version'], registers }).set({ version: tendVersion() }, 1);
  const countConnections = addConnections(database, registers);
  const readQueue = addQueue(database, registers);
  return {
    noteRequest: ({ method, route, status, seconds }) => requests.observe({ method, route, status: String(status) }, seconds),
    noteJob: ({ name: job, wentWell, seconds }) => {
      jobs.observe({ job }, seconds);
      if (!wentWell) failures.inc({ job });
    },
    text: async () => {
      await readQueue();
      countConnections();
      return { body: await registry.metrics(), type: registry.contentType };
    },
  };
}

function addConnections({ pool }: Database, registers: Registry[]): () => void {
  const connections = new Gauge({
    name: 'tend_database_connections',
    help: 'Connections of the pool that writes: open, idle, and how many wait for one',
    labelNames: ['state'],
    registers,
  });
  return () => {
    connections.set({ state: 'open' }, pool.totalCount);
    connections.set({ state: 'idle' }, pool.idleCount);
    connections.set({ state: 'waited_for' }, pool.waitingCount);
  };
}

/** What stands in the database is read before each time that it is told. */
function addQueue(database: Database, registers: Registry[]): () => Promise<void> {
  const seconds = (moment: Temporal.Instant | null) => (moment ? moment.epochMilliseconds / 1000 : 0);
  const queue = new Gauge({ name: 'tend_jobs', help: 'Jobs in the queue', labelNames: ['job', 'state'], registers });
  const good = new Gauge({
    name: 'tend_duty_last_good_seconds',
    help: 'When the last run of a duty began that went well, in seconds since 1970',
    labelNames: ['duty'],
    registers,
  });
  const failing = new Gauge({ name: 'tend_duty_failing', help: '1 where the last run of a duty failed', labelNames: ['duty'], registers });
  const backedUp = new Gauge({
    name: 'tend_backup_last_good_seconds',
    help: 'When the last backup began that went well, in seconds since 1970; 0 without one',
    registers,
  });
  const reachable = new Gauge({
    name: 'tend_database_reachable',
    help: '1 where the database answers; the figures read from it stand still where it does not',
    registers,
  });
  return async () => {
    try {
      const read = await database.transaction({}, async (tx) => ({
        jobs: (await tx.client.query<QueuedJobs>('select name, waiting, retrying, given_up from count_all_jobs()')).rows,
        duties: await listDuties(tx),
        backups: await readBackups(tx),
      }));
      queue.reset();
      for (const { name: job, waiting, retrying, given_up: givenUp } of read.jobs) {
        queue.set({ job, state: 'waiting' }, waiting);
        queue.set({ job, state: 'retrying' }, retrying);
        queue.set({ job, state: 'given_up' }, givenUp);
      }
      for (const { name: duty, goodAt, failure } of read.duties) {
        good.set({ duty }, seconds(goodAt));
        failing.set({ duty }, failure === null ? 0 : 1);
      }
      backedUp.set(seconds(read.backups.lastGood?.beganAt ?? null));
      reachable.set(1);
    } catch {
      reachable.set(0);
    }
  };
}

type QueuedJobs = { readonly name: string; readonly waiting: number; readonly retrying: number; readonly given_up: number };
