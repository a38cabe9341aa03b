import { expect, test } from 'vitest';
import { conversations } from '#features/conversations/server/index.ts';
import { sortName } from '#features/people/domain/index.ts';
import { people } from '#features/people/server/index.ts';
import { promises } from '#features/promises/server/index.ts';
import { purchases } from '#features/purchases/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { newId } from '#kit/server/ids.ts';
import { customers } from '../index.ts';

const shop = openShop([people, conversations, purchases, promises, customers]);

type Done = { id: string; asked: number; changed: number };
type Record = { owner: { id: string }; deputy: { id: string } | null; language: string | null };

const change = async (body: object, as: 'eleni' | 'ann' = 'eleni') => await shop.request<Done>(as, 'post', '/api/customers/changes', body);
const undo = async (id: string, as: 'eleni' | 'ann' = 'eleni') => await shop.request(as, 'post', `/api/customers/changes/${id}/undone`);
const record = async (id: string) => (await shop.request<Record>('eleni', 'get', `/api/customers/${id}`)).body;
const tagsOf = async (id: string) =>
  (await shop.request<{ tags: { id: string; name: string }[] }>('eleni', 'get', `/api/customers/${id}/tags`)).body.tags;

test('many customers get another owner at once, and have the one before again when it is taken back', async () => {
  const [anna, boris] = [await shop.customer({ name: 'Anna' }), await shop.customer({ name: 'Boris', ownerId: shop.nikos })];
  const { id, asked, changed } = (await change({ which: { customers: [anna, boris] }, change: { ownerId: shop.nikos } })).body;
  expect({ asked, changed }).toEqual({ asked: 2, changed: 1 });
  expect((await record(anna)).owner.id).toBe(shop.nikos);
  expect((await undo(id)).body).toEqual({ restored: 1 });
  expect([(await record(anna)).owner.id, (await record(boris)).owner.id]).toEqual([shop.eleni, shop.nikos]);
});

test('who becomes the owner of those whom they stood in for is no deputy any more, and nobody stands in for themselves', async () => {
  const anna = await shop.customer({ name: 'Anna', deputyId: shop.nikos });
  await change({ which: { customers: [anna] }, change: { ownerId: shop.nikos } });
  expect(await record(anna)).toMatchObject({ owner: { id: shop.nikos }, deputy: null });
  const { changed } = (await change({ which: { customers: [anna] }, change: { deputyId: shop.nikos } })).body;
  expect([changed, (await record(anna)).deputy]).toEqual([0, null]);
});

test('everybody whom a list holds is tagged, and the tags go again when that is taken back', async () => {
  const [anna, boris] = [await shop.customer({ name: 'Anna', country: 'BG' }), await shop.customer({ name: 'Boris' })];
  const { id, asked } = (await change({ which: { list: { where: 'country.is=bg' } }, change: { giveTags: ['Export', 'vip'] } })).body;
  expect(asked).toBe(1);
  expect([(await tagsOf(anna)).map(({ name }) => name), await tagsOf(boris)]).toEqual([['Export', 'vip'], []]);
  await undo(id);
  expect(await tagsOf(anna)).toEqual([]);
});

test('tags that were taken come back, though nobody had them any more', async () => {
  const anna = await shop.customer({ name: 'Anna' });
  await change({ which: { customers: [anna] }, change: { giveTags: ['once'] } });
  const [tag] = await tagsOf(anna);
  const { id } = (await change({ which: { customers: [anna] }, change: { takeTags: [tag?.id] } })).body;
  expect(await tagsOf(anna)).toEqual([]);
  await undo(id);
  expect(await tagsOf(anna)).toEqual([tag]);
});

test('what a colleague changed since stays as they left it', async () => {
  const [anna, boris] = [await shop.customer({ name: 'Anna' }), await shop.customer({ name: 'Boris' })];
  const { id } = (await change({ which: { customers: [anna, boris] }, change: { language: 'bg' } })).body;
  await shop.request('nikos', 'patch', `/api/customers/${anna}`, { language: 'hy' });
  expect((await undo(id)).body).toEqual({ restored: 1 });
  expect([(await record(anna)).language, (await record(boris)).language]).toEqual(['hy', null]);
  expect(await undo(id)).toMatchObject({ status: 409, body: { code: 'bulk_change.already_undone' } });
});

test('in another language a name stands where that language sorts it, and where it stood once that is taken back', async () => {
  const anna = await shop.customer({ name: 'Anna', given: 'Anna', family: 'van Dyck', language: 'nl' });
  const sorted = async () =>
    await shop.inside(async (tx) => {
      const { rows } = await tx.client.query<{ sort_name: string }>(
        'select s.sort_name from customer_summary s join customer c on c.id = s.customer_id and c.sort_name = s.sort_name where s.customer_id = $1',
        [anna],
      );
      return rows[0]?.sort_name;
    });
  const before = await sorted();
  const { id } = (await change({ which: { customers: [anna] }, change: { language: 'el', formality: 'familiar' } })).body;
  const expected = sortName({ kind: 'person', name: 'Anna van Dyck', given: 'Anna', family: 'van Dyck', language: 'el' });
  expect([before === expected, await sorted()]).toEqual([false, expected]);
  await undo(id);
  expect(await sorted()).toBe(before);
});

test('a language without a code is refused', async () => {
  const anna = await shop.customer({ name: 'Anna' });
  expect(await change({ which: { customers: [anna] }, change: { language: 'Klingon!' } })).toMatchObject({
    status: 422,
    body: { code: 'customer.language_unknown' },
  });
});

test('a change that changes nothing, and an owner who is nobody, are refused', async () => {
  const anna = await shop.customer({ name: 'Anna' });
  const which = { customers: [anna] };
  expect(await change({ which, change: {} })).toMatchObject({ status: 422, body: { code: 'customers.nothing_to_change' } });
  expect(await change({ which, change: { ownerId: newId() } })).toMatchObject({ status: 422, body: { code: 'customer.owner_unknown' } });
});

test('another workspace changes none of ours and takes nothing back', async () => {
  const anna = await shop.customer({ name: 'Anna' });
  const { id } = (await change({ which: { customers: [anna] }, change: { language: 'bg' } })).body;
  expect((await change({ which: { customers: [anna] }, change: { language: 'fa' } }, 'ann')).body).toMatchObject({ changed: 0 });
  expect((await undo(id, 'ann')).status).toBe(404);
  expect((await record(anna)).language).toBe('bg');
});
