import { describe, expect, test } from 'vitest';
import { openShop } from '#fixtures/open-shop.ts';
import { linkPeople, people, whoCameThrough } from '../index.ts';

const shop = openShop([people]);

type Circle = { people: { id: string; name: string; step: number; contactOnly: boolean }[]; links: { id: string; kind: string }[] };

const circle = async (customer: string, asOf = '') =>
  (await shop.request<Circle>('eleni', 'get', `/api/customers/${customer}/circle${asOf && `?asOf=${asOf}`}`)).body;

const link = async (customer: string, body: object) => await shop.request('eleni', 'post', `/api/customers/${customer}/circle`, body);

const came = async (customer: string) => await shop.inside((tx) => whoCameThrough(tx, customer, { day: shop.today(), isPast: false }));

async function make(...names: string[]): Promise<string[]> {
  const ids = [];
  for (const name of names) ids.push(await shop.customer({ name }));
  return ids;
}

describe('a circle', () => {
  test('reaches two steps out and no further', async () => {
    const [maria = '', nora = '', olga = '', petra = ''] = await make('Maria', 'Nora', 'Olga', 'Petra');
    await link(maria, { kind: 'friend', customerId: nora, note: 'from the choir' });
    await link(olga, { kind: 'family', customerId: nora });
    await link(petra, { kind: 'neighbour', customerId: olga });
    const { people: seen, links } = await circle(maria);
    expect(seen.map(({ name, step }) => [name, step])).toEqual([
      ['Maria', 0],
      ['Nora', 1],
      ['Olga', 2],
    ]);
    expect(links.map(({ kind }) => kind)).toEqual(['friend', 'family']);
  });

  test('holds people who are no customers, under the name somebody told', async () => {
    const [maria = ''] = await make('Maria');
    expect(await link(maria, { kind: 'family', name: 'Her sister Zoe' })).toMatchObject({ status: 200 });
    const { people: seen } = await circle(maria);
    expect(seen[1]).toMatchObject({ name: 'Her sister Zoe', contactOnly: true });
    const known = await shop.inside(async (tx) => {
      const { rowCount } = await tx.client.query('select from customer_summary where workspace_id = $1', [tx.workspace]);
      return rowCount;
    });
    expect(known).toBe(1);
  });

  test('holds a link once, whichever of the two it is told of', async () => {
    const [maria = '', nora = ''] = await make('Maria', 'Nora');
    await link(maria, { kind: 'friend', customerId: nora });
    expect(await link(nora, { kind: 'friend', customerId: maria })).toMatchObject({ status: 409, body: { code: 'circle.already_linked' } });
    expect(await link(nora, { kind: 'colleague', customerId: maria })).toMatchObject({ status: 200 });
    expect(await link(maria, { kind: 'friend', customerId: maria })).toMatchObject({ status: 422, body: { code: 'circle.self' } });
  });

  test('forgets a link that ended, brings it back, and still shows it on a past day', async () => {
    const [maria = '', nora = ''] = await make('Maria', 'Nora');
    const id = String((await link(maria, { kind: 'friend', customerId: nora })).body['id']);
    shop.at('2026-03-10T08:00:00Z');
    expect((await shop.request('nikos', 'delete', `/api/circle-links/${id}`)).status).toBe(204);
    expect((await circle(maria)).links).toEqual([]);
    expect((await circle(maria, '2026-03-05')).links).toHaveLength(1);
    await shop.request('nikos', 'post', `/api/circle-links/${id}/restored`);
    expect((await circle(maria)).links).toHaveLength(1);
  });
});

describe('word of mouth', () => {
  test('counts who came directly and who came through these', async () => {
    const [maria = '', nora = '', olga = '', petra = ''] = await make('Maria', 'Nora', 'Olga', 'Petra');
    await link(maria, { kind: 'referred', customerId: nora });
    await link(maria, { kind: 'referred', customerId: olga });
    await link(petra, { kind: 'referred', customerId: nora, isReferrer: false }).then((refused) =>
      expect(refused).toMatchObject({ status: 409, body: { code: 'circle.already_referred' } }),
    );
    await link(petra, { kind: 'referred', customerId: olga, isReferrer: true });
    expect(await came(maria)).toEqual({ direct: expect.arrayContaining([nora, olga]) as unknown, onward: [petra] });
    expect(await came(nora)).toEqual({ direct: [], onward: [] });
  });

  test('cannot be made to run in a loop, and ends where one stands already', async () => {
    const [maria = '', nora = '', olga = ''] = await make('Maria', 'Nora', 'Olga');
    await link(maria, { kind: 'referred', customerId: nora });
    await link(nora, { kind: 'referred', customerId: olga });
    expect(await link(olga, { kind: 'referred', customerId: maria })).toMatchObject({
      status: 422,
      body: { code: 'circle.referral_loop' },
    });
    await shop.inside((tx) =>
      tx.client.query(
        `insert into circle_link (workspace_id, id, from_id, to_id, kind, added_at, added_by) values ($1, gen_random_uuid(), $2, $3, 'referred', now(), $4)`,
        [tx.workspace, olga, maria, shop.eleni],
      ),
    );
    expect(await came(maria)).toEqual({ direct: [nora], onward: [olga] });
  });

  test('told all at once is checked as if it were told one after the other', async () => {
    const [maria = '', nora = '', olga = ''] = await make('Maria', 'Nora', 'Olga');
    const told = [
      [maria, nora],
      [nora, olga],
      [olga, maria],
    ].map(([from = '', to = '']) => ({ now: shop.now(), colleague: shop.eleni, told: { from, to, kind: 'referred' as const } }));
    await expect(shop.inside((tx) => linkPeople(tx, told))).rejects.toThrow('circle.referral_loop');
    expect(await shop.inside((tx) => linkPeople(tx, told.slice(0, 2)))).toHaveLength(2);
    expect(await came(maria)).toEqual({ direct: [nora], onward: [olga] });
  });
});

test('nobody of the shop next door comes into a circle', async () => {
  const [maria = '', nora = ''] = await make('Maria', 'Nora');
  const id = String((await link(maria, { kind: 'friend', customerId: nora })).body['id']);
  const theirs = await shop.nextDoor(async (tx) => {
    const { createCustomer } = await import('../index.ts');
    return await createCustomer(tx, shop.now(), shop.eleni, { kind: 'person', name: 'Ann’s own' });
  });
  expect(await link(maria, { kind: 'friend', customerId: theirs })).toMatchObject({ status: 404, body: { code: 'customer.not_found' } });
  expect(await shop.request('ann', 'get', `/api/customers/${maria}/circle`)).toMatchObject({ status: 404 });
  expect(await shop.request('ann', 'delete', `/api/circle-links/${id}`)).toMatchObject({ status: 404 });
  expect((await circle(maria)).links).toHaveLength(1);
});
