import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import {
  causeOf,
  ensureApplicationRole,
  makeTx,
  nothingPending,
  scopeStatement,
  settle,
  type Database,
  type DatabaseOptions,
  type Pending,
  type Scope,
  type Shared,
  type Tx,
  wouldWrite,
} from '../db/index.ts';
import { valueParsers } from '../db/types.ts';
import { signingOf } from '../proof.ts';
import { testConfig } from './test-config.ts';

export type TestDatabase = Database & {
  /** The owner's address of this worker's clone, for tests of what only the owner may do. */
  readonly ownerUrl: string;
  /** The application's address: for tests that need several connections or real commits. Such tests clean up after themselves. */
  readonly applicationUrl: string;
};

/**
 * A database for the tests of a file: the worker's own clone, and each test inside one transaction that is rolled back.
 * A transaction that the tested code opens becomes a savepoint of it.
 */
export function useTestDatabase(options: Pick<DatabaseOptions, 'refreshTouched'> = {}): TestDatabase {
  const name = `tend_worker_${process.env['VITEST_POOL_ID'] ?? '0'}_${process.pid}`;
  let applicationUrl = '';
  let pool: pg.Pool | undefined;
  let client: pg.PoolClient | undefined;

  beforeAll(async () => {
    const admin = new pg.Client({ connectionString: inject('postgresUrl') });
    await admin.connect();
    const exists = await admin.query('select 1 from pg_database where datname = $1', [name]);
    if (exists.rowCount === 0) await admin.query(`create database ${name} template ${inject('template')}`);
    await admin.end();
    applicationUrl = await ensureApplicationRole(urlOf(name), inject('applicationRole'));
    pool = new pg.Pool({ connectionString: applicationUrl, types: valueParsers, max: 4, pipeline: true });
  });
  beforeEach(async () => {
    client = await pool?.connect();
    await client?.query('begin');
    shared.memory.clear();
  });
  afterEach(async () => {
    await client?.query('rollback');
    client?.release();
    client = undefined;
  });
  afterAll(async () => {
    await pool?.end();
  });

  let depth = 0;
  let outer: Scope = {};
  const shared: Shared = { memory: new Map(), ...signingOf(testConfig('')) };

  async function transaction<T>(scope: Scope, run: (tx: Tx) => Promise<T>): Promise<T> {
    return await within(scope, '', async (tx, pending) => {
      const result = await run(tx);
      await settle(tx, pending, options.refreshTouched);
      return result;
    });
  }

  // As the product does: what turns out to write runs again, and may.
  async function read<T>(scope: Scope, run: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await within(scope, 'set transaction_read_only = on', run);
    } catch (error) {
      if (!wouldWrite(error)) throw error;
      return await transaction(scope, run);
    }
  }

  async function within<T>(scope: Scope, first: string, run: (tx: Tx, pending: Pending) => Promise<T>): Promise<T> {
    if (!client) throw new Error('a test database is used inside a test');
    const savepoint = `test_${depth++}`;
    const before = outer;
    outer = scope;
    const pending = nothingPending();
    await client.query(`savepoint ${savepoint}; ${scopeStatement(scope, 'transaction')}; ${first}`);
    try {
      const result = await run(makeTx(client, scope, pending, shared), pending);
      await Promise.all(pending.sent);
      await client.query(first === '' ? `release ${savepoint}` : `rollback to ${savepoint}`);
      for (const hook of pending.afterCommit) hook();
      return result;
    } catch (error) {
      await client.query(`rollback to ${savepoint}`);
      throw await causeOf(error, pending);
    } finally {
      outer = before;
      await client.query(scopeStatement(before, 'transaction'));
    }
  }

  return {
    get ownerUrl() {
      return urlOf(name);
    },
    get applicationUrl() {
      return applicationUrl;
    },
    get pool() {
      // Sign-in and other holders of the pool see what the test's transaction sees.
      return singleClientPool(() => client);
    },
    transaction,
    read,
    // What a test does is rolled back, so there is nothing to hear.
    listen: async () => ({ close: async () => {} }),
    close: async () => {},
  };
}

function urlOf(name: string): string {
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return url.href;
}

function singleClientPool(client: () => pg.PoolClient | undefined): pg.Pool {
  const current = () => {
    const held = client();
    if (!held) throw new Error('a test database is used inside a test');
    return held;
  };
  const lend = () => {
    const held = current();
    return Object.assign(Object.create(held) as pg.PoolClient, { release: () => {}, query: held.query.bind(held) });
  };
  return {
    connect: async () => lend(),
    query: (...parameters: Parameters<pg.PoolClient['query']>) => current().query(...parameters),
    end: async () => {},
    on: () => {},
    totalCount: 1,
    idleCount: 0,
    waitingCount: 0,
  } as unknown as pg.Pool;
}
