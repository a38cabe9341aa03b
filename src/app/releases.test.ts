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

  test('is restored and brought up to today, with every row, and answers', async () => {
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
      const installation = await openInstallation(config, { refreshTouched: refreshTouched(clock) });
      try {
        const services = makeServices(config, installation.database, clock, installation.ownerUrl);
        await settleRestoration(services, features);
        const owner = new pg.Client({ connectionString: installation.ownerUrl });
        await owner.connect();
        // A table may be renamed by a migration; then what became of it is said here.
        const lost: string[] = [];
        for (const [table, { lines }] of Object.entries(sums.tables)) {
          const { rows } = await owner.query<{ count: number }>(`select count(*)::integer as count from "${table}"`);
          if ((rows[0]?.count ?? 0) < lines) lost.push(`${table}: ${rows[0]?.count} of ${lines}`);
        }
        expect(lost).toEqual([]);
        expect(await describeDatabase(owner)).toBe(await describeOf(inject('template')));
        await owner.end();
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
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    try {
      return await describeDatabase(client);
    } finally {
      await client.end();
    }
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
