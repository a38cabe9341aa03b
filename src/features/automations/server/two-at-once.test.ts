import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertColleague } from '#features/access/server/index.ts';
import { createCustomer } from '#features/people/server/index.ts';
import { givePromise, promises } from '#features/promises/server/index.ts';
import { reminders } from '#features/reminders/server/index.ts';
import { makeWorkspace } from '#features/workspace/server/index.ts';
import { openDatabase, type Database, type Tx } from '#kit/server/db/index.ts';
import { automationPartsOf } from '#kit/server/feature.ts';
import { newId } from '#kit/server/ids.ts';
import type { Services } from '#kit/server/services.ts';
import { bareServices, useTestDatabase } from '#kit/server/testing/index.ts';
import { makeAutomation } from './actions.ts';
import { followJob } from './running.ts';

const clone = useTestDatabase();
const workspace = newId();
const eleni = newId();
const now = Temporal.Instant.from('2026-03-02T08:00:00Z');
let servers: { database: Database; services: Services }[] = [];
let [maria, automation] = ['', ''];

// Two servers on one database, each with connections of its own, and real commits.
beforeAll(async () => {
  servers = [1, 2].map(() => {
    const database = openDatabase(clone.applicationUrl);
    return { database, services: bareServices({ database, automation: automationPartsOf([promises, reminders]), clock: () => now }) };
  });
  await inside(async (tx, services) => {
    await makeWorkspace(tx, now, { name: 'Kafeneio', language: 'el', currency: 'EUR', timeZone: 'Europe/Athens' });
    const seat = { account_id: null, language: 'en', calendar: 'gregorian', digits: 'latin' } as const;
    await insertColleague(tx, { id: eleni, name: 'Eleni', email: 'eleni@example.com', role: 'owner', ...seat });
    maria = await createCustomer(tx, now, eleni, { kind: 'person', name: 'Maria' });
    const who = { workspace, colleague: eleni, role: 'owner', language: 'en', timeZone: 'Europe/Athens' } as const;
    automation = await makeAutomation(tx, services, now, who, {
      name: 'Tell',
      trigger: 'promise_given',
      filled: {},
      conditions: '',
      steps: [{ action: 'notify', filled: { whom: 'owner', words: 'promised' } }],
    });
  });
});

afterAll(async () => {
  await inside(
    async (tx) =>
      await tx.client.query(
        'delete from event_follower; delete from automation; delete from reminder; delete from customer; delete from colleague; delete from workspace',
      ),
  );
  for (const { database } of servers) await database.close();
});

async function inside<T>(run: (tx: Tx, services: Services) => Promise<T>, server = servers[0]): Promise<T> {
  if (!server) throw new Error('there are two servers');
  return await server.database.transaction({ workspace }, (tx) => run(tx, server.services));
}

const promise = (server: (typeof servers)[number]) =>
  inside((tx) => givePromise(tx, now, eleni, { customer: maria, what: 'the list', dueAt: now.add({ hours: 48 }) }), server);
const follow = (services: Services) =>
  followJob.run({ workspace, input: { follower: automation }, services, signal: new AbortController().signal });
const count = async (what: string) =>
  (await inside((tx) => tx.client.query<{ n: number }>(`select count(*)::int as n from ${what}`))).rows[0]?.n;

test('what happens on either of two servers sets it off once, whoever comes to it first', async () => {
  await Promise.all(Array.from({ length: 8 }, (_, index) => servers[index % 2]).flatMap((server) => (server ? [promise(server)] : [])));
  await Promise.all([...servers, ...servers].map(({ services }) => follow(services)));
  expect(await count("automation_run where outcome = 'done'")).toBe(8);
  expect(await count("reminder where kind = 'automation_says'")).toBe(8);
  expect(await count('event_waiting')).toBe(0);
});

test('a server that is killed before it has committed has done nothing, and another does it once', async () => {
  const [first, second] = servers;
  if (!first || !second) throw new Error('there are two servers');
  const before = await count('automation_run');
  await promise(first);
  const dying: Database = {
    ...first.database,
    transaction: async (scope, run) =>
      await first.database.transaction(scope, async (tx) => {
        await run(tx);
        throw new Error('killed');
      }),
  };
  await expect(follow({ ...first.services, database: dying })).rejects.toThrow('killed');
  expect(await count('automation_run')).toBe(before);
  await follow(second.services);
  await follow(second.services);
  expect(await count('automation_run')).toBe((before ?? 0) + 1);
});
