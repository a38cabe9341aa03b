import { beforeEach, expect, test } from 'vitest';
import { conversations } from '#features/conversations/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { givePromise, promises, readPromisesTo } from './index.ts';

const shop = openShop([people, conversations, promises]);
const hour = 3_600_000;
let maria: string;

beforeEach(async () => {
  maria = await shop.customer({ name: 'Maria' });
});

/** As a device sends what its colleague did without a connection. */
const send = (path: string, waited: number | string, body?: unknown, more: Record<string, string> = {}) =>
  shop.request('eleni', 'post', path, body, { 'x-tend-waited': String(waited), ...more });

const promised = (what: string) =>
  shop.inside((tx) => givePromise(tx, shop.now(), shop.eleni, { customer: maria, what, dueAt: shop.now().add({ hours: 2 }) }));

test('a promise kept in time without a connection is kept in time, however late that is told', async () => {
  const [kept, late] = [await promised('Send the invoice'), await promised('Look for a gasket')];
  shop.at('2026-03-02T13:00:00Z');
  expect((await send(`/api/promises/${kept}/kept`, 4 * hour)).body).toMatchObject({ state: 'kept', endedAt: '2026-03-02T09:00:00Z' });
  expect((await send(`/api/promises/${late}/kept`, 0)).body).toMatchObject({ state: 'kept_late' });
});

test('a promise cannot have been kept before what happened to it last', async () => {
  const id = await promised('Send the invoice');
  shop.at('2026-03-02T09:00:00Z');
  await shop.request('eleni', 'post', `/api/promises/${id}/time-asked`, { dueAt: '2026-03-03T09:00:00Z' });
  shop.at('2026-03-02T12:00:00Z');
  expect((await send(`/api/promises/${id}/kept`, 99 * hour)).body).toMatchObject({ state: 'kept', endedAt: '2026-03-02T09:00:00Z' });
});

test('a call counts from when it was, with a promise and without; a span that is none counts from now', async () => {
  const path = `/api/customers/${maria}/touchpoints`;
  const call = { kind: 'call', summary: 'the gasket fits' };
  shop.at('2026-03-02T12:00:00Z');
  expect((await send(path, 3 * hour, call)).body).toMatchObject({ at: '2026-03-02T09:00:00Z' });
  await send(`${path}/with-promises`, hour, { touchpoint: call, promises: [{ what: 'Send it', dueAt: '2026-03-03T09:00:00Z' }] });
  for (const waited of ['-5', '1e99', 'yesterday'])
    expect((await send(path, waited, call)).body).toMatchObject({ at: '2026-03-02T12:00:00Z' });
  const { body } = await shop.request<{ touchpoints: { at: string }[] }>('eleni', 'get', path);
  expect(
    body.touchpoints
      .map(({ at }) => at)
      .toSorted()
      .slice(0, 2),
  ).toEqual(['2026-03-02T09:00:00Z', '2026-03-02T11:00:00Z']);
  expect(await shop.inside((tx) => readPromisesTo(tx, shop.now(), maria, undefined))).toHaveLength(1);
});

test('what was promised without a connection is judged by when it was said, though its moment has passed until it is sent', async () => {
  shop.at('2026-03-02T12:00:00Z');
  const [dueAt, path] = ['2026-03-02T10:00:00Z', `/api/customers/${maria}`];
  const given = await send(`${path}/promises`, 3 * hour, { what: 'Call back', dueAt, toId: shop.nikos });
  expect(given).toMatchObject({ status: 200, body: { givenAt: '2026-03-02T09:00:00Z', overdue: true, owner: { name: 'Eleni' } } });
  // Nobody was asked before it arrived.
  expect(given.body).toMatchObject({ handedTo: { name: 'Nikos' }, handedAt: '2026-03-02T12:00:00Z' });
  const call = { touchpoint: { kind: 'call', summary: 'the gasket fits' }, promises: [{ what: 'Send it', dueAt }] };
  expect((await send(`${path}/touchpoints/with-promises`, 3 * hour, call)).status).toBe(200);
  expect((await send(`${path}/promises`, hour, { what: 'Too late', dueAt })).body).toMatchObject({
    code: 'promise.due_in_past',
    field: 'dueAt',
  });
  const { rows } = await shop.inside((tx) =>
    tx.client.query("select distinct happened_at::text as at from event where kind in ('promise.given', 'promise.handed_over')"),
  );
  // The log has the moment of arrival.
  expect(rows).toEqual([{ at: '2026-03-02 12:00:00+00' }]);
});

test('what waited is taken from whoever did it, and from nobody else who is signed in there now', async () => {
  const id = await promised('Send the invoice');
  const refused = await send(`/api/promises/${id}/kept`, hour, undefined, { 'x-tend-colleague': shop.nikos });
  expect(refused.body).toMatchObject({ code: 'session.another' });
  expect((await send(`/api/promises/${id}/kept`, hour, undefined, { 'x-tend-colleague': shop.eleni })).status).toBe(200);
});
