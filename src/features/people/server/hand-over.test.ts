import { expect, test } from 'vitest';
import { insertColleague } from '#features/access/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { newId } from '#kit/server/ids.ts';
import { people } from './index.ts';

const shop = openShop([people]);
const petros = newId();

async function carePairs() {
  return await shop.inside(async (tx) => {
    const { rows } = await tx.client.query<{ name: string; owner_id: string; deputy_id: string | null }>(
      `select c.name, c.owner_id, c.deputy_id from customer c
       join customer_summary s on s.customer_id = c.id and (s.owner_id, s.deputy_id) is not distinct from (c.owner_id, c.deputy_id) order by c.name`,
    );
    const names = new Map([
      [shop.eleni, 'Eleni'],
      [shop.nikos, 'Nikos'],
      [petros, 'Petros'],
    ]);
    return rows.map((row) => [row.name, names.get(row.owner_id), row.deputy_id && names.get(row.deputy_id)]);
  });
}

test('everybody whom a colleague answers or stands in for goes to another, nobody has one colleague twice, and the lists know it', async () => {
  await shop.inside((tx) =>
    insertColleague(tx, {
      id: petros,
      account_id: null,
      name: 'Petros',
      email: 'petros@example.com',
      role: 'colleague',
      language: 'el',
      calendar: 'gregorian',
      digits: 'latin',
    }),
  );
  for (const [name, ownerId, deputyId] of [
    ['1 owned alone', shop.nikos, null],
    ['2 owned, the receiver stands in', shop.nikos, petros],
    ['3 owned, another stands in', shop.nikos, shop.eleni],
    ['4 the receiver owns', petros, shop.nikos],
    ['5 another owns', shop.eleni, shop.nikos],
    ['6 not touched', shop.eleni, petros],
  ] as const) {
    await shop.customer({ name, ownerId, deputyId });
  }
  const care = async () =>
    ((await shop.request('nikos', 'get', '/api/colleagues/care')).body['colleagues'] as { name: string }[]).toSorted((a, b) =>
      a.name.localeCompare(b.name),
    );
  expect(await care()).toMatchObject([
    { name: 'Eleni', owned: 2, deputized: 1 },
    { name: 'Nikos', owned: 3, deputized: 2 },
    { name: 'Petros', owned: 1, deputized: 2 },
  ]);
  expect(await shop.request('eleni', 'post', `/api/colleagues/${shop.nikos}/hand-over`, { toId: petros })).toEqual({
    status: 200,
    body: { owned: 3, deputized: 2 },
  });
  expect(await carePairs()).toEqual([
    ['1 owned alone', 'Petros', null],
    ['2 owned, the receiver stands in', 'Petros', 'Eleni'],
    ['3 owned, another stands in', 'Petros', 'Eleni'],
    ['4 the receiver owns', 'Petros', 'Eleni'],
    ['5 another owns', 'Eleni', 'Petros'],
    ['6 not touched', 'Eleni', 'Petros'],
  ]);
  expect((await shop.request('eleni', 'post', `/api/colleagues/${petros}/hand-over`, { toId: shop.eleni })).body).toEqual({
    owned: 4,
    deputized: 2,
  });
  expect((await carePairs()).map(([, owner, deputy]) => [owner, deputy])).toEqual(Array.from({ length: 6 }, () => ['Eleni', null]));
});

test('only the owner hands over, to another colleague of the workspace', async () => {
  const to = (toId: string) => shop.request('eleni', 'post', `/api/colleagues/${shop.nikos}/hand-over`, { toId });
  expect(await to(shop.nikos)).toMatchObject({ status: 422, body: { code: 'hand_over.to_same', field: 'toId' } });
  expect(await to(newId())).toMatchObject({ status: 422, body: { code: 'hand_over.to_unknown', field: 'toId' } });
  expect((await shop.request('nikos', 'post', `/api/colleagues/${shop.nikos}/hand-over`, { toId: shop.eleni })).status).toBe(403);
});
