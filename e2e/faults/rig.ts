import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { openEmbeddedPostgres, type EmbeddedPostgres } from '#kit/server/postgres/embedded.ts';
import { startMailServer, type MailServer } from '#kit/server/testing/mail-server.ts';
import { layLine, type Line } from './proxy.ts';

const root = join(import.meta.dirname, '../..');

/** Two servers of one database, which they reach by a line that can be cut; a mail server; and a clock that can be put wrong. */
export type Rig = {
  /** Where the servers answer just now. */
  readonly addresses: readonly string[];
  readonly mail: MailServer;
  /** How often a server had to be started again. */
  readonly starts: number;
  killServer(which: number): void;
  stopServer(which: number): void;
  killDatabase(): Promise<void>;
  cutLine(milliseconds: number): void;
  putClock(milliseconds: number): void;
  /** Brings up again what has ended, and waits until every server says that it is ready. Throws where one does not within three minutes. */
  recover(): Promise<void>;
  /** Looks into the database past everything. */
  look<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  stop(): Promise<void>;
};

type Server = { process: ChildProcess; url: string | undefined; said: string };

export async function setUpRig(folder: string, serverCount = 2): Promise<Rig> {
  chmodSync(folder, 0o755);
  const mail = await startMailServer();
  const line = await layLine();
  const cluster = join(folder, 'postgres');
  const clock = join(folder, 'clock');
  writeFileSync(clock, '0');
  let database = await startDatabase(cluster, line);
  let hasEnded = false;
  const watch = () => {
    const watched = database;
    hasEnded = false;
    void watched.ended.then(() => (hasEnded ||= watched === database));
  };
  watch();
  const servers: (Server | undefined)[] = Array.from({ length: serverCount }, () => undefined);
  let starts = 0;

  function start(which: number): void {
    // What is uploaded to one of them is taken in by either.
    const data = join(folder, 'data');
    mkdirSync(data, { recursive: true });
    starts += 1;
    const env = {
      ...process.env,
      DATABASE_URL: `postgres://tend:faults@127.0.0.1:${line.port}/faults`,
      TEND_DATA: data,
      TEND_PORT: '0',
      TEND_SECRET: 'one secret for all of these servers',
      TEND_SMTP_URL: `smtp://tend:secret@127.0.0.1:${mail.settings.port}`,
      TEND_MAIL_FROM: 'tend@example.com',
      TEND_REQUESTS_PER_MINUTE: '1000000',
      FAULTS_CLOCK: clock,
      LANG: 'en',
    };
    const words = ['--import', './e2e/faults/clock.ts', 'src/app/main.js', 'serve'];
    const server: Server = {
      process: spawn(process.execPath, words, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] }),
      url: undefined,
      said: '',
    };
    const hear = (text: string) => {
      server.said = (server.said + text).slice(-4000);
      server.url ??= /http:\/\/\S+/.exec(server.said)?.[0];
    };
    server.process.stdout?.setEncoding('utf8').on('data', hear);
    server.process.stderr?.setEncoding('utf8').on('data', hear);
    servers[which] = server;
  }

  async function becomeReady(which: number): Promise<void> {
    // A machine that is busy with other things may take its time.
    const patience = Date.now() + 180_000;
    while (Date.now() < patience) {
      if (!isAlive(servers[which])) start(which);
      const url = servers[which]?.url;
      if (url !== undefined && (await isReady(url))) return;
      await delay(100);
    }
    throw new Error(`server ${which} did not become ready within three minutes: ${servers[which]?.said ?? ''}`);
  }

  return {
    get addresses() {
      return servers.flatMap((server) => (isAlive(server) && server?.url !== undefined ? [server.url] : []));
    },
    mail,
    get starts() {
      return starts;
    },
    killServer: (which) => void servers[which]?.process.kill('SIGKILL'),
    stopServer: (which) => void servers[which]?.process.kill('SIGTERM'),
    killDatabase: async () => {
      process.kill(Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
      await database.ended;
    },
    cutLine: (milliseconds) => line.cut(milliseconds),
    putClock: (milliseconds) => writeFileSync(clock, String(milliseconds)),
    recover: async () => {
      if (hasEnded) {
        database = await startDatabase(cluster, line);
        watch();
      }
      await Promise.all(servers.map((_, which) => becomeReady(which)));
    },
    look: async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) => {
      const client = new pg.Client({ connectionString: database.url('faults') });
      await client.connect();
      try {
        const { rows } = await client.query<Row>(sql, values);
        return rows;
      } finally {
        await client.end();
      }
    },
    stop: async () => {
      for (const server of servers) server?.process.kill('SIGKILL');
      await Promise.all(
        servers.map(async (server) => isAlive(server) && (await new Promise((resolve) => server?.process.once('exit', resolve)))),
      );
      await line.close();
      await database.stop();
      await mail.stop();
    },
  };
}

async function startDatabase(folder: string, line: Line): Promise<EmbeddedPostgres> {
  const database = await openEmbeddedPostgres({ folder, password: 'faults' });
  const client = new pg.Client({ connectionString: database.url('postgres') });
  await client.connect();
  const known = await client.query("select 1 from pg_database where datname = 'faults'");
  if (known.rowCount === 0) await client.query('create database faults');
  await client.end();
  line.lead(Number(new URL(database.url('faults')).port));
  return database;
}

function isAlive(server: Server | undefined): boolean {
  return server !== undefined && server.process.exitCode === null && server.process.signalCode === null;
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(3000) })).ok;
  } catch {
    return false;
  }
}
