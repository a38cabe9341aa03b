import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertColleague } from '#features/access/server/index.ts';
import { createCustomer } from '#features/people/server/index.ts';
import { givePromise, promises } from '#features/promises/server/index.ts';
import { makeWorkspace } from '#features/workspace/server/index.ts';
import { startReceiver, type Receiver } from '#fixtures/receiver.ts';
import { openDatabase, type Database, type Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import { eventsOf } from '#kit/server/feature.ts';
import type { Services } from '#kit/server/services.ts';
import { bareServices, testConfig, useTestDatabase } from '#kit/server/testing/index.ts';
import { makeSecret, makeWebhook } from './actions.ts';
import { lookAfterWebhooks, tellJob } from './telling.ts';

const clone = useTestDatabase();
const workspace = newId();
const eleni = newId();
let now = Temporal.Instant.from('2026-03-02T08:00:00Z');
let till: Receiver;
let servers: { database: Database; services: Services }[] = [];
let [maria, webhook] = ['', ''];

// Two servers on one database, each with connections of its own, and real commits.
beforeAll(async () => {
  till = await startReceiver();
  servers = [1, 2].map(() => {
    const database = openDatabase(clone.applicationUrl);
    const config = { ...testConfig('/tmp/unused'), webhooksAnywhere: true };
    return { database, services: bareServices({ config, database, events: eventsOf([promises]), clock: () => now }) };
  });
  await inside(async (tx, services) => {
    await makeWorkspace(tx, now, { name: 'Kafeneio', language: 'el', currency: 'EUR', timeZone: 'Europe/Athens' });
    const seat = { account_id: null, language: 'en', calendar: 'gregorian', digits: 'latin' } as const;
    await insertColleague(tx, { id: eleni, name: 'Eleni', email: 'eleni@example.com', role: 'owner', ...seat });
    maria = await createCustomer(tx, now, eleni, { kind: 'person', name: 'Maria' });
    webhook = await makeWebhook(tx, services, now, eleni, { name: 'Till', url: till.url, kinds: ['promise.given'] });
    await makeSecret(tx, services, now, eleni, webhook, 0);
  });
});

afterAll(async () => {
  await inside(
    async (tx) =>
      await tx.client.query(
        'delete from event_follower; delete from webhook; delete from reminder; delete from customer; delete from colleague; delete from workspace',
      ),
  );
  for (const { database } of servers) await database.close();
  await till.stop();
});

async function inside<T>(run: (tx: Tx, services: Services) => Promise<T>, server = servers[0]): Promise<T> {
  if (!server) throw new Error('there are two servers');
  return await server.database.transaction({ workspace }, (tx) => run(tx, server.services));
}

const promise = (server: (typeof servers)[number]) =>
  inside((tx) => givePromise(tx, now, eleni, { customer: maria, what: 'the list', dueAt: now.add({ hours: 48 }) }), server);
const everywhere = () =>
  Promise.all(
    [...servers, ...servers].map(({ services }) =>
      tellJob.run({ workspace, input: { follower: webhook }, services, signal: new AbortController().signal }),
    ),
  );

test('what happens on either of two servers is told once, whoever comes to it first', async () => {
  const given = await Promise.all(
    Array.from({ length: 20 }, (_, index) => servers[index % 2]).flatMap((server) => (server ? [promise(server)] : [])),
  );
  await everywhere();
  // Who came while somebody was at it went away; the round that looks after it finds nothing that was lost.
  await everywhere();
  const told = till.received.map(({ body }) => (JSON.parse(body) as { data: { subject: string } }).data.subject);
  expect(told.toSorted()).toEqual(given.toSorted());
});

test('what a server that died had taken on comes again, under the same id', async () => {
  till.received.length = 0;
  const [first] = servers;
  if (!first) throw new Error('there are two servers');
  await promise(first);
  const dying = { ...first.services, database: dyingAfterCall(first.database) };
  await expect(
    tellJob.run({ workspace, input: { follower: webhook }, services: dying, signal: new AbortController().signal }),
  ).rejects.toThrow('killed');
  await everywhere();
  expect(till.received).toHaveLength(1);
  now = now.add({ seconds: 61 });
  await lookAfterWebhooks(first.services);
  await everywhere();
  expect(till.received).toHaveLength(2);
  expect(new Set(till.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
});

/** A process that ends right after the other side has answered: nothing is written down any more. */
function dyingAfterCall(database: Database): Database {
  return {
    ...database,
    transaction: async (scope, run) => {
      if (till.received.length > 0) throw new Error('killed');
      return await database.transaction(scope, run);
    },
  };
}
