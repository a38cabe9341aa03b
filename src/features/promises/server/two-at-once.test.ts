import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertColleague } from '#features/access/server/index.ts';
import { createCustomer } from '#features/people/server/index.ts';
import { makeWorkspace } from '#features/workspace/server/index.ts';
import { FailureError } from '#kit/domain/result.ts';
import { openDatabase, type Database, type Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import { useTestDatabase } from '#kit/server/testing/index.ts';
import { acceptPromise, askForTime, givePromise, keepPromise, leave, readPromisesTo, releasePromise, withdrawHandOver } from './index.ts';

const clone = useTestDatabase();
const now = Temporal.Instant.from('2026-03-02T08:00:00Z');
const later = (days: number) => now.add({ hours: 24 * days });
const workspace = newId();
const eleni = newId();
const nikos = newId();
let database: Database;
let maria: string;

// Several connections and real commits, as two browsers have them.
beforeAll(async () => {
  database = openDatabase(clone.applicationUrl);
  await database.transaction({ workspace }, async (tx) => {
    await makeWorkspace(tx, now, { name: 'Kafeneio', language: 'el', currency: 'EUR', timeZone: 'Europe/Athens' });
    const seat = { account_id: null, language: 'el', calendar: 'gregorian', digits: 'latin' } as const;
    await insertColleague(tx, { id: eleni, name: 'Eleni', email: 'eleni@example.com', role: 'owner', ...seat });
    await insertColleague(tx, { id: nikos, name: 'Nikos', email: 'nikos@example.com', role: 'colleague', ...seat });
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
    database.transaction({ workspace }, (tx) => askForTime(tx, later(1), eleni, id, { from: null, at: later(5) })),
    database.transaction({ workspace }, (tx) => keepPromise(tx, later(1), eleni, id)),
  ]);
  const read = await database.transaction({ workspace }, (tx) => readPromisesTo(tx, later(1), maria, undefined));
  expect(read.find((promise) => promise.id === id)).toMatchObject({ state: 'kept' });
});

const inside = <T>(run: (tx: Tx) => Promise<T>) => database.transaction({ workspace }, run);

/** The codes of those who came second. */
function refusals(tries: readonly PromiseSettledResult<unknown>[]): string[] {
  return tries.flatMap((one) =>
    one.status === 'rejected' ? [one.reason instanceof FailureError ? one.reason.failure.code : String(one.reason)] : [],
  );
}

test('of an acceptance and a withdrawal at once, one happens and the other learns which', async () => {
  const outcomes = new Set<string>();
  for (let round = 0; round < 12; round++) {
    const id = await inside((tx) => givePromise(tx, now, eleni, { customer: maria, what: `handed ${round}`, dueAt: later(3), to: nikos }));
    const accepts = () => inside((tx) => acceptPromise(tx, later(1), nikos, id));
    const withdraws = () => inside((tx) => withdrawHandOver(tx, later(1), { id: eleni, mayActForColleagues: true }, id));
    const tries = await Promise.allSettled(round % 2 === 0 ? [accepts(), withdraws()] : [withdraws(), accepts()]);
    const promise = (await inside((tx) => readPromisesTo(tx, later(1), maria, undefined))).find((one) => one.id === id);
    const [lost, ...others] = refusals(tries);
    expect(others).toEqual([]);
    expect(promise?.handedTo).toBeNull();
    expect([lost, promise?.owner.name]).toEqual(
      promise?.owner.id === nikos ? ['promise_hand_over.already_accepted', 'Nikos'] : ['promise_hand_over.already_withdrawn', 'Eleni'],
    );
    outcomes.add(lost ?? '');
  }
  expect(outcomes.size).toBeGreaterThan(0);
});

test('a promise that is given or accepted while its owner leaves is left to nobody', async () => {
  const id = await inside((tx) =>
    givePromise(tx, now, eleni, { customer: maria, what: 'asked while leaving', dueAt: later(3), to: nikos }),
  );
  const tries = await Promise.allSettled([
    inside((tx) => acceptPromise(tx, later(1), nikos, id)),
    inside((tx) => givePromise(tx, later(1), nikos, { customer: maria, what: 'given while leaving', dueAt: later(3) })),
    inside((tx) => leave(tx, later(1), eleni, { colleague: nikos, to: eleni })),
  ]);
  const known = ['access.forbidden', 'promise_hand_over.already_withdrawn', 'promise_hand_over.already_accepted'];
  for (const code of refusals(tries)) expect(known).toContain(code);
  expect(tries[2].status).toBe('fulfilled');
  const open = (await inside((tx) => readPromisesTo(tx, later(1), maria, undefined))).filter((one) => one.state === 'open');
  expect(open.length).toBeGreaterThan(0);
  expect(open.filter((one) => one.owner.id === nikos || one.handedTo?.id === nikos)).toEqual([]);
});
