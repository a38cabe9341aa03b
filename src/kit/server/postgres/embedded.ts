import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { fail } from '#kit/domain/result.ts';
import { postgresFolder } from './binaries.ts';
import { canReach, postgresUser, type OperatingSystemUser } from './operating-system-user.ts';
import { buffersFor, memoryHere } from './room.ts';

export type EmbeddedOptions = {
  /** The cluster's own folder; made when missing. */
  readonly folder: string;
  readonly password: string;
  /** For tests: fast, and lost with the machine. */
  readonly throwaway?: boolean;
};

export type EmbeddedPostgres = {
  readonly url: (database: string) => string;
  /** Whether this process started it, or found it running. */
  readonly started: boolean;
  /** Resolves when a server that this process started has ended, with what it last said. */
  readonly ended: Promise<string>;
  readonly stop: () => Promise<void>;
};

const superuser = 'tend';

/**
 * Starts the PostgreSQL of a folder, or joins the one already running there. One that this process started ends with it,
 * whatever ends it: a small keeper stands between, and stops the server when its input closes.
 */
export async function openEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const user = postgresUser();
  if (user && !canReach(user, options.folder)) throw fail('postgres.unreachable', { folder: options.folder });
  const programs = await postgresFolder(user);
  const patience = Date.now() + 15_000;
  for (;;) {
    const running = await joinRunning(options);
    if (running) return running;
    initialise(options, programs, user);
    const attempt = await start(options, programs, user);
    if ('server' in attempt) return attempt.server;
    // A server that is just stopping, or the last children of a killed one, hold the folder for a moment.
    const passing = /lock file|shared memory block|is starting up|is shutting down|Address already in use/.test(attempt.said);
    if (!passing || Date.now() > patience) throw fail('postgres.not_started', { reason: lastLine(attempt.said) });
    await delay(150);
  }
}

async function joinRunning(options: EmbeddedOptions): Promise<EmbeddedPostgres | undefined> {
  const patience = Date.now() + 10_000;
  for (;;) {
    const port = portOf(options.folder);
    if (port === undefined) return undefined;
    const client = new pg.Client({ connectionString: urlOf(port, options.password, 'postgres'), connectionTimeoutMillis: 2000 });
    try {
      await client.connect();
      await client.end();
      return {
        url: (database) => urlOf(port, options.password, database),
        started: false,
        ended: new Promise(() => {}),
        stop: async () => {},
      };
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      // 57P03: starting up or shutting down; wait which it is. Refused: nobody there, the file is a left-over.
      if (code !== '57P03' || Date.now() > patience) return undefined;
      await delay(150);
    }
  }
}

function portOf(folder: string): number | undefined {
  try {
    const port = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[3]);
    return Number.isInteger(port) && port > 0 ? port : undefined;
  } catch {
    return undefined;
  }
}

function urlOf(port: number, password: string, database: string): string {
  return `postgres://${superuser}:${password}@127.0.0.1:${port}/${database}`;
}

function initialise(options: EmbeddedOptions, programs: string, user: OperatingSystemUser | undefined): void {
  if (existsSync(join(options.folder, 'PG_VERSION')) && existsSync(join(options.folder, 'tend-ready'))) return;
  // No marker: an earlier initdb was cut off, and there is nothing in the folder yet.
  rmSync(options.folder, { recursive: true, force: true });
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  if (user) chownSync(options.folder, user.uid, user.gid);
  const passwordFile = join(tmpdir(), `tend-${process.pid}-${Date.now()}`);
  writeFileSync(passwordFile, options.password, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  const result = spawnSync(
    join(programs, 'bin', 'initdb'),
    [
      `--pgdata=${options.folder}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      ...(options.throwaway ? ['--no-sync'] : []),
    ],
    { ...user, encoding: 'utf8', cwd: options.folder },
  );
  rmSync(passwordFile, { force: true });
  if (result.status !== 0) throw fail('postgres.not_started', { reason: lastLine(result.stderr || String(result.error)) });
  writeFileSync(join(options.folder, 'tend-ready'), '');
  if (user) chownSync(join(options.folder, 'tend-ready'), user.uid, user.gid);
}

// Closing the keeper's input, however that happens, asks the server for a fast shutdown.
const keeper = `exec 3<&0
"$@" </dev/null & server=$!
(cat <&3 >/dev/null; kill -INT $server 2>/dev/null) & watch=$!
wait $server; status=$?
kill $watch 2>/dev/null
exit $status`;

async function start(
  options: EmbeddedOptions,
  programs: string,
  user: OperatingSystemUser | undefined,
): Promise<{ server: EmbeddedPostgres } | { said: string }> {
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port,
    max_connections: 60,
    shared_buffers: `${options.throwaway ? 64 : buffersFor(memoryHere())}MB`,
    work_mem: '32MB',
    maintenance_work_mem: '256MB',
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    // The only compression that is built in costs the nightly round more than writing twice as much.
    wal_compression: 'off',
    random_page_cost: 1.1,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(options.throwaway ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' } : {}),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn('/bin/sh', ['-c', keeper, 'keeper', join(programs, 'bin', 'postgres'), '-D', options.folder, ...flags], {
    ...user,
    cwd: options.folder,
    // Out of our process group: a Ctrl-C in the terminal is for Tend, which then stops the server in order.
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let said = '';
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', () => resolve(lastLine(said)));
  });
  const ready = new Promise<boolean>((resolve) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-8000);
      if (text.includes('ready to accept connections')) resolve(true);
    });
    void ended.then(() => resolve(false));
  });
  // Neither end of the pipe may keep a finished program alive.
  child.unref();
  if (!(await ready)) return { said };
  return {
    server: {
      url: (database) => urlOf(port, options.password, database),
      started: true,
      ended,
      stop: async () => {
        child.ref();
        child.stdin.end();
        await ended;
      },
    },
  };
}

async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
