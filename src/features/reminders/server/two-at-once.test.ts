import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertColleague } from '#features/access/server/index.ts';
import { createCustomer } from '#features/people/server/index.ts';
import { givePromise, keepPromise, promises } from '#features/promises/server/index.ts';
import { makeWorkspace } from '#features/workspace/server/index.ts';
import { openDatabase, type Database, type Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import { sendLetter } from '#kit/server/mail/index.ts';
import type { Services } from '#kit/server/services.ts';
import { bareServices, startMailServer, testConfig, useTestDatabase, type MailServer } from '#kit/server/testing/index.ts';
import { digestOf } from '#kit/server/digest.ts';
import { sendDigest } from './digests.ts';
import { remindWorkspace } from './round.ts';
import { changeSettings } from './settings.ts';

const clone = useTestDatabase();
const workspace = newId();
const eleni = newId();
let now = Temporal.Instant.from('2026-03-02T08:00:00Z');
let mail: MailServer;
let servers: { database: Database; services: Services }[] = [];
let maria = '';

// Two servers on one database, each with connections of its own, and real commits.
beforeAll(async () => {
  mail = await startMailServer();
  servers = [1, 2].map(() => {
    const database = openDatabase(clone.applicationUrl);
    const config = { ...testConfig('/tmp/unused'), mail: mail.settings };
    return { database, services: bareServices({ config, database, digest: digestOf([promises]), clock: () => now }) };
  });
  await inside(async (tx) => {
    await makeWorkspace(tx, now, { name: 'Kafeneio', language: 'el', currency: 'EUR', timeZone: 'Europe/Athens' });
    const seat = { account_id: null, language: 'en', calendar: 'gregorian', digits: 'latin' } as const;
    await insertColleague(tx, { id: eleni, name: 'Eleni', email: 'eleni@example.com', role: 'owner', ...seat });
    maria = await createCustomer(tx, now, eleni, { kind: 'person', name: 'Maria' });
    await changeSettings(tx, now, eleni, { digest: true, digestWeekdays: [1, 2, 3, 4, 5, 6, 7] });
  });
  await rounds();
});

afterAll(async () => {
  await inside(
    async (tx) =>
      await tx.client.query(
        'delete from digest; delete from letter; delete from reminder; delete from reminder_progress; delete from customer; delete from colleague; delete from workspace',
      ),
  );
  for (const { database } of servers) await database.close();
  await mail.stop();
});

async function inside<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
  const [first] = servers;
  if (!first) throw new Error('there are two servers');
  return await first.database.transaction({ workspace }, run);
}

const everywhere = <T>(run: (services: Services) => Promise<T>) =>
  Promise.all([...servers, ...servers].map(({ services }) => run(services)));
const rounds = () => everywhere((services) => remindWorkspace(services, workspace));
const count = async (what: string) =>
  (await inside((tx) => tx.client.query<{ n: number }>(`select count(*)::int as n from ${what}`))).rows[0]?.n;

test('of two servers that come round at once one makes each reminder', async () => {
  for (let index = 0; index < 8; index += 1) {
    const dueAt = now.add({ minutes: 30 });
    await inside((tx) => givePromise(tx, now, eleni, { customer: maria, what: `round ${index}`, dueAt }));
    now = dueAt;
    const made = await rounds();
    expect(made.toSorted((one, other) => one - other)).toEqual([0, 0, 0, 1]);
  }
  expect(await count("reminder where kind = 'promise_due'")).toBe(8);
  expect(await count("promise_event where kind = 'reminded'")).toBe(8);
});

test('a promise that is kept while it is reminded of is kept, whichever comes first', async () => {
  for (let index = 0; index < 6; index += 1) {
    const dueAt = now.add({ minutes: 30 });
    const id = await inside((tx) => givePromise(tx, now, eleni, { customer: maria, what: `raced ${index}`, dueAt }));
    now = dueAt;
    await Promise.all([rounds(), inside((tx) => keepPromise(tx, now, eleni, id))]);
    expect(await count(`promise where id = '${id}' and state = 'kept'`)).toBe(1);
  }
});

test('of two servers that write the digest of a day at once one does, and one letter leaves', async () => {
  now = Temporal.Instant.from('2026-03-03T06:00:00Z');
  await inside((tx) => givePromise(tx, now, eleni, { customer: maria, what: 'digested', dueAt: now.add({ hours: 2 }) }));
  await rounds();
  expect(await count('digest')).toBe(1);
  await everywhere((services) => sendDigest(services, workspace, eleni, Temporal.PlainDate.from('2026-03-03')));
  expect(await count('letter')).toBe(1);
  const { rows } = await inside((tx) => tx.client.query<{ id: string }>('select id from letter'));
  await everywhere((services) => sendLetter(services, workspace, rows[0]?.id ?? ''));
  expect(mail.taken).toHaveLength(1);
  expect(await count('letter where sent_at is not null and attempts = 1')).toBe(1);
});
