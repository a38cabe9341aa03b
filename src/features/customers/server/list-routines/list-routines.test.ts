import { expect, test } from 'vitest';
import { cadence } from '#features/cadence/server/index.ts';
import { conversations } from '#features/conversations/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { promises } from '#features/promises/server/index.ts';
import { purchases } from '#features/purchases/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { customers } from '../index.ts';

const shop = openShop([people, conversations, purchases, promises, cadence, customers]);

const keep = async (name: string, where: string, as: 'eleni' | 'nikos' = 'eleni') =>
  (await shop.request<{ id: string }>(as, 'post', '/api/views', { name, shared: false, state: { where } })).body.id;
const make = (view: string, as: 'eleni' | 'nikos' | 'ann' = 'eleni') =>
  shop.request(as, 'post', `/api/views/${view}/routine`, {
    everyDays: 20,
    latestDays: 25,
    channel: 'call',
    purpose: 'ask about the summer',
  });
const night = () => shop.inside((tx) => shop.summary.refresh(tx, { day: shop.today(), customers: 'all' }));
const listOf = async (customer: string) => {
  const { body } = await shop.request<{ routine: { target: { kind: string; name: string | null } } | null }>(
    'eleni',
    'get',
    `/api/customers/${customer}/cadence`,
  );
  return body.routine?.target.name ?? null;
};

test('whoever is on a saved list follows its routine, from the moment they come onto it until they leave it', async () => {
  const [athens, patras] = [await shop.customer({ name: 'Maria', country: 'GR' }), await shop.customer({ name: 'Ivan', country: 'BG' })];
  const view = await keep('Greeks', 'country.is=GR');
  expect(await make(view)).toMatchObject({ status: 200 });
  await night();
  expect([await listOf(athens), await listOf(patras)]).toEqual(['Greeks', null]);

  await shop.request('eleni', 'patch', `/api/customers/${patras}`, { country: 'GR' });
  await shop.request('eleni', 'patch', `/api/customers/${athens}`, { country: 'BG' });
  expect([await listOf(athens), await listOf(patras)]).toEqual([null, 'Greeks']);

  await shop.request('eleni', 'patch', `/api/views/${view}`, { name: 'Bulgarians', state: { where: 'country.is=BG' } });
  await night();
  expect([await listOf(athens), await listOf(patras)]).toEqual(['Bulgarians', null]);

  await shop.request('eleni', 'delete', `/api/views/${view}`);
  await night();
  expect([await listOf(athens), await listOf(patras)]).toEqual([null, null]);
});

test('a list has one routine, which is made by whoever may for many, for a list that they see', async () => {
  const view = await keep('Greeks', 'country.is=GR');
  expect(await make(await keep('Of Nikos', 'country.is=RS', 'nikos'))).toMatchObject({ body: { code: 'saved_view.not_found' } });
  expect(await make(view, 'ann')).toMatchObject({ status: 404 });
  expect(await make(await keep('Mine', 'country.is=BG', 'nikos'), 'nikos')).toMatchObject({ body: { code: 'access.forbidden' } });
  expect(await make(view)).toMatchObject({ status: 200 });
  expect(await make(view)).toMatchObject({ status: 409, body: { code: 'routine.already_there' } });
});
