import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { newId } from '../ids.ts';
import { useTestDatabase } from '../testing/index.ts';
import { openDatabase, remember, type Database, type Tx } from './index.ts';

const clone = useTestDatabase();
const [ours, theirs] = [newId(), newId()];
let database: Database;
let elsewhere: Database;

// One connection for reading, so that every reader gets the one that the last reader left.
beforeAll(async () => {
  [database, elsewhere] = [openDatabase(clone.applicationUrl, { connections: 1 }), openDatabase(clone.applicationUrl, { connections: 1 })];
  for (const [id, name] of [
    [ours, 'Ours'],
    [theirs, 'Theirs'],
  ] as const)
    await database.transaction({ workspace: id }, (tx) =>
      tx.client.query("insert into workspace (workspace_id, name, language, currency, time_zone) values ($1, $2, 'en', 'EUR', 'UTC')", [
        id,
        name,
      ]),
    );
});

afterEach(() => {
  vi.useRealTimers();
});

afterAll(async () => {
  await Promise.all([database.close(), elsewhere.close()]);
  const owner = new pg.Client({ connectionString: clone.ownerUrl });
  await owner.connect();
  await owner.query('delete from workspace where workspace_id = any($1::uuid[])', [[ours, theirs]]);
  await owner.end();
});

const names = async (tx: Tx) => (await tx.client.query<{ name: string }>('select name from workspace')).rows.map(({ name }) => name);
const rename = (tx: Tx, name: string) => tx.client.query('update workspace set name = $1', [name]);
const nameOf = remember(async (tx) => (await names(tx))[0]);

/** Renames as whoever owns the settings does. */
const change = (by: Database, name: string, then: (tx: Tx) => Promise<unknown> = async () => {}) =>
  by.transaction({ workspace: ours }, async (tx) => {
    nameOf.forget(tx);
    await rename(tx, name);
    await then(tx);
  });
const seen = () => database.read({ workspace: ours }, (tx) => nameOf.read(tx));

test('whoever reads on the connection of the reader before sees their own workspace, and nobody’s where they have none', async () => {
  for (let time = 0; time < 3; time++) {
    expect(await database.read({ workspace: ours }, names)).toEqual(['Ours']);
    expect(await database.read({ workspace: theirs }, names)).toEqual(['Theirs']);
    expect(await database.read({}, names)).toEqual([]);
  }
});

test('a reader who fails in the middle leaves nothing of theirs to the next', async () => {
  const failing = database.read({ workspace: theirs }, async (tx) => {
    void names(tx).catch(() => {});
    await tx.client.query('select 1 / 0');
  });
  await expect(failing).rejects.toMatchObject({ code: '22012' });
  expect(await database.read({ workspace: ours }, names)).toEqual(['Ours']);
});

test('what turns out to write runs again from its beginning, as a transaction', async () => {
  let runs = 0;
  const written = await database.read({ workspace: ours }, async (tx) => {
    runs++;
    await rename(tx, 'Written');
    return await names(tx);
  });
  expect([written, runs]).toEqual([['Written'], 2]);
  expect(await elsewhere.read({ workspace: ours }, names)).toEqual(['Written']);
});

test('what changes in this process counts at once, and within the transaction before that', async () => {
  await change(database, 'One');
  expect(await seen()).toBe('One');
  await change(database, 'Two', async (tx) => expect(await nameOf.read(tx)).toBe('Two'));
  expect(await seen()).toBe('Two');
});

test('a change that is taken back was never remembered', async () => {
  await change(database, 'Kept');
  const failing = change(database, 'Lost', async (tx) => {
    await nameOf.read(tx);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await seen()).toBe('Kept');
});

test('what another process changes counts after two seconds at the latest', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  await change(database, 'Here');
  expect(await seen()).toBe('Here');
  await change(elsewhere, 'There');
  vi.advanceTimersByTime(2001);
  expect(await seen()).toBe('There');
});

test('of two workspaces each remembers its own', async () => {
  await change(database, 'Ours');
  expect([await seen(), await database.read({ workspace: theirs }, (tx) => nameOf.read(tx))]).toEqual(['Ours', 'Theirs']);
});
