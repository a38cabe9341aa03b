import { expect, test } from 'vitest';
import { conversations } from '#features/conversations/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { promises } from '#features/promises/server/index.ts';
import { purchases } from '#features/purchases/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { customers } from '../index.ts';

const shop = openShop([people, conversations, purchases, promises, customers]);

type View = { id: string; name: string; mine: boolean; shared: boolean; madeBy: string; state: { where?: string } };
type Somebody = 'eleni' | 'nikos' | 'ann';

const save = async (body: object, as: Somebody = 'eleni') =>
  await shop.request<View>(as, 'post', '/api/views', { shared: false, state: {}, ...body });
const seenBy = async (as: Somebody) => (await shop.request<{ views: View[] }>(as, 'get', '/api/views')).body.views;

test('a list kept under a name is there again, with its conditions, order and columns', async () => {
  const state = { sort: '-value', where: 'last_contact.until=-60d', columns: 'name,value:120' };
  await save({ name: ' Quiet  ones ', state });
  expect(await seenBy('eleni')).toMatchObject([{ name: 'Quiet ones', mine: true, shared: false, state }]);
});

test('others see what is shared, and may not change it', async () => {
  await save({ name: 'Mine' });
  const shared = (await save({ name: 'Ours', shared: true })).body;
  expect(await seenBy('nikos')).toMatchObject([{ name: 'Ours', mine: false }]);
  expect((await shop.request('nikos', 'patch', `/api/views/${shared.id}`, { name: 'Theirs' })).status).toBe(404);
  expect((await shop.request('nikos', 'delete', `/api/views/${shared.id}`)).status).toBe(404);
  expect(await seenBy('ann')).toEqual([]);
});

test('a list is renamed, shared and forgotten by whom it is', async () => {
  const { id } = (await save({ name: 'Old' })).body;
  await shop.request('eleni', 'patch', `/api/views/${id}`, { name: 'New', shared: true });
  expect(await seenBy('nikos')).toMatchObject([{ name: 'New' }]);
  await shop.request('eleni', 'delete', `/api/views/${id}`);
  expect(await seenBy('eleni')).toEqual([]);
});

test('a name twice, no name, and conditions that cannot be asked are refused', async () => {
  await save({ name: 'Quiet' });
  expect(await save({ name: 'Quiet' })).toMatchObject({ status: 422, body: { code: 'saved_view.name_taken', field: 'name' } });
  expect(await save({ name: '  ' })).toMatchObject({ status: 422, body: { code: 'saved_view.name_missing' } });
  expect(await save({ name: 'Odd', state: { where: 'shoe.is=4' } })).toMatchObject({
    status: 422,
    body: { code: 'customers.field_unknown' },
  });
  // Kept, it would break the night's round of every list with a routine.
  expect((await save({ name: 'Odd', state: { owner: 'Γεωργία' } })).status).toBe(422);
  expect((await save({ name: 'Quiet' }, 'nikos')).status).toBe(200);
});
