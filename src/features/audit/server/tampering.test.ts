import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { insertColleague } from '#features/access/server/index.ts';
import { makeWorkspace } from '#features/workspace/server/index.ts';
import { openDatabase, type Database } from '#kit/server/db/index.ts';
import { recordEvent, recordEvents } from '#kit/server/events.ts';
import { newId } from '#kit/server/ids.ts';
import { signingOf } from '#kit/server/proof.ts';
import type { Services } from '#kit/server/services.ts';
import { bareServices, startMailServer, testConfig, useTestDatabase } from '#kit/server/testing/index.ts';
import { audit, sealWorkspace, verdictOf } from './index.ts';
import { readSettings } from '#kit/server/settings/index.ts';

// Real commits: what is tried here is what somebody does who may do anything in the database.
const clone = useTestDatabase();
const folder = mkdtempSync(join(tmpdir(), 'tend-audit-'));
const config = testConfig(folder);
const now = Temporal.Instant.from('2026-03-02T08:00:00Z');
const customer = newId();

let database: Database;
let superuser: pg.Client;
let services: Services;
let here = '';

beforeAll(async () => {
  database = openDatabase(clone.applicationUrl, { signing: signingOf(config), connections: 4 });
  superuser = new pg.Client({ connectionString: clone.ownerUrl });
  await superuser.connect();
  services = bareServices({ database, config, clock: () => now });
});

afterAll(async () => {
  await database.close();
  await superuser.end();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  here = newId();
  await database.transaction({ workspace: here }, async (tx) => {
    await makeWorkspace(tx, now, { name: 'Kafeneio', language: 'el', currency: 'EUR', timeZone: 'Europe/Athens' });
  });
  for (let count = 0; count < 5; count++) await changed(`street ${count}`);
  await sealWorkspace(services, here);
});

afterEach(async () => {
  for (const table of ['reminder', 'letter', 'event', 'event_seal', 'event_unsealed', 'colleague', 'workspace'])
    await superuser.query(`delete from ${table} where workspace_id = $1`, [here]);
});

async function changed(note: string): Promise<void> {
  await database.transaction({ workspace: here }, (tx) =>
    recordEvent(tx, now, { kind: 'customer.changed', customer, detail: { fields: ['note'] }, changes: { note: [null, note] } }),
  );
}

const verdict = () => verdictOf(services, here, {});
const found = async () => (await verdict()).findings.map(({ kind, number }) => (number === null ? kind : `${kind} ${number}`));
const does = (statement: string, ...values: unknown[]) => superuser.query(statement, [here, ...values]);

/** The chain: what began it, `workspace.made`, and the five changes. */
const eventAt = async (number: number) =>
  ((await does('select event_id as id from event_seal where workspace_id = $1 and number = $2', number)).rows as { id: string }[])[0]?.id;

test('nothing is wrong with a log that nobody has touched, and what waits to be sealed is said', async () => {
  await changed('not sealed yet');
  expect(await verdict()).toMatchObject({ sealed: 7, waiting: 1, forgotten: 0, before: 0, found: 0, anchoredAt: now.toString() });
  await sealWorkspace(services, here);
  await sealWorkspace(services, here);
  expect(await verdict()).toMatchObject({ sealed: 8, waiting: 0, found: 0 });
});

test('the application itself can neither change nor remove anything', async () => {
  for (const statement of [
    'update event set kind = kind',
    'delete from event',
    'update event_seal set number = number',
    'delete from event_seal',
    'truncate event',
  ])
    await expect(database.transaction({ workspace: here }, (tx) => tx.client.query(statement))).rejects.toThrow(
      /permission denied|must be owner/,
    );
});

describe('of what a superuser of the database does is found', () => {
  test.each([
    ['kind', "kind = 'customer.made'"],
    ['who it was', 'colleague_id = gen_random_uuid()'],
    ['with whom', 'customer_id = gen_random_uuid()'],
    ['to what', 'subject_id = gen_random_uuid()'],
    ['by what', "via = 'terminal'"],
    ['when', "happened_at = happened_at + interval '1 second'"],
    ['what stood there', `changes = '{"note":[null,"another street"]}'`],
    ['what was told', `detail = '{"fields":["name"]}'`],
    ['the salt', 'salt = gen_random_uuid()'],
    ['the digest', "digest = sha256('x')"],
    ['the proof', "proof = sha256('x')"],
    ['everything that can be, with a new digest', `changes = null, detail = '{}', salt = null, digest = null`],
  ])('a change of %s', async (_, what) => {
    await does(`update event set ${what} where workspace_id = $1 and id = $2`, await eventAt(4));
    expect(await found()).toEqual(['changed 4']);
  });

  test('an entry that is emptied without anybody being erased', async () => {
    await does("update event set detail = '{}', changes = null, salt = null where workspace_id = $1 and id = $2", await eventAt(4));
    expect(await found()).toEqual(['emptied 4']);
  });

  test('an entry that is removed, also together with its place in the chain', async () => {
    const [third, fifth] = [await eventAt(3), await eventAt(5)];
    await does('delete from event where workspace_id = $1 and id = $2', third);
    await does('delete from event where workspace_id = $1 and id = $2', fifth);
    await does('delete from event_seal where workspace_id = $1 and event_id = $2', fifth);
    expect(await found()).toEqual(['removed 3', 'gap 5']);
  });

  test('an entry that is removed while those behind it move up', async () => {
    await does('delete from event where workspace_id = $1 and id = $2', await eventAt(5));
    await does('delete from event_seal where workspace_id = $1 and number = 5');
    await does('update event_seal set number = number - 1 where workspace_id = $1 and number > 5');
    expect(await found()).toEqual(['relinked 5', 'relinked 6', 'shorter 7']);
  });

  test('entries that change places', async () => {
    const [third, fourth] = [await eventAt(3), await eventAt(4)];
    await does('update event_seal set event_id = gen_random_uuid() where workspace_id = $1 and number = 3');
    await does('update event_seal set event_id = $2 where workspace_id = $1 and number = 4', third);
    await does('update event_seal set event_id = $2 where workspace_id = $1 and number = 3', fourth);
    expect(await found()).toEqual(['relinked 3', 'relinked 4']);
  });

  test('an entry that is put in, whether it is left to be sealed or not', async () => {
    const copy = `insert into event (workspace_id, id, kind, happened_at, detail, salt, digest, proof)
      select workspace_id, $2, kind, happened_at, detail, salt, digest, proof from event where workspace_id = $1 and id = $3`;
    const [stray, queued] = [newId(), newId()];
    await does(copy, stray, await eventAt(3));
    await does(copy, queued, await eventAt(3));
    await does('insert into event_unsealed (workspace_id, event_id) values ($1, $2)', queued);
    expect(await found()).toEqual(['changed', 'inserted']);
    await sealWorkspace(services, here);
    expect(await found()).toEqual(['changed 8', 'inserted']);
  });

  test('an entry that pretends to be older than the log', async () => {
    await does("insert into event (workspace_id, id, kind, happened_at) values ($1, $2, 'customer.made', '2020-01-01')", newId());
    expect(await found()).toEqual(['inserted']);
  });

  test('an entry that is taken away before it was sealed, where the wish to seal it is left', async () => {
    await changed('secret');
    await does('delete from event where workspace_id = $1 and id = (select event_id from event_unsealed where workspace_id = $1)');
    expect(await found()).toEqual(['removed']);
    await sealWorkspace(services, here);
    expect(await found()).toEqual(['removed 8']);
  });

  test('an end that is cut off, by what is known outside of the database, also when it grows again', async () => {
    for (const number of [6, 7]) await does('delete from event where workspace_id = $1 and id = $2', await eventAt(number));
    await does('delete from event_seal where workspace_id = $1 and number > 5');
    expect(await found()).toEqual(['shorter 7']);
    for (const note of ['a', 'b', 'c']) await changed(note);
    await sealWorkspace(services, here);
    expect(await found()).toEqual(['replaced 7']);
  });

  test('a whole chain that is made anew by another installation', async () => {
    const theirs = testConfig(join(folder, 'theirs'));
    const other = { ...config, secret: 'another secret', dataFolder: theirs.dataFolder };
    await does('delete from event_seal where workspace_id = $1');
    await does('insert into event_unsealed (workspace_id, event_id) select workspace_id, id from event where workspace_id = $1');
    await sealWorkspace({ ...services, config: other }, here);
    expect(await found()).toEqual(expect.arrayContaining(['relinked 1', 'replaced 7']));
  });
});

test('what somebody wanted forgotten is emptied, and the chain still holds; only that is', async () => {
  await database.transaction({ workspace: here }, async (tx) => {
    await tx.client.query('select forget_event_details(array[$1::uuid], null)', [customer]);
    await recordEvent(tx, now, { kind: 'personal_data.erased', customer });
  });
  expect(await verdict()).toMatchObject({ forgotten: 5, found: 0 });
  await sealWorkspace(services, here);
  expect(await verdict()).toMatchObject({ sealed: 8, forgotten: 5, found: 0 });
  const { rows } = await does("select kind, detail, changes from event where workspace_id = $1 and kind = 'customer.changed'");
  expect(rows).toEqual(Array.from({ length: 5 }, () => ({ kind: 'customer.changed', detail: {}, changes: null })));
  expect((await does("select detail <> '{}' as told from event where workspace_id = $1 and kind = 'workspace.made'")).rows).toEqual([
    { told: true },
  ]);
});

test('many who write and several who seal at once make one chain, without one waiting for another', async () => {
  const held = Promise.withResolvers<void>();
  const open = database.transaction({ workspace: here }, async (tx) => {
    await recordEvent(tx, now, { kind: 'customer.changed', customer, detail: { fields: ['note'] } });
    await held.promise;
  });
  // None of these waits for the one that is still open.
  await Promise.all(Array.from({ length: 40 }, (_, count) => changed(`written ${count}`)));
  await Promise.all([sealWorkspace(services, here), sealWorkspace(services, here), sealWorkspace(services, here)]);
  const during = await verdict();
  held.resolve();
  await open;
  expect(during).toMatchObject({ sealed: 47, waiting: 0, found: 0 });
  expect(await verdict()).toMatchObject({ sealed: 47, waiting: 1, found: 0 });
  await sealWorkspace(services, here);
  expect(await verdict()).toMatchObject({ sealed: 48, waiting: 0, found: 0 });
});

test('more than one batch is sealed and looked at', async () => {
  await database.transaction({ workspace: here }, (tx) =>
    recordEvents(
      tx,
      Array.from({ length: 4500 }, () => ({ now, event: { kind: 'customer.made', customer } })),
    ),
  );
  await sealWorkspace(services, here);
  expect(await verdict()).toMatchObject({ sealed: 4507, waiting: 0, found: 0 });
});

test('events from before there was a log are counted, and neither more nor fewer of them are taken', async () => {
  const older = newId();
  const late = newId();
  const insert = "insert into event (workspace_id, id, kind, happened_at) values ($1, $2, 'customer.made', '2020-01-01')";
  await superuser.query(insert, [older, newId()]);
  await database.transaction({ workspace: older }, (tx) => recordEvent(tx, now, { kind: 'customer.made' }));
  await sealWorkspace(services, older);
  expect(await verdictOf(services, older, {})).toMatchObject({ sealed: 2, before: 1, found: 0 });
  await superuser.query(insert, [older, late]);
  expect((await verdictOf(services, older, {})).findings).toMatchObject([{ kind: 'inserted' }]);
  await superuser.query('delete from event where workspace_id = $1 and proof is null', [older]);
  expect((await verdictOf(services, older, {})).findings).toMatchObject([{ kind: 'removed' }]);
  for (const table of ['event', 'event_seal', 'event_unsealed'])
    await superuser.query(`delete from ${table} where workspace_id = $1`, [older]);
});

test('of each day the last end is known outside, and one that does not follow is not written over what is known', async () => {
  const file = join(folder, 'audit', here);
  const lines = () => readFileSync(file, 'utf8').trim().split('\n');
  expect(lines()).toHaveLength(1);
  const tomorrow = { ...services, clock: () => now.add({ hours: 24 }) };
  await changed('next day');
  await sealWorkspace(tomorrow, here);
  expect(lines()).toHaveLength(2);
  writeFileSync(file, `${JSON.stringify({ number: 8, link: 'another', at: now.add({ hours: 24 }).toString() })}\n`);
  await changed('and the next');
  await sealWorkspace(tomorrow, here);
  expect(lines()).toHaveLength(1);
  expect(await found()).toEqual(['replaced 8']);
});

test('whoever restored an older backup says so, and the log counts from then on', async () => {
  await does('delete from event where workspace_id = $1 and id = $2', await eventAt(7));
  await does('delete from event_seal where workspace_id = $1 and number > 6');
  expect(await found()).toEqual(['shorter 7']);
  const program = new Command();
  const printed: string[] = [];
  audit.commands
    ?.find(({ path }) => path === 'audit accept')
    ?.define(program, {
      services: async () => services,
      settings: () => readSettings({}),
      config: () => services.config,
      workspace: async () => here,
      language: 'en',
      signal: new AbortController().signal,
      terminal: {
        print: (text) => printed.push(text),
        printJson: () => {},
        progress: () => {},
        progressDone: () => {},
        readAll: async () => '',
        width: 80,
      },
    });
  await program.parseAsync(['--why', 'the disk broke'], { from: 'user' });
  expect(printed.join()).toContain('1 finding until now');
  expect(await verdict()).toMatchObject({ sealed: 7, found: 0 });
});

test('every workspace is sealed and looked at by itself', async () => {
  await changed('by the duty');
  for (const duty of audit.duties ?? []) await duty.run(services, new AbortController().signal);
  expect(await verdict()).toMatchObject({ waiting: 0, found: 0 });
  await does("update event set kind = 'customer.made' where workspace_id = $1 and id = $2", await eventAt(3));
  await expect(
    audit.duties?.find(({ name }) => name === 'audit.verify')?.run(services, new AbortController().signal),
  ).rejects.toMatchObject({
    failure: { code: 'audit.tampered' },
  });
});

test('what the night finds its owners hear of, once of the same', async () => {
  const owner = { id: newId(), name: 'Eleni', email: 'eleni@example.com', role: 'owner' } as const;
  const colleague = { id: newId(), name: 'Nikos', email: 'nikos@example.com', role: 'colleague' } as const;
  const seat = { account_id: null, language: 'en', calendar: 'gregorian', digits: 'latin' } as const;
  await database.transaction({ workspace: here }, async (tx) => {
    for (const one of [owner, colleague]) await insertColleague(tx, { ...seat, ...one });
  });
  const mail = await startMailServer();
  await mail.stop();
  const verify = async () =>
    await audit.duties
      ?.find(({ name }) => name === 'audit.verify')
      ?.run({ ...services, config: { ...config, mail: mail.settings } }, new AbortController().signal);
  const told = async () => ({
    bell: (await does('select colleague_id as to, kind, count from reminder where workspace_id = $1')).rows as unknown[],
    letters: (await does('select to_address as to, subject from letter where workspace_id = $1')).rows as unknown[],
  });
  await verify();
  expect(await told()).toEqual({ bell: [], letters: [] });
  await does("update event set kind = 'customer.made' where workspace_id = $1 and id = $2", await eventAt(3));
  for (let night = 0; night < 2; night++) {
    await expect(verify()).rejects.toThrow('audit.tampered');
    expect(await told()).toEqual({
      bell: [{ to: owner.id, kind: 'audit_tampered', count: 1 }],
      letters: [{ to: owner.email, subject: 'Kafeneio: somebody has tampered with the audit log' }],
    });
  }
  await does("update event set kind = 'customer.made' where workspace_id = $1 and id = $2", await eventAt(4));
  await expect(verify()).rejects.toThrow('audit.tampered');
  expect((await told()).bell).toContainEqual({ to: owner.id, kind: 'audit_tampered', count: 2 });
});
