import { setTimeout as delay } from 'node:timers/promises';
import { serve, type ServerType } from '@hono/node-server';
import { fail } from '#kit/domain/result.ts';
import { settleRestoration } from '#kit/server/backup/index.ts';
import type { Config } from '#kit/server/config.ts';
import { claimInstallation, openInstallation } from '#kit/server/db/index.ts';
import { startWorker } from '#kit/server/jobs.ts';
import { makeMetrics } from '#kit/server/metrics.ts';
import { letterJob } from '#kit/server/mail/index.ts';
import { features } from './features.ts';
import { makeHttp } from './http.ts';
import { makeServices, refreshTouched, systemClock } from './services.ts';

export type RunningServer = {
  readonly url: string;
  /** Resolves with the reason when the server cannot go on (its database ended). */
  readonly failed: Promise<string>;
  stop(): Promise<void>;
};

/** All of stopping is done within three seconds of Ctrl-C: requests under way get most of it, and what is left is for the database. */
const stoppingMs = 2800;
const requestsMs = 2300;
/** What every step gets, however long those before it took. */
const leastMs = 200;

/** How often connections are closed that have nothing more to say: browsers keep them open. */
const idleMs = 50;

/** Starts everything in one process: database, HTTP, worker. A taken port or data folder is one clear failure, before anything runs. */
export async function startServer(config: Config): Promise<RunningServer> {
  const started: (() => Promise<void>)[] = [];
  // In the reverse order of starting; whatever a job still holds open after its moment is rolled back and taken up at the next start.
  let isStopping = false;
  const stop = async () => {
    isStopping = true;
    const until = performance.now() + stoppingMs;
    for (const step of started.toReversed()) {
      const left = Math.max(until - performance.now(), leastMs);
      await Promise.race([step(), delay(left, undefined, { ref: false })]);
    }
  };
  try {
    const installation = await openInstallation(config, { name: 'tend serve', refreshTouched: refreshTouched(systemClock) });
    started.push(() => installation.close());
    const claim = await claimInstallation(installation.ownerUrl, config);
    started.push(() => claim.release());
    const { database, ownerUrl } = installation;
    const services = { ...makeServices(config, database, systemClock, ownerUrl), metrics: makeMetrics(database, true) };
    await settleRestoration(services, features);
    const worker = await startWorker({
      ownerUrl,
      services,
      jobs: [letterJob, ...features.flatMap((feature) => feature.jobs ?? [])],
      duties: features.flatMap((feature) => feature.duties ?? []),
      alone: claim.alone,
      holdFor: (name) => claim.holdFor(name),
    });
    started.push(() => worker.stop());
    const ownState = () => ({ isWorking: worker.isRunning(), isStopping });
    const http = await listen(makeHttp(services, { ownState }).fetch, config);
    // Jobs end while requests do, not after them.
    started.push(async () => void (await Promise.all([http.close(), worker.stop()])));
    started.push(() => services.live.close());
    return { url: http.url, failed: Promise.race([installation.databaseEnded, claim.lost]), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  config: Config,
): Promise<{ url: string; close(): Promise<void> }> {
  return await new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch, hostname: config.host, port: config.port }, (address) => {
      const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host;
      resolve({
        url: config.publicUrl ?? `http://${host}:${address.port}`,
        close: async () => {
          const closed = new Promise<void>((done) => server.close(() => done()));
          const closeIdle = () => 'closeIdleConnections' in server && server.closeIdleConnections();
          const closing = setInterval(closeIdle, idleMs);
          closeIdle();
          await Promise.race([closed, delay(requestsMs, undefined, { ref: false })]);
          clearInterval(closing);
          if ('closeAllConnections' in server) server.closeAllConnections();
        },
      });
    });
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? fail('server.port_taken', { port: String(config.port) }) : error);
    });
  });
}
