import { beforeEach, expect, test } from 'vitest';
import { insertColleague } from '#features/access/server/index.ts';
import { conversations } from '#features/conversations/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { newId } from '#kit/server/ids.ts';
import { givePromise, handOverPromise, promises, readPromisesTo, readReliability } from './index.ts';

const shop = openShop([people, conversations, promises]);
const petros = newId();
const at = (moment: string) => Temporal.Instant.from(moment);
let maria: string;

beforeEach(async () => {
  const seat = { account_id: null, email: 'petros@example.com', language: 'el', calendar: 'gregorian', digits: 'latin' } as const;
  await shop.inside((tx) => insertColleague(tx, { id: petros, name: 'Petros', role: 'colleague', ...seat }));
  maria = await shop.customer({ name: 'Maria', ownerId: shop.nikos });
});

const give = async (what: string, dueAt: string, giver = shop.nikos) =>
  await shop.inside((tx) => givePromise(tx, shop.now(), giver, { customer: maria, what, dueAt: at(dueAt) }));
const leaves = async (who: string, toId: string, as: 'eleni' | 'nikos' = 'eleni') =>
  await shop.request(as, 'post', `/api/colleagues/${who}/left`, { toId });
const open = async () =>
  Object.fromEntries(
    (await shop.inside((tx) => readPromisesTo(tx, shop.now(), maria, undefined))).map(({ what, owner, handedTo }) => [
      what,
      [owner.name, handedTo?.name ?? null],
    ]),
  );

test('all that hangs on a colleague who leaves goes to another, and nothing is left without somebody', async () => {
  const asking = (id: string, from: string, to: string) =>
    shop.inside((tx) => handOverPromise(tx, shop.now(), { id: from, mayActForColleagues: false }, id, to));
  await give('theirs', '2026-03-06T15:00:00Z');
  await asking(await give('theirs, asked of another', '2026-03-06T15:00:00Z'), shop.nikos, shop.eleni);
  await asking(await give('asked of them', '2026-03-06T15:00:00Z', shop.eleni), shop.eleni, shop.nikos);
  await give('of another', '2026-03-06T15:00:00Z', shop.eleni);
  expect((await shop.request('eleni', 'get', '/api/colleagues/held')).body['colleagues']).toContainEqual({
    id: shop.nikos,
    name: 'Nikos',
    leftAt: null,
    mayLeave: true,
    mayTakeOver: true,
    owned: 1,
    deputized: 0,
    promises: 2,
    asked: 1,
  });
  expect(await leaves(shop.nikos, petros)).toEqual({ status: 200, body: { owned: 1, deputized: 0, promises: 2, asked: 1 } });
  expect(await open()).toEqual({
    theirs: ['Petros', null],
    'theirs, asked of another': ['Petros', null],
    'asked of them': ['Eleni', null],
    'of another': ['Eleni', null],
  });
  expect((await shop.request('eleni', 'get', `/api/customers/${maria}`)).body).toMatchObject({ owner: { name: 'Petros' } });
  const { rows } = await shop.inside((tx) =>
    tx.client.query<{ count: number }>('select count(*)::int as count from promise where owner_id = $1 and ended_at is null', [shop.nikos]),
  );
  expect(rows).toEqual([{ count: 0 }]);
});

test('who has left is asked and given nothing any more, until they are let in again', async () => {
  const id = await give('theirs', '2026-03-06T15:00:00Z');
  await leaves(shop.nikos, petros);
  const { body } = await shop.request('eleni', 'get', '/api/colleagues/held');
  expect(body['colleagues']).toContainEqual(expect.objectContaining({ name: 'Nikos', leftAt: '2026-03-02T08:00:00Z', mayLeave: false }));
  expect(await shop.request('eleni', 'post', `/api/promises/${id}/handed-over`, { toId: shop.nikos })).toMatchObject({
    status: 422,
    body: { code: 'promise_hand_over.to_unknown', field: 'toId' },
  });
  expect(await leaves(shop.nikos, petros)).toMatchObject({ status: 422, body: { code: 'hand_over.from_unknown' } });
  expect(await leaves(petros, shop.nikos)).toMatchObject({ status: 422, body: { code: 'hand_over.to_unknown' } });
  expect((await shop.request('eleni', 'delete', `/api/colleagues/${shop.nikos}/left`)).status).toBe(204);
  expect(await shop.request('eleni', 'delete', `/api/colleagues/${shop.nikos}/left`)).toMatchObject({
    body: { code: 'access.not_suspended' },
  });
  expect(await shop.request('eleni', 'post', `/api/promises/${id}/handed-over`, { toId: shop.nikos })).toMatchObject({ status: 200 });
  expect(await open()).toEqual({ theirs: ['Petros', 'Nikos'] });
});

test('what was missed before they left counts for them, and what comes due later for who took it over', async () => {
  await give('late already', '2026-03-03T15:00:00Z');
  await give('still to come', '2026-03-06T15:00:00Z');
  shop.at('2026-03-04T08:00:00Z');
  await leaves(shop.nikos, petros);
  shop.at('2026-03-09T08:00:00Z');
  const { colleagues } = await shop.inside((tx) => readReliability(tx, shop.now(), { span: 'month' }));
  expect(Object.fromEntries(colleagues.map(({ colleague, reliability }) => [colleague.name, reliability.missed]))).toEqual({
    Nikos: 1,
    Petros: 1,
  });
});

test('nobody lets themselves out, and only the owner lets out others', async () => {
  expect(await leaves(shop.eleni, shop.nikos)).toMatchObject({ status: 422, body: { code: 'access.suspend_self' } });
  expect((await leaves(shop.nikos, petros, 'nikos')).status).toBe(403);
  expect(await leaves(shop.nikos, shop.nikos)).toMatchObject({ body: { code: 'hand_over.to_same', field: 'toId' } });
});
