import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { deriveSecret, type Config } from '../config.ts';
import { signingOf } from '../proof.ts';
import { openEmbeddedPostgres } from '../postgres/embedded.ts';
import { openDatabase, type Database, type DatabaseOptions } from './database.ts';
import { ensureApplicationRole, migrate } from './migrate.ts';
import { fail } from '#kit/domain/result.ts';

/** An installation's database, ready to work with: running, migrated, signed in as the application's own role. */
export type Installation = {
  readonly database: Database;
  /** The owner's address: for migrations and the job queue only. */
  readonly ownerUrl: string;
  /** Resolves with the server's last words when an embedded server ends by itself. */
  readonly databaseEnded: Promise<string>;
  close(): Promise<void>;
};

/** The server that holds an installation's database, running, whatever stands in it. */
type DatabaseServer = Pick<Installation, 'ownerUrl' | 'databaseEnded'> & {
  /** Whether this process started it, and so ends it. */
  readonly started: boolean;
  stop(): Promise<void>;
};

/** Starts the embedded server with an empty database, joins it, or reaches the one that the settings name. Refused: `database.unreachable`, `database.too_old`. */
export async function reachDatabase(config: Config): Promise<DatabaseServer> {
  const { databaseUrl } = config;
  if (databaseUrl !== undefined) {
    await refuseOldServer(databaseUrl);
    return { ownerUrl: databaseUrl, databaseEnded: new Promise(() => {}), started: false, stop: async () => {} };
  }
  const password = deriveSecret(config, 'database owner');
  const server = await openEmbeddedPostgres({ folder: join(config.dataFolder, 'postgres'), password });
  try {
    await ensureDatabase(server.url('postgres'), 'tend');
    return { ownerUrl: server.url('tend'), databaseEnded: server.ended, started: server.started, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

export async function openInstallation(config: Config, options: DatabaseOptions = {}): Promise<Installation> {
  const server = await reachDatabase(config);
  const { ownerUrl } = server;
  try {
    await migrate(ownerUrl);
    const applicationUrl = await ensureApplicationRole(ownerUrl, {
      name: `tend_${deriveSecret(config, 'application role').slice(0, 12)}`,
      password: deriveSecret(config, 'application password'),
    });
    const database = openDatabase(applicationUrl, { ...options, signing: signingOf(config) });
    return {
      database,
      ownerUrl,
      databaseEnded: server.databaseEnded,
      close: async () => {
        await database.close();
        if (server.started) await othersAreDone(ownerUrl);
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function ensureDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`create database ${name}`);
  } catch (error) {
    // 42P04: it stands already. 23505: another process made it at this very moment.
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code !== '42P04' && code !== '23505') throw error;
  } finally {
    await client.end();
  }
}

async function refuseOldServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw fail('database.unreachable', { reason: error instanceof Error ? error.message || String(error) : String(error) });
  }
  try {
    const version = Number((await client.query<{ server_version_num: string }>('show server_version_num')).rows[0]?.server_version_num);
    if (version < 150_000) throw fail('database.too_old', { version: Math.floor(version / 10_000) });
  } finally {
    await client.end();
  }
}

// A command in another terminal may have joined our embedded server; it is let finish before the server stops.
async function othersAreDone(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const patience = Date.now() + 2000;
    while (Date.now() < patience) {
      const others = await client.query(
        "select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name like 'tend %'",
      );
      if (others.rowCount === 0) return;
      await delay(100);
    }
  } catch {
    // The server is gone already; there is nobody left to wait for.
  } finally {
    await client.end().catch(() => {});
  }
}
