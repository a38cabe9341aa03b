import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { insertColleague } from '#features/access/server/index.ts';
import { createCustomer } from '#features/people/server/index.ts';
import { makeWorkspace } from '#features/workspace/server/index.ts';
import { oneBeforeTheOther, refusalCodes, refusals } from '#fixtures/testing/two-at-once.ts';
import { openDatabase, type Database, type Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import { useTestDatabase } from '#kit/server/testing/index.ts';
import {
  acceptPromise,
  admitBroken,
  askForTime,
  givePromise,
  keepPromise,
  leave,
  readPromisesTo,
  releasePromise,
  withdrawHandOver,
} from './index.ts';

const clone = useTestDatabase();
const now = Temporal.Instant.from('2026-03-02T08:00:00Z');
const later = (days: number) => now.add({ hours: 24 * days });
const seat = { account_id: null, language: 'en', calendar: 'gregorian', digits: 'latin' } as const;
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
    await insertColleague(tx, { ...seat, id: eleni, name: 'Eleni', email: 'eleni@example.com', role: 'owner' });
    await insertColleague(tx, { ...seat, id: nikos, name: 'Nikos', email: 'nikos@example.com', role: 'colleague' });
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

const inside = <T>(run: (tx: Tx) => Promise<T>) => database.transaction({ workspace }, run);
const give = (to?: string) => inside((tx) => givePromise(tx, now, eleni, { customer: maria, what: 'call', dueAt: later(3), to }));
const read = async (id: string) =>
  (await inside((tx) => readPromisesTo(tx, later(1), maria, undefined))).find((promise) => promise.id === id);
const both = async (first: (tx: Tx) => Promise<unknown>, second: (tx: Tx) => Promise<unknown>) =>
  await oneBeforeTheOther(database, workspace, first, second);

const ends = { kept: keepPromise, broken: admitBroken, released: releasePromise } as const;
const inEveryOrder = (['kept', 'broken', 'released'] as const).flatMap((first) =>
  (['kept', 'broken', 'released'] as const).map((second) => [first, second] as const),
);

test.each(inEveryOrder)(
  'of two who end a promise at once the first does (%s); the other (%s) learns who it was, and when',
  async (first, second) => {
    const id = await give();
    const tries = await both(
      (tx) => ends[first](tx, later(1), eleni, id),
      (tx) => ends[second](tx, later(1), nikos, id),
    );
    expect(refusals(tries)).toEqual([{ code: `promise.already_${first}`, values: { name: 'Eleni', at: '3 Mar 2026, 10:00' } }]);
    expect(await read(id)).toMatchObject({ state: first, events: [{ kind: 'given' }, { kind: first, colleague: { name: 'Eleni' } }] });
  },
);

test('more time that is asked for while a colleague keeps the promise does not open it again', async () => {
  const id = await give();
  const tries = await both(
    (tx) => keepPromise(tx, later(1), nikos, id),
    (tx) => askForTime(tx, later(1), eleni, id, { from: null, at: later(5) }),
  );
  expect(refusals(tries)).toMatchObject([{ code: 'promise.already_kept', values: { name: 'Nikos' } }]);
  expect(await read(id)).toMatchObject({ state: 'kept', events: [{ kind: 'given' }, { kind: 'kept' }] });
});

test('a promise that is kept while more time is asked for is kept, by the new moment', async () => {
  const id = await give();
  const tries = await both(
    (tx) => askForTime(tx, later(1), eleni, id, { from: null, at: later(5) }),
    (tx) => keepPromise(tx, later(1), nikos, id),
  );
  expect(refusals(tries)).toEqual([]);
  expect(await read(id)).toMatchObject({ state: 'kept', events: [{ kind: 'given' }, { kind: 'time_asked' }, { kind: 'kept' }] });
});

describe('of an acceptance and a withdrawal at once one happens, and the other learns which', () => {
  const accepts = (id: string) => (tx: Tx) => acceptPromise(tx, later(1), nikos, id);
  const withdraws = (id: string) => (tx: Tx) => withdrawHandOver(tx, later(1), { id: eleni, mayActForColleagues: true }, id);

  test('the acceptance first', async () => {
    const id = await give(nikos);
    expect(refusalCodes(await both(accepts(id), withdraws(id)))).toEqual(['promise_hand_over.already_accepted']);
    expect(await read(id)).toMatchObject({ owner: { name: 'Nikos' }, handedTo: null });
  });

  test('the withdrawal first', async () => {
    const id = await give(nikos);
    expect(refusalCodes(await both(withdraws(id), accepts(id)))).toEqual(['promise_hand_over.already_withdrawn']);
    expect(await read(id)).toMatchObject({ owner: { name: 'Eleni' }, handedTo: null });
  });
});

describe('a promise that is given or accepted while its owner leaves is left to nobody', () => {
  let leaver: string;

  beforeEach(async () => {
    leaver = newId();
    await inside((tx) => insertColleague(tx, { ...seat, id: leaver, name: 'Leaver', email: `${leaver}@example.com`, role: 'colleague' }));
  });

  const leaves = (tx: Tx) => leave(tx, later(1), eleni, { colleague: leaver, to: eleni });
  const gives = (tx: Tx) => givePromise(tx, later(1), leaver, { customer: maria, what: 'given while leaving', dueAt: later(3) });
  const accepts = (id: string) => (tx: Tx) => acceptPromise(tx, later(1), leaver, id);

  async function heldByLeaver(): Promise<number> {
    const all = await inside((tx) => readPromisesTo(tx, later(1), maria, undefined));
    return all.filter(({ state, owner, handedTo }) => state === 'open' && (owner.id === leaver || handedTo?.id === leaver)).length;
  }

  test('whoever leaves first accepts and gives nothing more', async () => {
    const id = await give(leaver);
    expect(refusalCodes(await both(leaves, accepts(id)))).toEqual(['access.forbidden']);
    expect(await read(id)).toMatchObject({ owner: { name: 'Eleni' }, handedTo: null });
  });

  test('nor is anything given', async () => {
    expect(refusalCodes(await both(leaves, gives))).toEqual(['access.forbidden']);
    expect(await heldByLeaver()).toBe(0);
  });

  test('what is accepted first goes on to whoever takes over', async () => {
    const id = await give(leaver);
    expect(refusalCodes(await both(accepts(id), leaves))).toEqual([]);
    expect(await read(id)).toMatchObject({ owner: { name: 'Eleni' }, handedTo: null });
    expect(await heldByLeaver()).toBe(0);
  });

  test('and so does what is given first', async () => {
    let id = '';
    const tries = await both(async (tx) => (id = await gives(tx)), leaves);
    expect(refusalCodes(tries)).toEqual([]);
    expect(await read(id)).toMatchObject({ owner: { name: 'Eleni' } });
  });
});
