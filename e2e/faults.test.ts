import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '#fixtures/random.ts';
import { findWrongs, findWrongsInTheEnd } from './faults/check.ts';
import { setUpRig, type Rig } from './faults/rig.ts';
import { noCounts, settle, tryFaults } from './faults/trial.ts';
import { makeClients, type Clients } from './faults/work.ts';

// Who tries faults is only worth something where a loss and a doubling would be seen: here somebody loses and doubles on purpose.
const folder = mkdtempSync(join(tmpdir(), 'tend-faults-'));
let rig: Rig;
let clients: Clients;
let spoiler: pg.Client;
let wrongsAtFirst: string[];
const opened: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  rig = await setUpRig(folder, 1);
  opened.push(() => rig.stop());
  await rig.recover();
  clients = makeClients(
    () => rig.addresses,
    () => Temporal.Now.instant(),
    createRandom('faults'),
  );
  await clients.begin(rig.receiver.url);
  await Promise.all([clients.edit('one'), clients.edit('two'), clients.invite('three'), clients.bringIn('N')]);
  wrongsAtFirst = await settle(rig, { offset: 0 }, clients, () => {});
  spoiler = new pg.Client({ connectionString: rig.databaseUrl });
  await spoiler.connect();
  opened.push(() => spoiler.end());
});

afterAll(async () => {
  for (const close of opened.toReversed()) await close();
  rmSync(folder, { recursive: true, force: true });
});

const look = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) => (await spoiler.query<Row>(sql, values)).rows;

async function wrongsAfter(statement: string, told = rig.told()): Promise<string[]> {
  await spoiler.query("begin; set local session_replication_role = 'replica'");
  try {
    expect((await spoiler.query(statement)).rowCount).toBeGreaterThan(0);
    return [...(await findWrongs(look, clients.done)), ...(await findWrongsInTheEnd(look, clients.done, told))];
  } finally {
    await spoiler.query('rollback');
  }
}

/** Puts the rows of a table there a second time. */
const again = (table: string, where: string, other: string) =>
  `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object(${other}))).* from ${table} t where ${where}`;

test('nothing is wrong with what nobody has spoilt', async () => {
  expect(wrongsAtFirst).toEqual([]);
  expect(await wrongsAfter('select 1')).toEqual([]);
});

describe('what is lost is seen:', () => {
  test.each([
    ['a customer', "delete from customer where name = 'Fault one'", /customer “Fault one” was acknowledged and is not there/],
    ['a talk', "delete from touchpoint where summary = 'Talk two'", /touchpoint “Talk two” was acknowledged and is not there/],
    ['a promise', "delete from promise where what = 'Word one'", /promise “Word one” was acknowledged and is not there/],
    ['an invitation', 'delete from invitation', /invitation “guestthree@example.com” was acknowledged and is not there/],
    ['the last change of a customer', "update customer set note = 'likes tea' where name = 'Fault two'", /“likes coffee” was noted/],
    ['the word of a change', "delete from event where kind = 'customer.changed'", /was changed 2 times, and it was told 0 times/],
    ['one purchase of an import', "delete from purchase where number = 'N7'", /import N: 399 of 400 purchases/],
    ['a part of a purchase', "update purchase set total_minor = 1 where number = 'N7'", /import N: 400 of 400 purchases are there, over/],
    ['a whole import', "delete from purchase where number like 'N%'", /import N: 0 of 400 purchases/],
    ['the end of an import', 'update purchase_import set result = null, finished_at = null', /import N was begun and has not ended/],
    ['a place on the list', 'delete from customer_summary', /customer “Fault one” stands on no list/],
    ['a reminder', 'delete from reminder', /of “Word one” was reminded 0 times/],
  ])('%s', async (_, statement, said) => {
    expect((await wrongsAfter(statement)).join('\n')).toMatch(said);
  });

  test('a letter', async () => {
    expect(await wrongsAfter('select 1', { ...rig.told(), letters: [] })).toEqual([
      'guestthree@example.com got no letter, and nothing says so',
    ]);
  });

  test('what a program outside was to be told', async () => {
    expect(await wrongsAfter('select 1', { ...rig.told(), customers: [] })).toHaveLength(2);
  });
});

describe('what is there twice is seen:', () => {
  const newId = "'id', gen_random_uuid()";
  test.each([
    ['a customer', again('customer', "name = 'Fault one'", newId), /customer “Fault one” is there 2 times/],
    ['a talk', again('touchpoint', "summary = 'Talk one'", newId), /touchpoint “Talk one” is there 2 times/],
    ['a promise', again('promise', "what = 'Word two'", newId), /promise “Word two” is there 2 times/],
    ['an event', again('event', "kind = 'customer.made'", newId), /customer.made of .* was told 2 times/],
    ['a change', again('event', "kind = 'customer.changed'", newId), /was changed 2 times, and it was told 4 times/],
    ['a purchase', again('purchase', "number = 'N7'", `${newId}, 'number', 'N7-again'`), /import N: 401 of 400 purchases/],
    [
      'a reminder',
      "update reminder set occasion = 'again', promise_id = (select id from promise where what = 'Word one') where promise_id = (select id from promise where what = 'Word two')",
      /of “Word one” was reminded 2 times/,
    ],
  ])('%s', async (_, statement, said) => {
    expect((await wrongsAfter(statement)).join('\n')).toMatch(said);
  });

  test('a letter', async () => {
    const { letters } = rig.told();
    expect(await wrongsAfter('select 1', { ...rig.told(), letters: [...letters, ...letters] })).toEqual([
      'guestthree@example.com got the letter 2 times',
    ]);
  });
});

test('a handful of faults: nothing acknowledged is lost, nothing is done twice', { timeout: 400_000 }, async () => {
  const counts = noCounts();
  await tryFaults({ folder: join(folder, 'handful'), seed: 20_261_122, points: 4, report: () => {}, settles: false }, counts);
  expect(counts.wrongs).toEqual([]);
  expect([...counts.aims.values()].reduce((sum, { points }) => sum + points, 0)).toBe(4);
});
