import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertColleague } from '#features/access/server/index.ts';
import { createCustomer } from '#features/people/server/index.ts';
import { makeWorkspace } from '#features/workspace/server/index.ts';
import { FailureError } from '#kit/domain/result.ts';
import { openDatabase, type Database } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import { useTestDatabase } from '#kit/server/testing/index.ts';
import { askForTime, givePromise, keepPromise, readPromisesTo, releasePromise } from './index.ts';

const clone = useTestDatabase();
const now = Temporal.Instant.from('2026-03-02T08:00:00Z');
const later = (days: number) => now.add({ hours: 24 * days });
const workspace = newId();
const eleni = newId();
let database: Database;
let maria: string;

// Several connections and real commits, as two browsers have them.
beforeAll(async () => {
  database = openDatabase(clone.applicationUrl);
  await database.transaction({ workspace }, async (tx) => {
    await makeWorkspace(tx, now, { name: 'Kafeneio', language: 'el', currency: 'EUR', timeZone: 'Europe/Athens' });
    await insertColleague(tx, {
      id: eleni,
      account_id: null,
      name: 'Eleni',
      email: 'eleni@example.com',
      role: 'owner',
      language: 'el',
      calendar: 'gregorian',
      digits: 'latin',
    });
    maria = await createCustomer(tx, now, eleni, { kind: 'person', name: 'Maria' });
  });
});

afterAll(async () => {
  await database.transaction(
    { workspace },
    async (tx) => await tx.client.query('delete from customer; delete from colleague; delete from workspace'),
  );
  await database.close();
});

test('of two colleagues who end a promise at once, one does and the other learns that it is done', async () => {
  for (let round = 0; round < 10; round++) {
    const id = await database.transaction({ workspace }, (tx) =>
      givePromise(tx, now, eleni, { customer: maria, what: `round ${round}`, dueAt: later(3) }),
    );
    const tries = await Promise.allSettled([
      database.transaction({ workspace }, (tx) => keepPromise(tx, later(1), eleni, id)),
      database.transaction({ workspace }, (tx) => releasePromise(tx, later(1), eleni, id)),
      database.transaction({ workspace }, (tx) => keepPromise(tx, later(1), eleni, id)),
    ]);
    const refused = tries.flatMap((one) =>
      one.status === 'rejected' ? [one.reason instanceof FailureError ? one.reason.failure.code : String(one.reason)] : [],
    );
    expect(refused).toHaveLength(2);
    expect(new Set(refused).size).toBe(1);
    expect(refused[0]).toMatch(/^promise\.already_(kept|released)$/);
  }
});

test('more time that is asked for while a colleague keeps the promise does not open it again', async () => {
  const id = await database.transaction({ workspace }, (tx) =>
    givePromise(tx, now, eleni, { customer: maria, what: 'raced', dueAt: later(3) }),
  );
  await Promise.allSettled([
    database.transaction({ workspace }, (tx) => askForTime(tx, later(1), eleni, id, later(5))),
    database.transaction({ workspace }, (tx) => keepPromise(tx, later(1), eleni, id)),
  ]);
  const read = await database.transaction({ workspace }, (tx) => readPromisesTo(tx, later(1), maria, undefined));
  expect(read.find((promise) => promise.id === id)).toMatchObject({ state: 'kept' });
});
