import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmbeddedPostgres, type EmbeddedPostgres } from '#kit/server/postgres/embedded.ts';
import { runTend } from './product.ts';

const root = join(import.meta.dirname, '..');
const lines = 12_000;
const everything = { customers: 977, purchases: 3000 };

const folder = mkdtempSync(join(tmpdir(), 'tend-killed-'));
const file = join(folder, 'sales.csv');
let postgres: EmbeddedPostgres;
let client: pg.Client;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  // Run as root, the database's own user must be able to pass through.
  chmodSync(folder, 0o755);
  writeFileSync(file, salesOf(lines));
  postgres = await openEmbeddedPostgres({ folder: join(folder, 'postgres'), password: 'killed' });
  const first = new pg.Client({ connectionString: postgres.url('postgres') });
  await first.connect();
  await first.query('create database killed');
  await first.end();
  client = new pg.Client({ connectionString: postgres.url('killed') });
  await client.connect();
  env = { ...process.env, TEND_DATA: join(folder, 'data'), DATABASE_URL: postgres.url('killed'), LANG: 'en' };
  const shop = ['--name', 'Tea', '--currency', 'EUR', '--time-zone', 'Europe/Athens', '--owner-email', 'tea@example.com'];
  const { code, errors } = await runTend(['workspace', 'create', ...shop], env, 'a long password');
  if (code !== 0) throw new Error(errors);
});

afterAll(async () => {
  await client.end();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

function salesOf(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const day = Temporal.PlainDate.from('2025-01-01').add({ days: Math.floor(index / 200) });
    return `${1000 + Math.floor(index / 4)},${day.toString()},${Math.floor(index / 4) % 977},P${index % 50},Tea no ${index % 50},1,${(index % 90) + 1}.50`;
  });
  return ['Invoice,Date,Customer,Product,Name,Quantity,Price', ...rows].join('\n');
}

/** Begins an import that comes to a stop where it first writes to the table, and kills it there. */
async function killAt(table: string): Promise<void> {
  await client.query(`begin; lock table ${table} in exclusive mode`);
  const child = spawn(process.execPath, ['src/app/main.js', 'import', 'purchases', file], { cwd: root, env, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await expect.poll(() => importsUnderWay("wait_event_type = 'Lock'"), { interval: 20, message: table }).toBe(1);
  child.kill('SIGKILL');
  await ended;
  await client.query('commit');
  await expect.poll(() => importsUnderWay('true'), { interval: 20 }).toBe(0);
}

async function importsUnderWay(how: string): Promise<number> {
  // Or the transaction that holds the lock would go on seeing what it saw first.
  await client.query('select pg_stat_clear_snapshot()');
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() and ${how}`,
  );
  return rows[0]?.count ?? 0;
}

async function counted(): Promise<{ customers: number; purchases: number }> {
  const { rows } = await client.query<typeof everything>(
    'select (select count(*)::int from customer) as customers, (select count(*)::int from purchase) as purchases',
  );
  return rows[0] ?? { customers: -1, purchases: -1 };
}

test(
  'an import killed in the middle leaves the state before, wherever it was, and a second run completes it',
  { timeout: 240_000 },
  async () => {
    for (const table of ['customer', 'purchase', 'purchase_lines', 'event']) {
      await killAt(table);
      expect([table, await counted()]).toEqual([table, { customers: 0, purchases: 0 }]);
    }
    const second = await runTend(['import', 'purchases', file, '--json'], env);
    expect(JSON.parse(second.out)).toMatchObject({ lines, added: lines, known: 0, setAside: {} });
    expect(await counted()).toEqual(everything);
    const third = await runTend(['import', 'purchases', file, '--json'], env);
    expect(JSON.parse(third.out)).toMatchObject({ lines, added: 0, known: lines, setAside: {} });
    expect(await counted()).toEqual(everything);
  },
);
