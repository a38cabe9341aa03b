import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { insertColleague } from '#features/access/server/index.ts';
import { makeWorkspace } from '#features/workspace/server/index.ts';
import { refusalCodes } from '#fixtures/testing/two-at-once.ts';
import { openDatabase, type Database, type Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import { useTestDatabase } from '#kit/server/testing/index.ts';
import { changeCustomer, createCustomer, handOverCustomers } from './index.ts';

const clone = useTestDatabase();
const now = Temporal.Instant.from('2026-03-02T08:00:00Z');
const workspace = newId();
const eleni = newId();
let database: Database;
let nikos: string;
let petros: string;

// Several connections and real commits, as two browsers have them.
beforeAll(async () => {
  database = openDatabase(clone.applicationUrl);
  await inside(async (tx) => {
    await makeWorkspace(tx, now, { name: 'Kafeneio', language: 'el', currency: 'EUR', timeZone: 'Europe/Athens' });
    await addColleague(tx, eleni, 'owner');
  });
});

beforeEach(async () => {
  [nikos, petros] = [newId(), newId()];
  await inside(async (tx) => {
    for (const id of [nikos, petros]) await addColleague(tx, id, 'colleague');
  });
});

afterAll(async () => {
  await inside(async (tx) => {
    await tx.client.query('delete from customer; delete from colleague; delete from workspace');
  });
  await database.close();
});

const inside = <T>(run: (tx: Tx) => Promise<T>) => database.transaction({ workspace }, run);

async function addColleague(tx: Tx, id: string, role: 'owner' | 'colleague'): Promise<void> {
  const seat = { account_id: null, email: `${id}@example.com`, language: 'el', calendar: 'gregorian', digits: 'latin' } as const;
  await insertColleague(tx, { id, role, name: id, ...seat });
}

async function leave(from: string, to: string): Promise<void> {
  await inside(async (tx) => {
    await handOverCustomers(tx, now, eleni, { from, to });
    await tx.client.query('delete from colleague where id = $1', [from]);
  });
}

async function caredFor(): Promise<{ owner: string; deputy: string | null }[]> {
  return await inside(async (tx) => {
    const { rows } = await tx.client.query<{ owner: string; deputy: string | null }>(
      'select owner_id as owner, deputy_id as deputy from customer order by id',
    );
    return rows;
  });
}

test('of two colleagues who leave at once and name each other, one leaves and the other is told to name somebody else', async () => {
  for (let round = 0; round < 5; round++) {
    [nikos, petros] = [newId(), newId()];
    await inside(async (tx) => {
      await tx.client.query('delete from customer');
      for (const id of [nikos, petros]) await addColleague(tx, id, 'colleague');
      for (let count = 0; count < 20; count++) {
        const [ownerId, deputyId] = count % 2 === 0 ? [nikos, petros] : [petros, nikos];
        await createCustomer(tx, now, eleni, { kind: 'person', name: `Customer ${count}`, ownerId, deputyId });
      }
    });
    const tried = await Promise.allSettled([leave(nikos, petros), leave(petros, nikos)]);
    expect(refusalCodes(tried)).toEqual(['hand_over.to_unknown']);
    const left = tried[0].status === 'fulfilled' ? petros : nikos;
    expect(await caredFor()).toEqual(Array.from({ length: 20 }, () => ({ owner: left, deputy: eleni })));
  }
});

test('two who leave at once to the same colleague leave everybody to that one, and to nobody twice', async () => {
  await inside(async (tx) => {
    await tx.client.query('delete from customer');
    for (let count = 0; count < 20; count++) {
      const [ownerId, deputyId] = count % 2 === 0 ? [nikos, petros] : [petros, nikos];
      await createCustomer(tx, now, eleni, { kind: 'person', name: `Customer ${count}`, ownerId, deputyId });
    }
  });
  expect(refusalCodes(await Promise.allSettled([leave(nikos, eleni), leave(petros, eleni)]))).toEqual([]);
  expect(await caredFor()).toEqual(Array.from({ length: 20 }, () => ({ owner: eleni, deputy: null })));
});

test('nobody is given to a colleague who is leaving this very moment', async () => {
  const maria = await inside(async (tx) => {
    await tx.client.query('delete from customer');
    return await createCustomer(tx, now, eleni, { kind: 'person', name: 'Maria' });
  });
  const tried = await Promise.allSettled([
    leave(nikos, petros),
    inside((tx) => createCustomer(tx, now, eleni, { kind: 'person', name: 'Nora', ownerId: nikos })),
    inside((tx) => changeCustomer(tx, now, eleni, maria, { ownerId: nikos, deputyId: petros })),
    inside((tx) => changeCustomer(tx, now, eleni, maria, { deputyId: nikos })),
  ]);
  expect(tried[0].status).toBe('fulfilled');
  for (const code of refusalCodes(tried)) expect(code).toMatch(/^customer\.(owner|deputy)_(unknown|is_owner)$/);
  for (const { owner, deputy } of await caredFor()) expect([owner, deputy]).not.toContain(nikos);
});

test('of two organizations made to belong to each other at once, one does', async () => {
  const [a, b] = await inside(async (tx) => [
    await createCustomer(tx, now, eleni, { kind: 'organization', name: 'A' }),
    await createCustomer(tx, now, eleni, { kind: 'organization', name: 'B' }),
  ]);
  const tried = await Promise.allSettled([
    inside((tx) => changeCustomer(tx, now, eleni, a, { parentId: b })),
    inside((tx) => changeCustomer(tx, now, eleni, b, { parentId: a })),
  ]);
  expect(refusalCodes(tried)).toEqual(['customer.parent_in_circle']);
});
