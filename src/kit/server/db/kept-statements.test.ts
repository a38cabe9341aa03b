import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useTestDatabase } from '../testing/index.ts';
import { openDatabase, type Database } from './index.ts';

const clone = useTestDatabase();
let database: Database;
let owner: pg.Client;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: clone.ownerUrl });
  await owner.connect();
  await owner.query('create table shelf (jar text); insert into shelf values ($$plum$$); grant select on shelf to tend_app');
  database = openDatabase(clone.applicationUrl, { connections: 3 });
});

afterAll(async () => {
  await database.close();
  await owner.query('drop table shelf');
  await owner.end();
});

const look = () => database.transaction({}, async (tx) => (await tx.client.query('select * from shelf where jar <> $1', [''])).rows);
/** On all three connections at once. */
const lookEverywhere = () => Promise.allSettled([look(), look(), look()]);

test('a table that is changed under a running server fails one request, and none of those that follow it on any connection', async () => {
  // Often enough that each connection keeps the statement.
  for (let time = 0; time < 8; time++) await lookEverywhere();
  await owner.query('alter table shelf add column made_on date');
  await expect(look()).rejects.toMatchObject({ code: '0A000' });
  for (let time = 0; time < 8; time++) {
    for (const looked of await lookEverywhere()) expect(looked).toEqual({ status: 'fulfilled', value: [{ jar: 'plum', made_on: null }] });
  }
});
