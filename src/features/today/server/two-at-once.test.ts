import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertColleague } from '#features/access/server/index.ts';
import { createCustomer, learnFacts, people, setGoals } from '#features/people/server/index.ts';
import { givePromise, keepPromise } from '#features/promises/server/index.ts';
import { makeWorkspace } from '#features/workspace/server/index.ts';
import { oneBeforeTheOther, refusals } from '#fixtures/testing/two-at-once.ts';
import { openDatabase, type Database, type Tx } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import { makeSummary } from '#kit/server/summary.ts';
import { useTestDatabase } from '#kit/server/testing/index.ts';
import { answerReasons, type AnswerTold } from './answers.ts';
import { changePlan, startDay } from './plan.ts';
import { readDaySaid } from './plan-store.ts';
import { today } from './index.ts';

const clone = useTestDatabase();
const now = Temporal.Instant.from('2026-03-02T08:00:00Z');
const day = Temporal.PlainDate.from('2026-03-02');
const workspace = newId();
const [eleni, nikos] = [newId(), newId()];
let database: Database;

// Several connections and real commits, as two browsers have them.
beforeAll(async () => {
  const summary = makeSummary([people, today].flatMap((feature) => feature.summary ?? []));
  database = openDatabase(clone.applicationUrl, {
    refreshTouched: async (tx, customers, newcomers) => await summary.refreshTouched(tx, day, customers, newcomers),
  });
  await database.transaction({ workspace }, async (tx) => {
    await makeWorkspace(tx, now, { name: 'Kafeneio', language: 'el', currency: 'EUR', timeZone: 'Europe/Athens' });
    const seat = { account_id: null, language: 'el', calendar: 'gregorian', digits: 'latin' } as const;
    await insertColleague(tx, { ...seat, id: eleni, name: 'Eleni', email: 'eleni@example.com', role: 'owner' });
    await insertColleague(tx, { ...seat, id: nikos, name: 'Nikos', email: 'nikos@example.com', role: 'colleague' });
  });
});

afterAll(async () => {
  await database.transaction(
    { workspace },
    async (tx) =>
      await tx.client.query(
        'delete from day_plan; delete from attention; delete from customer; delete from colleague; delete from workspace',
      ),
  );
  await database.close();
});

const inside = <T>(run: Parameters<typeof database.transaction<T>>[1]) => database.transaction<T>({ workspace }, run);

/** A customer whose circumstances changed after they told us what they want: a reason to talk. */
async function changed(name: string): Promise<{ customer: string; reasons: { kind: string; occasion: string }[] }> {
  return await inside(async (tx) => {
    const customer = await createCustomer(tx, now, eleni, { kind: 'person', name });
    await setGoals(tx, [{ now: now.subtract({ hours: 2 }), colleague: eleni, customer, told: { wish: 'open a second café' } }]);
    const at = now.subtract({ hours: 1 });
    const [fact] = await learnFacts(tx, at, eleni, customer, [{ kind: 'circumstance', text: 'moved to Patras' }]);
    return { customer, reasons: [{ kind: 'people.circumstance_changed', occasion: `${fact?.id ?? ''}/${at.toString()}` }] };
  });
}

test('of two colleagues who answer the same reason at once one does, and the other learns who did and what', async () => {
  const { customer, reasons } = await changed('Maria');
  const puttingOff = { customer, by: eleni, told: { answer: 'snoozed', reasons, untilOn: day.add({ days: 3 }) } } as const;
  expect(await answeredAtOnce(puttingOff, { customer, by: nikos, told: { answer: 'declined', reasons, why: 'knows it' } })).toEqual([
    { code: 'reason.already_snoozed', values: { name: 'Eleni' } },
  ]);
  const other = await changed('Dora');
  const declining = { customer: other.customer, by: nikos, told: { answer: 'declined', reasons: other.reasons, why: 'knows it' } } as const;
  expect(
    await answeredAtOnce(declining, { ...puttingOff, customer: other.customer, told: { ...puttingOff.told, reasons: other.reasons } }),
  ).toEqual([{ code: 'reason.already_declined', values: { name: 'Nikos' } }]);
});

type Answer = { readonly customer: string; readonly by: string; readonly told: AnswerTold };

async function answeredAtOnce(first: Answer, second: Answer) {
  const answer =
    ({ customer, by, told }: Answer) =>
    (tx: Tx) =>
      answerReasons(tx, now, by, customer, told);
  return refusals(await oneBeforeTheOther(database, workspace, answer(first), answer(second)));
}

test('a promise that is kept while a colleague keeps it too is kept once, and nothing of the list stands twice', async () => {
  const customer = await inside((tx) => createCustomer(tx, now, eleni, { kind: 'person', name: 'Dora' }));
  const promise = await inside((tx) =>
    givePromise(tx, now, eleni, { customer, what: 'call', dueAt: Temporal.Instant.from('2026-03-02T15:00:00Z') }),
  );
  const keep = (by: string) => (tx: Tx) => keepPromise(tx, now.add({ minutes: 1 }), by, promise);
  const tries = await oneBeforeTheOther(database, workspace, keep(eleni), keep(nikos));
  expect(refusals(tries)).toMatchObject([{ code: 'promise.already_kept', values: { name: 'Eleni' } }]);
  const left = await inside((tx) => tx.client.query('select from attention where customer_id = $1', [customer]));
  expect(left.rowCount).toBe(0);
});

test('a day that is begun on two screens at once, and changed on a third, is begun once and loses nothing', async () => {
  const { customer } = await changed('Petros');
  await Promise.all([
    inside((tx) => startDay(tx, now, eleni)),
    inside((tx) => changePlan(tx, now, eleni, { minutes: 45 })),
    inside((tx) => startDay(tx, now.add({ minutes: 1 }), eleni)),
  ]);
  const said = await inside((tx) => readDaySaid(tx, { colleague: eleni, day }));
  expect(said.minutes).toBe(45);
  expect(said.startedAt).not.toBeNull();
  expect(said.first).toContain(customer);
});
