import { afterAll, beforeAll, expect, test } from 'vitest';
import { may } from '#features/access/domain/index.ts';
import { insertColleague } from '#features/access/server/index.ts';
import { createCustomer } from '#features/people/server/index.ts';
import { makeWorkspace } from '#features/workspace/server/index.ts';
import { openDatabase, type Database } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { makeLimits, makeRouter } from '#kit/server/http/index.ts';
import { newId } from '#kit/server/ids.ts';
import { endScreens, makeLive } from '#kit/server/live.ts';
import type { Services } from '#kit/server/services.ts';
import { bareServices, forgetToAskForTheWorkspace, testConfig, useTestDatabase } from '#kit/server/testing/index.ts';
import { features } from './features.ts';
import { merge, refreshTouched, summary } from './services.ts';

const clone = useTestDatabase();
const now = Temporal.Instant.from('2026-03-02T08:00:00Z');
const seats = {
  eleni: { workspace: newId(), colleague: newId() },
  ann: { workspace: newId(), colleague: newId() },
};
let database: Database;
let services: Services;
let api: ReturnType<typeof makeRouter>;

// Real commits, and two processes that know of each other only through the database.
beforeAll(async () => {
  database = openDatabase(clone.applicationUrl, { refreshTouched: refreshTouched(() => now) });
  for (const [name, { workspace, colleague }] of Object.entries(seats))
    await database.transaction({ workspace }, async (tx) => {
      await makeWorkspace(tx, now, { name, language: 'en', currency: 'EUR', timeZone: 'Europe/Athens' });
      const seat = { account_id: null, language: 'en', calendar: 'gregorian', digits: 'latin' } as const;
      await insertColleague(tx, { ...seat, id: colleague, name, email: `${name}@example.com`, role: 'owner' });
    });
  const config = testConfig('/tmp/unused');
  const listening = openDatabase(clone.applicationUrl);
  services = bareServices({ config, database, summary, merge, live: makeLive(listening), clock: () => now });
  api = makeRouter({
    handlers: features.flatMap((feature) => feature.handlers ?? []),
    services,
    limits: makeLimits({ signedOutChanges: 1000, any: 100_000 }),
    may,
    identify: async (headers) => {
      const seat = Object.entries(seats).find(([name]) => name === headers.get('x-as'))?.[1];
      const who = seat && { ...seat, role: 'owner' as const, language: 'en' as const, timeZone: 'Europe/Athens' };
      return seat && { account: { id: seat.colleague, name: '', email: '' }, session: null, who };
    },
  });
});

afterAll(async () => {
  await services.live.close();
  for (const { workspace } of Object.values(seats))
    await database.transaction({ workspace }, async (tx) => {
      await tx.client.query('delete from customer_summary; delete from customer; delete from colleague; delete from workspace');
    });
  await database.close();
});

/** What somebody's screen has heard so far. */
async function open(as: string): Promise<{ heard: () => unknown[]; close: () => Promise<void>; ended: Promise<void> }> {
  const answer = await api.request('/api/live', { headers: { 'x-as': as } });
  expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const ended = (async () => {
    for (;;) {
      const read = await reader?.read();
      if (!read || read.done) return;
      text += read.value;
    }
  })();
  return {
    heard: () => [...text.matchAll(/^event: news\ndata: (.*)$/gm)].map((found) => JSON.parse(found[1] ?? '') as unknown),
    close: async () => await reader?.cancel(),
    ended,
  };
}

const write = async (who: keyof typeof seats, name: string) =>
  await database.transaction({ workspace: seats[who].workspace }, (tx) =>
    createCustomer(tx, now, seats[who].colleague, { kind: 'person', name }),
  );

// A machine that is busy with other things may be late for once.
const patient = { retry: 3 };

test('what is written is heard on every screen of the workspace within a second, and on none of another', patient, hearOwnAlone);

test('and on none of another when the application forgets to ask for its own workspace', patient, async () => {
  const asked = forgetToAskForTheWorkspace();
  try {
    await hearOwnAlone();
  } finally {
    asked.stop();
  }
  expect(asked.changed()).toBeGreaterThan(0);
});

async function hearOwnAlone(): Promise<void> {
  const [first, second, stranger] = [await open('eleni'), await open('eleni'), await open('ann')];
  const before = performance.now();
  const customer = await write('eleni', 'Maria');
  const told = { kind: 'customer.made', customer, colleague: seats.eleni.colleague };
  await expect.poll(first.heard, { interval: 5 }).toContainEqual(told);
  expect(performance.now() - before).toBeLessThan(1000);
  await expect.poll(second.heard).toContainEqual(told);
  // What Ann hears of her own comes after what she must not hear.
  const hers = await write('ann', 'Kate');
  await expect.poll(stranger.heard).toMatchObject([{ customer: hers }]);
  expect(JSON.stringify(stranger.heard())).not.toContain(customer);
  for (const screen of [first, second, stranger]) await screen.close();
}

test('who is not signed in hears nothing at all', async () => {
  expect((await api.request('/api/live')).status).toBe(401);
});

test('what was rolled back never happened, a look is no news, and very much at once is told as one', async () => {
  const screen = await open('eleni');
  const { workspace, colleague } = seats.eleni;
  const failed = database.transaction({ workspace }, async (tx) => {
    await createCustomer(tx, now, colleague, { kind: 'person', name: 'Nobody' });
    throw new Error('changed my mind');
  });
  await expect(failed).rejects.toThrow('changed my mind');
  await database.transaction({ workspace }, (tx) => recordEvent(tx, now, { kind: 'fact.looked_at', colleague, isLook: true }));
  await database.transaction({ workspace }, async (tx) => {
    for (let count = 0; count < 30; count++) await createCustomer(tx, now, colleague, { kind: 'person', name: `Customer ${count}` });
  });
  await expect.poll(screen.heard).toEqual([{ kind: 'many', customer: null, colleague: null }]);
  await screen.close();
});

test('a colleague who leaves hears nothing more at once, however much the transaction told', patient, async () => {
  const [left, stays] = [await open('eleni'), await open('ann')];
  const { workspace, colleague } = seats.eleni;
  await database.transaction({ workspace }, async (tx) => {
    for (let count = 0; count < 30; count++) await createCustomer(tx, now, colleague, { kind: 'person', name: `Customer ${count}` });
    endScreens(tx, colleague);
  });
  await expect(left.ended).resolves.toBeUndefined();
  const hers = await write('ann', 'Zoe');
  await expect.poll(stays.heard).toMatchObject([{ customer: hers }]);
  await stays.close();
});

test('when the server stops, the stream ends', async () => {
  const screen = await open('eleni');
  await services.live.close();
  await expect(screen.ended).resolves.toBeUndefined();
});
