import { describe, expect, test } from 'vitest';
import { openShop } from '#fixtures/open-shop.ts';
import { learnFacts, people } from '../index.ts';

const shop = openShop([people]);

type Fact = { id: string; text: string; retired: unknown; history: { what: string; text: string }[] };
type Known = { facts: Fact[]; hidden: number; mayLook: boolean; maySeeLooks: boolean };

const told = { kind: 'preference', text: 'Prefers mornings' } as const;
const secret = { kind: 'constraint', text: 'Allergic to nuts', sensitivity: 'sensitive' } as const;

async function known(as: 'eleni' | 'nikos', customer: string, asOf = ''): Promise<Known> {
  return (await shop.request<Known>(as, 'get', `/api/customers/${customer}/facts${asOf && `?asOf=${asOf}`}`)).body;
}

async function learn(customer: string, fact: object): Promise<string> {
  const { status, body } = await shop.request('nikos', 'post', `/api/customers/${customer}/facts`, fact);
  expect(status).toBe(200);
  return String(body['id']);
}

describe('what is learned', () => {
  test('stands with who learned it and when, and is not written twice', async () => {
    const customer = await shop.customer({ name: 'Maria' });
    const id = await learn(customer, told);
    expect((await known('eleni', customer)).facts).toMatchObject([
      {
        id,
        ...told,
        source: 'told',
        learnedOn: '2026-03-02',
        learnedBy: { name: 'Nikos' },
        sensitivity: 'ordinary',
        uses: ['service', 'greeting', 'offer', 'analysis'],
        retired: null,
      },
    ]);
    const again = await shop.request('eleni', 'post', `/api/customers/${customer}/facts`, { ...told, text: 'prefers mornings.' });
    expect(again.body).toEqual({ id, isNew: false });
    expect((await known('eleni', customer)).facts).toHaveLength(1);
  });

  test('in one breath is written all or nothing', async () => {
    const customer = await shop.customer({ name: 'Maria' });
    const both = [told, { kind: 'need', text: ' ' }] as const;
    await expect(shop.inside((tx) => learnFacts(tx, shop.now(), shop.nikos, customer, both))).rejects.toThrow('fact.text_missing');
    expect((await known('eleni', customer)).facts).toEqual([]);
  });

  test('of nobody is refused', async () => {
    expect(await shop.request('eleni', 'post', `/api/customers/${shop.eleni}/facts`, told)).toMatchObject({
      status: 404,
      body: { code: 'customer.not_found' },
    });
  });
});

describe('a fact that was wrong', () => {
  test('is put right, and what it said before stays in its history', async () => {
    const customer = await shop.customer({ name: 'Maria' });
    const id = await learn(customer, told);
    shop.at('2026-03-10T08:00:00Z');
    const corrected = await shop.request('eleni', 'patch', `/api/facts/${id}`, { text: 'Prefers evenings', note: 'new job' });
    expect(corrected.status).toBe(204);
    const [fact] = (await known('nikos', customer)).facts;
    expect(fact?.text).toBe('Prefers evenings');
    expect(fact?.history).toMatchObject([
      { what: 'learned', text: 'Prefers mornings', by: { name: 'Nikos' } },
      { what: 'corrected', text: 'Prefers evenings', by: { name: 'Eleni' }, note: 'new job' },
    ]);
    expect((await known('nikos', customer, '2026-03-05')).facts).toMatchObject([{ text: 'Prefers mornings' }]);
    expect((await known('nikos', customer, '2026-03-01')).facts).toEqual([]);
  });

  test('is retired with the reason, can be restored, and cannot be corrected meanwhile', async () => {
    const customer = await shop.customer({ name: 'Maria' });
    const id = await learn(customer, told);
    expect(await shop.request('nikos', 'post', `/api/facts/${id}/retired`, { note: 'moved' })).toMatchObject({ status: 204 });
    expect((await known('nikos', customer)).facts).toMatchObject([{ retired: { by: { name: 'Nikos' }, note: 'moved' } }]);
    expect(await shop.request('nikos', 'post', `/api/facts/${id}/retired`, {})).toMatchObject({
      status: 409,
      body: { code: 'fact.already_retired' },
    });
    expect(await shop.request('nikos', 'patch', `/api/facts/${id}`, { text: 'x' })).toMatchObject({ status: 409 });
    await shop.request('nikos', 'post', `/api/facts/${id}/restored`);
    const [fact] = (await known('nikos', customer)).facts;
    expect(fact?.retired).toBeNull();
    expect(fact?.history.map(({ what }) => what)).toEqual(['learned', 'retired', 'restored']);
  });

  test('that is known no more can be learned again', async () => {
    const customer = await shop.customer({ name: 'Maria' });
    const id = await learn(customer, told);
    await shop.request('nikos', 'post', `/api/facts/${id}/retired`, {});
    expect(await learn(customer, told)).not.toBe(id);
  });
});

describe('what is sensitive', () => {
  test('is only counted, and shown to nobody without the right', async () => {
    const customer = await shop.customer({ name: 'Maria', ownerId: shop.eleni });
    const id = await learn(customer, secret);
    expect(await known('nikos', customer)).toEqual({ facts: [], hidden: 1, mayLook: false, maySeeLooks: false });
    for (const [method, path, body] of [
      ['post', `/api/customers/${customer}/facts/looks`, undefined],
      ['get', `/api/customers/${customer}/facts/looks`, undefined],
      ['patch', `/api/facts/${id}`, { sensitivity: 'ordinary' }],
      ['post', `/api/facts/${id}/retired`, {}],
      ['post', `/api/facts/${id}/restored`, undefined],
    ] as const) {
      const refused = await shop.request('nikos', method, path, body);
      expect([path, refused]).toMatchObject([path, { status: 403, body: { code: 'access.forbidden' } }]);
      expect(JSON.stringify(refused.body)).not.toContain('nuts');
    }
  });

  test('is seen by the owner of the workspace and by whoever answers for the customer, and each look is written down once', async () => {
    const customer = await shop.customer({ name: 'Maria', ownerId: shop.eleni, deputyId: shop.nikos });
    const id = await learn(customer, secret);
    await learn(customer, told);
    expect(await known('nikos', customer)).toMatchObject({ facts: [{ text: told.text }], hidden: 1, mayLook: true, maySeeLooks: true });
    shop.at('2026-03-02T09:00:00Z');
    const looked = await shop.request('nikos', 'post', `/api/customers/${customer}/facts/looks`);
    expect(looked.body['facts']).toMatchObject([{ id, text: secret.text, uses: ['service'] }]);
    await known('nikos', customer);
    shop.at('2026-03-02T10:00:00Z');
    await shop.request('eleni', 'post', `/api/customers/${customer}/facts/looks`);
    const looks = await shop.request('eleni', 'get', `/api/customers/${customer}/facts/looks`);
    expect(looks.body['looks']).toMatchObject([
      { by: { name: 'Eleni' }, at: '2026-03-02T10:00:00Z', facts: [id] },
      { by: { name: 'Nikos' }, at: '2026-03-02T09:00:00Z', facts: [id] },
    ]);
  });

  test('does not show in the history of a fact that has become harmless', async () => {
    const customer = await shop.customer({ name: 'Maria' });
    const id = await learn(customer, secret);
    await shop.request('eleni', 'patch', `/api/facts/${id}`, { text: 'No nuts, please', sensitivity: 'ordinary' });
    const [fact] = (await known('nikos', customer)).facts;
    expect(fact?.history.map(({ text }) => text)).toEqual(['No nuts, please']);
  });

  test('leaves nothing of its words in the log', async () => {
    const customer = await shop.customer({ name: 'Maria' });
    const id = await learn(customer, secret);
    await shop.request('eleni', 'patch', `/api/facts/${id}`, { text: 'Allergic to almonds' });
    await shop.request('eleni', 'post', `/api/customers/${customer}/facts/looks`);
    const log = await shop.inside(async (tx) => (await tx.client.query<{ text: string }>('select e::text as text from event e')).rows);
    expect(log.map(({ text }) => text).join()).not.toMatch(/nuts|almonds/);
  });

  test('that nobody has written down leaves no look behind', async () => {
    const customer = await shop.customer({ name: 'Maria' });
    await shop.request('eleni', 'post', `/api/customers/${customer}/facts/looks`);
    expect((await shop.request('eleni', 'get', `/api/customers/${customer}/facts/looks`)).body).toEqual({ looks: [] });
  });
});

test('the shop next door sees nothing and changes nothing', async () => {
  const customer = await shop.customer({ name: 'Maria' });
  const id = await learn(customer, told);
  for (const [method, path, body] of [
    ['get', `/api/customers/${customer}/facts`, undefined],
    ['post', `/api/customers/${customer}/facts`, told],
    ['post', `/api/customers/${customer}/facts/looks`, undefined],
    ['patch', `/api/facts/${id}`, { text: 'x' }],
    ['post', `/api/facts/${id}/retired`, {}],
  ] as const) {
    expect(await shop.request('ann', method, path, body)).toMatchObject({ status: 404 });
  }
  expect((await known('eleni', customer)).facts).toMatchObject([{ text: told.text, retired: null }]);
});
