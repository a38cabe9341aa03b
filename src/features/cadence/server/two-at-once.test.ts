import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertColleague } from '#features/access/server/index.ts';
import { createCustomer } from '#features/people/server/index.ts';
import { makeWorkspace } from '#features/workspace/server/index.ts';
import { refusalCodes } from '#fixtures/testing/two-at-once.ts';
import { openDatabase, type Database } from '#kit/server/db/index.ts';
import { newId } from '#kit/server/ids.ts';
import { useTestDatabase } from '#kit/server/testing/index.ts';
import { makeRoutine, noteAbsence } from './index.ts';

const clone = useTestDatabase();
const now = Temporal.Instant.from('2026-03-02T08:00:00Z');
const workspace = newId();
const eleni = newId();
const who = { colleague: eleni, role: 'owner' } as const;
let database: Database;
let maria: string;

// Several connections and real commits, as two browsers have them.
beforeAll(async () => {
  database = openDatabase(clone.applicationUrl);
  await database.transaction({ workspace }, async (tx) => {
    await makeWorkspace(tx, now, { name: 'Kafeneio', language: 'el', currency: 'EUR', timeZone: 'Europe/Athens' });
    const seat = { account_id: null, language: 'el', calendar: 'gregorian', digits: 'latin', role: 'owner' } as const;
    await insertColleague(tx, { ...seat, id: eleni, name: 'Eleni', email: 'eleni@example.com' });
    maria = await createCustomer(tx, now, eleni, { kind: 'person', name: 'Maria' });
  });
});

afterAll(async () => {
  await database.transaction(
    { workspace },
    async (tx) =>
      await tx.client.query('delete from absence; delete from routine; delete from customer; delete from colleague; delete from workspace'),
  );
  await database.close();
});

test('of colleagues who make a routine for the same customer at once, one does and the others learn that it is there', async () => {
  const told = { everyDays: 30, channel: 'call', purpose: 'to talk' } as const;
  const make = () => database.transaction({ workspace }, (tx) => makeRoutine(tx, now, who, { kind: 'customer', id: maria }, told));
  expect(refusalCodes(await Promise.allSettled([make(), make(), make()]))).toEqual(Array(2).fill('routine.already_there'));
});

test('of absences that overlap and are written down at once, one is', async () => {
  const day = (iso: string) => Temporal.PlainDate.from(iso);
  const note = (fromOn: string) =>
    database.transaction({ workspace }, (tx) =>
      noteAbsence(tx, now, who, { colleague: eleni, fromOn: day(fromOn), untilOn: day('2026-04-20'), standIn: null }),
    );
  expect(refusalCodes(await Promise.allSettled([note('2026-04-01'), note('2026-04-05'), note('2026-04-10')]))).toEqual(
    Array(2).fill('absence.overlaps'),
  );
});
