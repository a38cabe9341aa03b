import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ensureApplicationRole, migrate, openDatabase, type Database, type DatabaseOptions } from '#kit/server/db/index.ts';
import { openEmbeddedPostgres } from '#kit/server/postgres/embedded.ts';

export type BenchDatabase = {
  readonly database: Database;
  readonly ownerUrl: string;
  /** False when an earlier run left the database filled, so that a million customers need not be made again. */
  readonly fresh: boolean;
  readonly close: () => Promise<void>;
};

/**
 * A migrated database for measuring, on the same embedded PostgreSQL and with the same settings and role as the product.
 * Kept between runs under the system's temporary folder (or `TEND_BENCH_DATA`); `reset` drops the database first.
 */
export async function openBenchDatabase(name: string, options: DatabaseOptions & { reset?: boolean } = {}): Promise<BenchDatabase> {
  const folder = process.env['TEND_BENCH_DATA'] ?? join(tmpdir(), 'tend-bench');
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const server = await openEmbeddedPostgres({ folder: join(folder, 'postgres'), password: 'bench' });
  const admin = new pg.Client({ connectionString: server.url('postgres') });
  await admin.connect();
  if (options.reset) await admin.query(`drop database if exists ${name} with (force)`);
  const exists = await admin.query('select 1 from pg_database where datname = $1', [name]);
  if (exists.rowCount === 0) await admin.query(`create database ${name}`);
  await admin.end();
  const ownerUrl = server.url(name);
  await migrate(ownerUrl);
  const database = openDatabase(await ensureApplicationRole(ownerUrl, { name: 'tend_bench', password: 'bench' }), options);
  return {
    database,
    ownerUrl,
    fresh: exists.rowCount === 0,
    close: async () => {
      await database.close();
      await server.stop();
    },
  };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
