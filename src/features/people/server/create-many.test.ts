import { expect, test } from 'vitest';
import { openShop } from '#fixtures/open-shop.ts';
import { newId } from '#kit/server/ids.ts';
import { people } from './index.ts';

const shop = openShop([people]);

const make = async (customers: object[], as: 'eleni' | 'ann' = 'eleni') =>
  await shop.request(as, 'post', '/api/customers/many', { customers });

test('those who can be made are, and of each of the others it is said what is wrong', async () => {
  await shop.customer({ name: 'Known', externalId: '17850' });
  const { status, body } = await make([
    { kind: 'person', given: 'Maria', family: 'Georgiou', email: 'maria@example.org' },
    { kind: 'person', name: '  ' },
    { kind: 'person', name: 'Twin', externalId: '17850' },
    { kind: 'person', name: 'Lost', ownerId: newId() },
    { kind: 'organization', name: 'Orphan', parentId: newId() },
    { kind: 'organization', name: 'Last', ownerId: shop.nikos },
  ]);
  expect([status, body]).toMatchObject([
    200,
    {
      made: [{ place: 0 }, { place: 5 }],
      refused: [
        { place: 1, code: 'customer.name_missing', field: 'name' },
        { place: 2, code: 'customer.external_id_taken', field: 'externalId' },
        { place: 3, code: 'customer.owner_unknown', field: 'ownerId' },
        { place: 4, code: 'customer.parent_unknown', field: 'parentId' },
      ],
    },
  ]);
  const { made } = body as { made: { id: string }[] };
  expect((await shop.request('eleni', 'get', `/api/customers/${made[0]?.id}`)).body).toMatchObject({
    name: 'Maria Georgiou',
    email: 'maria@example.org',
    owner: { id: shop.eleni },
  });
});

test('a number told twice is one customer, the first', async () => {
  const { body } = await make([
    { kind: 'person', name: 'One', externalId: '7' },
    { kind: 'person', name: 'Two', externalId: '7' },
  ]);
  expect(body).toMatchObject({ made: [{ place: 0 }], refused: [{ place: 1, code: 'customer.external_id_taken' }] });
});
