import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { checkBackup, restoreBackup, settleRestoration } from '#kit/server/backup/index.ts';
import { openInstallation } from '#kit/server/db/index.ts';
import { makeLimits, makeRouter } from '#kit/server/http/index.ts';
import { newId } from '#kit/server/ids.ts';
import { testConfig } from '#kit/server/testing/index.ts';
import { describeDatabase } from '../../tools/describe-database.ts';
import { releasedMigrations } from '../../tools/migrations.ts';
import { filesOf, root } from '../../tools/tree.ts';
import { features } from './features.ts';
import { makeServices, refreshTouched } from './services.ts';

/** Columns that migrations fill anew in rows that were there, with the reason. */
const changedByMigrations: Readonly<Record<string, string>> = {};

async function asOwner<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

/** A checksum of each column, over all rows in the order of their key: `customer.name`. */
async function sumsOfColumns(client: pg.Client): Promise<Record<string, string>> {
  const { rows: tables } = await client.query<{ name: string; columns: string[]; key: string[] | null }>(
    `select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns,
       (select array_agg(format('%I::text collate "C"', k.attname) order by k.attnum) from pg_index i join pg_attribute k on k.attrelid = c.oid and k.attnum = any(i.indkey)
        where i.indrelid = c.oid and i.indisprimary) as key
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration' group by c.oid`,
  );
  const sums: Record<string, string> = {};
  for (const { name, columns, key } of tables) {
    const order = key ? `order by ${key.join(', ')}` : '';
    const sumOf = (column: string) => `md5(string_agg(coalesce("${column}"::text, 'null'), '|' ${order})) as "${column}"`;
    const { rows } = await client.query<Record<string, string>>(`select ${columns.map(sumOf).join(', ')} from "${name}"`);
    for (const column of columns) sums[`${name}.${column}`] = rows[0]?.[column] ?? '';
  }
  return sums;
}

const clock = () => Temporal.Now.instant();
const folder = mkdtempSync(join(tmpdir(), 'tend-releases-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const releases = filesOf('db/releases/*').map((path) => join(root, path));

test('what was released is kept as a backup of its own, and the last of them is of the last migration that was released', async () => {
  expect(releases.map((file) => basename(file)).filter((name) => !/^\d+\.\d+\.\d+\.tar\.zst$/.test(name))).toEqual([]);
  const last = await Promise.all(releases.map(async (file) => (await checkBackup(file, undefined)).head.migrations.at(-1)?.name ?? ''));
  expect(last.toSorted().at(-1)).toBe(Object.keys(releasedMigrations()).toSorted().at(-1));
});

describe.each(releases.map((file) => [basename(file), file] as const))('%s', (name, file) => {
  test('has something of everything', async () => {
    const { sums } = await checkBackup(file, undefined);
    expect(Object.entries(sums.tables).flatMap(([table, { lines }]) => (lines === 0 ? [table] : []))).toEqual([]);
    expect(readFileSync(file).length).toBeLessThan(100_000);
  });

  test('is restored and brought up to today, with every row and every word that migrations leave alone, and answers', async () => {
    const url = new URL(inject('postgresUrl'));
    const admin = new pg.Client({ connectionString: url.href });
    await admin.connect();
    const database = `tend_release_${newId().replaceAll('-', '')}`;
    await admin.query(`create database ${database}`);
    url.pathname = `/${database}`;
    try {
      const dataFolder = mkdtempSync(join(folder, 'data-'));
      const given = { ...testConfig(dataFolder), databaseUrl: url.href, isSecretSet: false };
      const { config, sums } = await restoreBackup({ file, config: given, now: clock(), jobsLeftOut: new Set() });
      const released = await asOwner(url.href, sumsOfColumns);
      const installation = await openInstallation(config, { refreshTouched: refreshTouched(clock) });
      try {
        const services = makeServices(config, installation.database, clock, installation.ownerUrl);
        const today = await asOwner(installation.ownerUrl, sumsOfColumns);
        // A table may be renamed by a migration; then what became of it is said here.
        expect(Object.keys(sums.tables).filter((table) => !Object.keys(today).some((column) => column.startsWith(`${table}.`)))).toEqual(
          [],
        );
        const isInBoth = (column: string) => column in today && !(column in changedByMigrations);
        const inBoth = Object.keys(released).filter(isInBoth);
        expect(Object.fromEntries(inBoth.map((column) => [column, today[column]]))).toEqual(
          Object.fromEntries(inBoth.map((column) => [column, released[column]])),
        );
        expect(inBoth.length).toBeGreaterThan(Object.keys(released).length * 0.9);
        await settleRestoration(services, features);
        expect(await asOwner(installation.ownerUrl, describeDatabase)).toBe(await describeOf(inject('template')));
        expect(await failures(services)).toEqual([]);
        await services.live.close();
      } finally {
        await installation.close();
      }
    } finally {
      await admin.query(`drop database if exists ${database} with (force)`);
      await admin.end();
    }
  }, 120_000);

  async function describeOf(database: string): Promise<string> {
    const url = new URL(inject('postgresUrl'));
    url.pathname = `/${database}`;
    return await asOwner(url.href, describeDatabase);
  }

  /** The lists and pages that an owner opens which do not answer. */
  async function failures(services: ReturnType<typeof makeServices>): Promise<string[]> {
    const handlers = features.flatMap((feature) => feature.handlers ?? []);
    const { rows } = await services.database.transaction({}, (tx) => tx.client.query<{ id: string }>('select id from list_workspaces()'));
    const workspace = rows[0]?.id ?? '';
    const { rows: owners } = await services.database.transaction({ workspace }, (tx) =>
      tx.client.query<{ id: string }>("select id from colleague where role = 'owner' limit 1"),
    );
    const who = { workspace, colleague: owners[0]?.id ?? '', role: 'owner', language: 'en', timeZone: 'Europe/Athens' } as const;
    const api = makeRouter({
      handlers,
      services,
      may: () => true,
      limits: makeLimits({ signedOutChanges: 1000, any: 100_000 }),
      identify: async () => ({ account: { id: 'nobody', name, email: '' }, session: null, who }),
    });
    const failed: string[] = [];
    const open = handlers.filter(({ route }) => route.method === 'get' && !route.path.includes('{') && route.path !== '/api/live');
    for (const { route } of open) {
      const answer = await api.request(route.path);
      if (answer.status >= 500) failed.push(`${route.path}: ${answer.status}`);
      await answer.body?.cancel();
    }
    return failed;
  }
});
