import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { startReceiver, type Received, type Receiver } from '#fixtures/receiver.ts';
import { openEmbeddedPostgres, type EmbeddedPostgres } from '#kit/server/postgres/embedded.ts';
import { startMailServer } from '#kit/server/testing/mail-server.ts';
import { keepServer, type KeptServer } from './kept-server.ts';
import { layLine, type Line } from './proxy.ts';

export type Look = <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<Row[]>;

/** What people and programs outside were told. */
export type Told = { readonly letters: readonly string[]; readonly customers: readonly string[] };

/** A job that a server has in hand. */
export type Taken = { readonly task: string; readonly server: number | undefined };

/**
 * Servers of one database, each of which reaches it by a line of its own that can be cut; whatever ends is started again at once, as an operating system does. And a
 * mail server, a program that is told by a webhook, and a clock that can be put wrong.
 */
export type Rig = {
  /** Where the servers answer just now. */
  readonly addresses: readonly string[];
  /** The program outside that is told of each customer. */
  readonly receiver: Receiver;
  /** The letters that were taken, and the customers the program outside was told of, each as often as it was. */
  told(): Told;
  /** How often a server had to be started, and how long the slowest of them took until it was ready, in milliseconds. */
  readonly starts: number;
  readonly slowestStart: number;
  serverAt(address: string): number | undefined;
  /** What the servers have in hand of what they took on since a moment of the database's clock. Nothing where the database does not answer. */
  takenSince(moment: string): Promise<readonly Taken[]>;
  killServer(which: number): void;
  stopServer(which: number): void;
  killDatabase(): void;
  cutLine(which: number, milliseconds: number): void;
  putClock(milliseconds: number): void;
  /** Waits until every server says that it is ready. Throws where one does not within three minutes. */
  recover(): Promise<void>;
  /** Looks into the database past everything. */
  readonly look: Look;
  /** Of the database's owner, past every line. */
  readonly databaseUrl: string;
  /** What a command of the product is run with on this installation. */
  readonly settings: NodeJS.ProcessEnv;
  stop(): Promise<void>;
};

/** So long does the mail server take for a letter, so that some are under way when something goes wrong. */
const mailTakes = 120;
/** And so long the program outside until it says that it has heard. */
const receiverTakes = 30;

export async function setUpRig(folder: string, serverCount = 2): Promise<Rig> {
  mkdirSync(folder, { recursive: true });
  // Run as root, the database's own user must be able to pass through.
  chmodSync(folder, 0o755);
  const [mail, receiver] = [await startMailServer({ takes: mailTakes }), await startReceiver({ takes: receiverTakes })];
  const lines = await Promise.all(Array.from({ length: serverCount }, layLine));
  const cluster = join(folder, 'postgres');
  const clock = join(folder, 'clock');
  writeFileSync(clock, '0');
  // What is uploaded to one server is taken in by any.
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  let database = await startDatabase(cluster, lines);
  let looking: Promise<pg.Client> | undefined;
  let isOver = false;

  async function startAgain(): Promise<void> {
    try {
      database = await startDatabase(cluster, lines);
    } catch {
      // A full disk, say: it comes up once there is room.
      await delay(300);
      if (!isOver) await startAgain();
    }
  }

  async function keepDatabase(): Promise<void> {
    await database.ended;
    looking = undefined;
    if (isOver) return;
    await startAgain();
    await keepDatabase();
  }
  void keepDatabase();

  const settingsOf = (line: Line | undefined): NodeJS.ProcessEnv => ({
    ...process.env,
    DATABASE_URL: `postgres://tend:faults@127.0.0.1:${line?.port ?? 0}/faults`,
    TEND_DATA: data,
    TEND_PORT: '0',
    TEND_SECRET: 'one secret for all of these servers',
    TEND_SMTP_URL: `smtp://tend:secret@127.0.0.1:${mail.settings.port}`,
    TEND_MAIL_FROM: 'tend@example.com',
    TEND_WEBHOOKS_ANYWHERE: 'yes',
    TEND_REQUESTS_PER_MINUTE: '1000000',
    FAULTS_CLOCK: clock,
    LANG: 'en',
  });
  const servers: readonly KeptServer[] = lines.map((line) => keepServer(settingsOf(line)));

  async function connected(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: database.url('faults') });
    client.on('error', () => (looking = undefined));
    await client.connect();
    return client;
  }

  async function look<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    looking ??= connected();
    try {
      return (await (await looking).query<Row>(sql, values)).rows;
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || error.code === '57P01') looking = undefined;
      throw error;
    }
  }

  return {
    get addresses() {
      return servers.flatMap(({ url }) => (url === undefined ? [] : [url]));
    },
    receiver,
    told: () => ({ letters: mail.taken, customers: receiver.received.flatMap(customerIn) }),
    get starts() {
      return servers.reduce((sum, server) => sum + server.starts, 0);
    },
    get slowestStart() {
      return Math.max(...servers.map((server) => server.slowestStart));
    },
    serverAt: (address) => {
      const which = servers.findIndex(({ url }) => url === address);
      return which === -1 ? undefined : which;
    },
    takenSince: async (moment) => {
      try {
        const rows = await look<{ task: string; port: number | null }>(takenJobs, [moment]);
        return rows.map(({ task, port }) => {
          const which = port === null ? -1 : lines.findIndex((line) => line.carries(port));
          return { task, server: which === -1 ? undefined : which };
        });
      } catch {
        return [];
      }
    },
    killServer: (which) => servers[which]?.signal('SIGKILL'),
    stopServer: (which) => servers[which]?.signal('SIGTERM'),
    killDatabase: () => {
      try {
        process.kill(Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
      } catch {
        // It is down just now, since somebody was quicker.
      }
    },
    cutLine: (which, milliseconds) => lines[which]?.cut(milliseconds),
    putClock: (milliseconds) => writeFileSync(clock, String(milliseconds)),
    recover: async () => void (await Promise.all(servers.map((server) => server.becomeReady()))),
    look,
    get databaseUrl() {
      return database.url('faults');
    },
    settings: settingsOf(lines[0]),
    stop: async () => {
      isOver = true;
      await Promise.all(servers.map((server) => server.end()));
      await Promise.all(lines.map((line) => line.close()));
      await (await looking?.catch(() => undefined))?.end().catch(() => {});
      await database.stop();
      await Promise.all([mail.stop(), receiver.stop()]);
    },
  };
}

function customerIn({ body }: Received): string[] {
  const { data } = JSON.parse(body) as { data: { customer: string | null } };
  return data.customer === null ? [] : [data.customer];
}

/** With the port from which the server of each worker says that the worker lives (`abandoned-jobs.ts`). */
const takenJobs = `select t.identifier as task, a.client_port as port from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  left join pg_locks l on l.locktype = 'advisory' and l.objsubid = 2 and l.classid = 8363 and l.objid::bigint = (hashtext(j.locked_by)::bigint & 4294967295)
  left join pg_stat_activity a on a.pid = l.pid where j.locked_at >= $1::timestamptz`;

async function startDatabase(folder: string, lines: readonly Line[]): Promise<EmbeddedPostgres> {
  const database = await openEmbeddedPostgres({ folder, password: 'faults' });
  const client = new pg.Client({ connectionString: database.url('postgres') });
  client.on('error', () => {});
  await client.connect();
  const known = await client.query("select 1 from pg_database where datname = 'faults'");
  if (known.rowCount === 0) await client.query('create database faults');
  await client.end();
  for (const line of lines) line.lead(Number(new URL(database.url('faults')).port));
  return database;
}
