import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { ensureApplicationRole, migrate } from '../db/index.ts';
import { openEmbeddedPostgres } from '../postgres/embedded.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
    template: string;
    applicationRole: { name: string; password: string };
  }
}

/** One throw-away cluster for the run, with a migrated template database that each worker clones. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'tend-test-'));
  chmodSync(folder, 0o755);
  const server = await openEmbeddedPostgres({ folder: join(folder, 'postgres'), password: 'test', throwaway: true });
  const template = 'tend_template';
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  await client.query(`create database ${template}`);
  await client.end();
  await migrate(server.url(template));
  const applicationRole = { name: 'tend_test', password: 'test' };
  await ensureApplicationRole(server.url(template), applicationRole);
  project.provide('postgresUrl', server.url('postgres'));
  project.provide('template', template);
  project.provide('applicationRole', applicationRole);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
