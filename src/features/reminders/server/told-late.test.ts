import { expect, test } from 'vitest';
import { conversations } from '#features/conversations/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { givePromise, promises } from '#features/promises/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { reminders } from './index.ts';
import { remindWorkspace } from './round.ts';

const shop = openShop([people, conversations, promises, reminders]);

test('a promise kept in time without a connection is kept in time, though Tend has reminded of it before that is told', async () => {
  const maria = await shop.customer({ name: 'Maria' });
  await remindWorkspace(shop.services, shop.workspace);
  const dueAt = Temporal.Instant.from('2026-03-02T11:00:00Z');
  const id = await shop.inside((tx) => givePromise(tx, shop.now(), shop.eleni, { customer: maria, what: 'Send the invoice', dueAt }));
  shop.at('2026-03-02T11:00:20Z');
  await remindWorkspace(shop.services, shop.workspace);
  shop.at('2026-03-02T13:00:00Z');
  const { body } = await shop.request('eleni', 'post', `/api/promises/${id}/kept`, undefined, {
    'x-tend-waited': String(3 * 3_600_000),
  });
  expect(body).toMatchObject({ state: 'kept', endedAt: '2026-03-02T10:00:00Z', missed: false });
  expect(body['events']).toMatchObject([
    { kind: 'given' },
    { kind: 'reminded', at: '2026-03-02T11:00:20Z', colleague: null },
    { kind: 'kept' },
  ]);
  const reliability = await shop.request('eleni', 'get', '/api/promises/reliability');
  expect(reliability.body).toMatchObject({ workspace: { kept: 1, missed: 0 } });
});
