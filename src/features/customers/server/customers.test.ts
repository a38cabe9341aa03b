import { describe, expect, test } from 'vitest';
import { conversations, logTouchpoint } from '#features/conversations/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { promises } from '#features/promises/server/index.ts';
import { purchases } from '#features/purchases/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { customers } from './index.ts';

const shop = openShop([people, conversations, purchases, promises, customers]);

type Row = { id: string; name: string; stage: string; risk: string; owner: { name: string }; lastPurchaseOn: string | null };
type Page = { customers: Row[]; next: string | null; previous: string | null; count: { known: number; isMore: boolean } | null };

const buy = async (customer: string, days: readonly string[], minor = 2000) =>
  await shop.bought(days.map((on) => ({ customer, on, minor })));

async function page(query = '', as: 'eleni' | 'ann' = 'eleni'): Promise<Page> {
  return (await shop.request<Page>(as, 'get', `/api/customers${query}`)).body;
}

const names = async (query = '') => (await page(query)).customers.map((row) => row.name);

/** All pages one way, then the other. */
async function walk(query: string): Promise<{ forward: string[]; backward: string[] }> {
  const forward: string[] = [];
  let one = await page(`?limit=2&${query}`);
  for (;;) {
    forward.push(...one.customers.map((row) => row.name));
    if (one.next === null) break;
    one = await page(`?limit=2&${query}&after=${encodeURIComponent(one.next)}`);
  }
  const backward: string[] = [];
  one = await page(`?limit=2&page=last&${query}`);
  for (;;) {
    backward.unshift(...one.customers.map((row) => row.name));
    if (one.previous === null) break;
    one = await page(`?limit=2&${query}&before=${encodeURIComponent(one.previous)}`);
  }
  return { forward, backward };
}

/** Five customers: two who buy, one who fell silent, one who bought once, one who never did. */
async function fiveCustomers() {
  const ids = {
    anna: await shop.customer({ name: 'Anna' }),
    petros: await shop.customer({ name: 'Πέτρος', latinName: 'Petros' }),
    maria: await shop.customer({ name: 'Maria', ownerId: shop.nikos }),
    once: await shop.customer({ name: 'Once', externalId: '17850' }),
    never: await shop.customer({ name: 'Zoe' }),
  };
  const every10 = (last: string) =>
    Array.from({ length: 8 }, (_, place) =>
      Temporal.PlainDate.from(last)
        .subtract({ days: 10 * place })
        .toString(),
    );
  await buy(ids.anna, every10('2026-02-25'));
  await buy(ids.petros, every10('2026-03-01'));
  await buy(ids.maria, every10('2025-12-01'), 9000);
  await buy(ids.once, ['2026-02-10']);
  await shop.inside((tx) =>
    logTouchpoint(tx, Temporal.Instant.from('2026-02-01T10:00:00Z'), shop.eleni, ids.anna, {
      kind: 'call',
      pulse: 4,
      at: Temporal.Instant.from('2026-02-01T10:00:00Z'),
    }),
  );
  return ids;
}

describe('the list', () => {
  test('is sorted by name in any script unless asked otherwise, and counted', async () => {
    await fiveCustomers();
    expect(await page()).toMatchObject({ count: { known: 5, isMore: false }, next: null, previous: null });
    expect((await names()).toSorted()).toEqual(['Anna', 'Maria', 'Once', 'Zoe', 'Πέτρος'].toSorted());
    expect((await names('?sort=-name')).toReversed()).toEqual(await names());
  });

  test.each([
    'name',
    '-name',
    'value',
    '-value',
    'risk',
    '-risk',
    'last_purchase',
    '-last_purchase',
    'next_due',
    '-next_due',
    'last_contact',
    '-last_contact',
  ])('is the same from either end, page by page, sorted by %s', async (sort) => {
    await fiveCustomers();
    const { forward, backward } = await walk(`sort=${sort}`);
    expect(forward).toEqual(await names(`?sort=${sort}`));
    expect(backward).toEqual(forward);
    expect(new Set(forward).size).toBe(5);
  });

  test('keeps those without the date sorted by at the end, in both orders', async () => {
    await fiveCustomers();
    expect(await names('?sort=last_purchase')).toEqual(['Maria', 'Once', 'Anna', 'Πέτρος', 'Zoe']);
    expect(await names('?sort=-last_purchase')).toEqual(['Πέτρος', 'Anna', 'Once', 'Maria', 'Zoe']);
    expect((await names('?sort=-last_contact'))[0]).toBe('Anna');
  });

  test('is filtered by stage, risk, owner and name together', async () => {
    await fiveCustomers();
    expect((await names('?stage=returning')).toSorted()).toEqual(['Anna', 'Πέτρος']);
    expect(await names('?stage=lapsed,prospect&sort=last_purchase')).toEqual(['Maria', 'Zoe']);
    expect(await names('?risk=at-risk,lost')).toEqual(['Maria']);
    expect(await names(`?owner=${shop.nikos}`)).toEqual(['Maria']);
    expect(await names(`?owner=${shop.nikos}&stage=returning`)).toEqual([]);
    expect(await names('?name=petr')).toEqual(['Πέτρος']);
    expect(await names('?name=17850')).toEqual(['Once']);
    expect(await page('?stage=returning&limit=1')).toMatchObject({ count: { known: 2, isMore: false } });
  });

  test('tells of each customer who, how things stand and who answers for them', async () => {
    await fiveCustomers();
    const [maria] = (await page('?name=maria')).customers;
    expect(maria).toMatchObject({
      name: 'Maria',
      kind: 'person',
      stage: 'lapsed',
      lastPurchaseOn: '2025-12-01',
      owner: { id: shop.nikos, name: 'Nikos' },
      isKey: false,
    });
  });

  test('tells how to reach them, their tags and where they work, where that is asked for', async () => {
    await shop.request('eleni', 'post', '/api/customers', { kind: 'person', name: 'Ana', phone: '+302101234567', language: 'sr' });
    const [ana] = (await page('?name=ana&record=phone,city,tag,organization')).customers;
    expect(ana).toMatchObject({ language: 'sr', record: { phone: '+30 21 0123 4567', city: null, tag: [], organization: [] } });
    expect((await page('?name=ana')).customers[0]).toMatchObject({ record: {} });
  });

  test('refuses a sort there is not and a place that is none', async () => {
    expect(await shop.request('eleni', 'get', '/api/customers?sort=shoe_size')).toMatchObject({
      status: 422,
      body: { code: 'customers.sort_unknown', field: 'sort' },
    });
    expect(await shop.request('eleni', 'get', '/api/customers?after=here')).toMatchObject({
      status: 422,
      body: { code: 'input.invalid', field: 'after' },
    });
    expect(await shop.request('eleni', 'get', '/api/customers?stage=best')).toMatchObject({ status: 422 });
  });

  test('of a past day knows nothing of what came after it', async () => {
    await fiveCustomers();
    await shop.customer({ name: 'Newcomer', knownSinceOn: Temporal.PlainDate.from('2026-02-20') });
    const then = await page('?asOf=2025-12-05&sort=last_purchase');
    expect(then.customers.find((row) => row.name === 'Maria')).toMatchObject({
      stage: 'returning',
      risk: 'calm',
      lastPurchaseOn: '2025-12-01',
      lastContactAt: null,
    });
    expect(then.customers.map((row) => row.name)).not.toContain('Newcomer');
    expect(then.customers.every((row) => row.lastPurchaseOn === null || row.lastPurchaseOn <= '2025-12-05')).toBe(true);
  });

  test('of the shop next door is its own', async () => {
    const { anna } = await fiveCustomers();
    expect(await page('', 'ann')).toMatchObject({ customers: [], count: { known: 0 } });
    expect((await page('?name=anna', 'ann')).customers).toEqual([]);
    expect((await page(`?owner=${shop.eleni}`, 'ann')).customers).toEqual([]);
    expect(await shop.request('ann', 'get', `/api/customers/${anna}/card`)).toMatchObject({
      status: 404,
      body: { code: 'customer.not_found' },
    });
  });
});

describe('the card of a customer', () => {
  test('says who this is, how to address them and how things stand', async () => {
    const { anna } = await fiveCustomers();
    expect(await shop.request('eleni', 'get', `/api/customers/${anna}/card`)).toMatchObject({
      status: 200,
      body: {
        name: 'Anna',
        formality: 'formal',
        addressedAs: 'Anna',
        owner: { name: 'Eleni' },
        stage: 'returning',
        visits: 8,
        spentMinor: 16_000,
        lastPurchaseOn: '2026-02-25',
        pulse: { value: 4 },
        openPromises: 0,
        isPast: false,
      },
    });
  });

  test('of somebody known only as a contact has no figures, and lists do not have them', async () => {
    const contact = await shop.customer({ name: 'Radka', contactOnly: true, knownSinceOn: Temporal.PlainDate.from('2026-02-20') });
    expect(await shop.request('eleni', 'get', `/api/customers/${contact}/card`)).toMatchObject({
      status: 200,
      body: { name: 'Radka', contactOnly: true, visits: 0, valueMinor: 0, nextDue: null },
    });
    expect((await shop.request('eleni', 'get', `/api/customers/${contact}/card?asOf=2026-01-20`)).status).toBe(404);
    expect((await shop.request('eleni', 'get', '/api/customers')).body['customers']).toEqual([]);
  });

  test('as of a past day knows no more than was known then, and says so of somebody not known yet', async () => {
    const { anna } = await fiveCustomers();
    const then = await shop.request('eleni', 'get', `/api/customers/${anna}/card?asOf=2026-01-20`);
    expect(then.body).toMatchObject({ isPast: true, day: '2026-01-20', lastPurchaseOn: '2026-01-16', pulse: null, lastContactAt: null });
    const newcomer = await shop.customer({ name: 'Newcomer', knownSinceOn: Temporal.PlainDate.from('2026-02-20') });
    expect(await shop.request('eleni', 'get', `/api/customers/${newcomer}/card?asOf=2026-01-20`)).toMatchObject({
      status: 404,
      body: { code: 'customer_then.not_found' },
    });
  });
});
