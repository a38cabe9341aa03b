import { beforeEach, expect, test } from 'vitest';
import { cadence } from '#features/cadence/server/index.ts';
import { conversations } from '#features/conversations/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { givePromise, promises } from '#features/promises/server/index.ts';
import { purchases } from '#features/purchases/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { readLetters } from '#kit/server/mail/index.ts';
import { reminders } from './index.ts';
import { remindAfterRestore, remindWorkspace } from './round.ts';

const shop = openShop([people, conversations, purchases, promises, cadence, reminders]);
const round = () => remindWorkspace(shop.services, shop.workspace);
const kinds = async () =>
  (await shop.request<{ reminders: { kind: string; promise: { what: string } }[] }>('eleni', 'get', '/api/reminders')).body.reminders.map(
    ({ kind, promise }) => `${kind} ${promise.what}`,
  );
let maria = '';

beforeEach(async () => {
  maria = await shop.customer({ name: 'Maria' });
  await round();
});

const give = (what: string, dueAt: string) =>
  shop.inside((tx) => givePromise(tx, shop.now(), shop.eleni, { customer: maria, what, dueAt: Temporal.Instant.from(dueAt) }));

test('what became owed since the backup stands behind the bell, and goes out by no other way', async () => {
  await shop.request('eleni', 'patch', '/api/reminder-settings', { digest: true, digestHour: 8, minutesBefore: 0 });
  await give('call about the coffee', '2026-03-02T12:00:00Z');
  shop.at('2026-03-03T09:00:00Z');
  await shop.inside((tx) => remindAfterRestore(tx, shop.now()));
  await shop.inside((tx) => remindAfterRestore(tx, shop.now()));
  await round();
  expect(await kinds()).toEqual(['promise_due call about the coffee']);
  const letters = await shop.inside((tx) => readLetters(tx, shop.now().subtract({ hours: 48 })));
  expect(letters).toMatchObject({ waiting: 0, givenUp: [{ purpose: 'digest', failure: 'restored' }] });
});

test('a clock that was a day ahead makes nobody wait for what falls due meanwhile, and nothing is reminded of twice', async () => {
  await shop.request('eleni', 'patch', '/api/reminder-settings', { minutesBefore: 0 });
  await give('known to the wrong clock', '2026-03-02T20:00:00Z');
  shop.at('2026-03-03T08:00:00Z');
  await round();
  shop.at('2026-03-02T09:00:00Z');
  await round();
  await give('given under the right clock', '2026-03-02T12:00:00Z');
  shop.at('2026-03-02T12:01:00Z');
  await round();
  shop.at('2026-03-02T20:01:00Z');
  await round();
  expect((await kinds()).toSorted()).toEqual(['promise_due given under the right clock', 'promise_due known to the wrong clock']);
});
