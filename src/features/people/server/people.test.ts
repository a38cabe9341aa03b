import { describe, expect, test } from 'vitest';
import { openShop } from '#fixtures/open-shop.ts';
import { listKeySince, people, searchPatterns } from './index.ts';

const shop = openShop([people]);

async function summaryRows(asOfOn = 'infinity') {
  return await shop.inside(async (tx) => {
    const { rows } = await tx.client.query<Record<string, unknown>>(
      'select name, sort_name, owner_id, key_since_on::text from customer_summary where workspace_id = $1 and as_of_on = $2 order by name',
      [tx.workspace, asOfOn],
    );
    return rows;
  });
}

async function found(typed: string): Promise<string[]> {
  return await shop.inside(async (tx) => {
    const words = searchPatterns(typed);
    const { rows } = await tx.client.query<{ name: string }>(
      `select name from customer_summary where workspace_id = $1 ${words.map((_, index) => `and search_name like any ($${index + 2}::text[])`).join(' ')} order by name`,
      [tx.workspace, ...words],
    );
    return rows.map((row) => row.name);
  });
}

const make = async (body: Record<string, unknown>) => await shop.request('eleni', 'post', '/api/customers', { kind: 'person', ...body });

describe('a new customer', () => {
  test('has an owner, is known from today and stands on the lists at once', async () => {
    const made = await make({ given: 'Μαρία', family: 'Γεωργίου', phone: '210 1234567', country: 'Greece', formality: 'familiar' });
    expect(made).toMatchObject({
      status: 200,
      body: {
        name: 'Μαρία Γεωργίου',
        phone: '+302101234567',
        country: 'GR',
        owner: { id: shop.eleni, name: 'Eleni' },
        deputy: null,
        knownSinceOn: '2026-03-02',
        key: null,
      },
    });
    expect(await summaryRows()).toEqual([
      { name: 'Μαρία Γεωργίου', sort_name: 'Γεωργίου, Μαρία', owner_id: shop.eleni, key_since_on: null },
    ]);
  });

  test.each([
    [{}, 'customer.name_missing', 422],
    [{ name: 'Maria', email: 'x' }, 'customer.email_unusable', 422],
    [{ name: 'Maria', ownerId: '00000000-0000-7000-8000-000000000000' }, 'customer.owner_unknown', 422],
    [{ name: 'Maria', language: 'x'.repeat(40) }, 'input.too_long', 422],
  ])('%j is refused with a code and a text', async (body, code, status) => {
    const refused = await make(body);
    expect(refused).toMatchObject({ status, body: { code } });
    expect(refused.body['detail']).not.toContain('error.');
  });

  test('cannot take the number of another', async () => {
    await make({ name: 'Maria', externalId: '17' });
    expect(await make({ name: 'Nora', externalId: ' 17 ' })).toMatchObject({
      status: 422,
      body: { code: 'customer.external_id_taken', field: 'externalId' },
    });
  });

  test('cannot have one colleague as owner and deputy', async () => {
    expect(await make({ name: 'Maria', ownerId: shop.nikos, deputyId: shop.nikos })).toMatchObject({
      status: 422,
      body: { code: 'customer.deputy_is_owner' },
    });
    expect(await make({ name: 'Maria', ownerId: shop.nikos, deputyId: shop.eleni })).toMatchObject({
      status: 200,
      body: { deputy: { name: 'Eleni' } },
    });
  });

  test('given to the colleague who stood in, is stood in for by the colleague who gave it', async () => {
    const { id } = (await make({ name: 'Maria', ownerId: shop.nikos, deputyId: shop.eleni })).body as { id: string };
    expect(await shop.request('nikos', 'patch', `/api/customers/${id}`, { ownerId: shop.eleni })).toMatchObject({ status: 200 });
    expect((await shop.request('nikos', 'get', `/api/customers/${id}`)).body).toMatchObject({
      owner: { name: 'Eleni' },
      deputy: { id: shop.nikos },
    });
  });
});

test('a change of one field leaves the rest and is seen on the lists', async () => {
  const id = await shop.customer({ name: 'Ђорђе Петровић', email: 'dj@example.com' });
  const changed = await shop.request('nikos', 'patch', `/api/customers/${id}`, { name: 'Ђорђе Јовић', ownerId: shop.nikos });
  expect(changed).toMatchObject({ status: 200, body: { name: 'Ђорђе Јовић', email: 'dj@example.com', owner: { name: 'Nikos' } } });
  expect(await summaryRows()).toMatchObject([{ name: 'Ђорђе Јовић', owner_id: shop.nikos }]);
});

test('customers are found in the database by any spelling', async () => {
  await shop.customer({ name: 'Μαρία Γεωργίου', externalId: '17850' });
  await shop.customer({ name: 'Ђорђе Петровић' });
  await shop.customer({ name: 'علی یوسفی' });
  await shop.customer({ name: 'Aram', latinName: null, given: 'Արամ', family: 'Հակոբյան' });
  expect(await found('georgiou')).toEqual(['Μαρία Γεωργίου']);
  expect(await found('geor mar')).toEqual(['Μαρία Γεωργίου']);
  expect(await found('178')).toEqual(['Μαρία Γεωργίου']);
  expect(await found('đorđe')).toEqual(['Ђорђе Петровић']);
  expect(await found('djordje')).toEqual(['Ђорђе Петровић']);
  expect(await found('yusefi')).toEqual(['علی یوسفی']);
  expect(await found('hakobyan')).toEqual(['Aram']);
});

describe('the list of key customers', () => {
  const listing = { reason: 'Brings half the street', reviewOn: '2026-09-01' };

  test('holds a reason and a day to look again, and a change keeps the day of the listing', async () => {
    const id = await shop.customer({ name: 'Maria' });
    expect(await shop.request('nikos', 'put', `/api/customers/${id}/key`, listing)).toMatchObject({
      status: 200,
      body: { key: { ...listing, listedOn: '2026-03-02' } },
    });
    shop.at('2026-04-02T08:00:00Z');
    const again = await shop.request('nikos', 'put', `/api/customers/${id}/key`, { ...listing, reason: 'Chairs the choir' });
    expect(again.body['key']).toEqual({ reason: 'Chairs the choir', reviewOn: '2026-09-01', listedOn: '2026-03-02' });
    expect(await summaryRows()).toMatchObject([{ key_since_on: '2026-03-02' }]);
    expect(await shop.inside((tx) => listKeySince(tx, 'infinity', [id]))).toEqual([{ id, since: Temporal.PlainDate.from('2026-03-02') }]);
  });

  test('can be left and joined again, on the same day too', async () => {
    const id = await shop.customer({ name: 'Maria' });
    for (let round = 0; round < 2; round++) {
      await shop.request('eleni', 'put', `/api/customers/${id}/key`, listing);
      expect(await shop.request('eleni', 'delete', `/api/customers/${id}/key`)).toMatchObject({ status: 200, body: { key: null } });
    }
    expect(await summaryRows()).toMatchObject([{ key_since_on: null }]);
    expect(await shop.request('eleni', 'delete', `/api/customers/${id}/key`)).toMatchObject({ status: 200 });
  });

  test('is read as it was on a past day', async () => {
    const id = await shop.customer({ name: 'Maria' });
    await shop.request('eleni', 'put', `/api/customers/${id}/key`, listing);
    shop.at('2026-03-20T08:00:00Z');
    await shop.request('eleni', 'delete', `/api/customers/${id}/key`);
    for (const [day, since] of [
      ['2026-03-01', null],
      ['2026-03-02', '2026-03-02'],
      ['2026-03-19', '2026-03-02'],
      ['2026-03-20', null],
    ] as const) {
      await shop.inside((tx) => shop.summary.ensureDay(tx, Temporal.PlainDate.from(day)));
      expect([day, await summaryRows(day)]).toMatchObject([day, [{ key_since_on: since }]]);
      const then = await shop.request('eleni', 'get', `/api/customers/${id}?asOf=${day}`);
      expect([day, then.body['key']]).toMatchObject([day, since && { listedOn: since, reason: listing.reason }]);
    }
  });

  test('refuses a review in the past', async () => {
    const id = await shop.customer({ name: 'Maria' });
    expect(await shop.request('eleni', 'put', `/api/customers/${id}/key`, { ...listing, reviewOn: '2026-03-02' })).toMatchObject({
      status: 422,
      body: { code: 'key_customer.review_in_past', field: 'reviewOn' },
    });
  });
});

test('a past day does not know customers who came later', async () => {
  await shop.customer({ name: 'Early' });
  await shop.customer({ name: 'Late', knownSinceOn: Temporal.PlainDate.from('2026-02-01') });
  await shop.inside((tx) => shop.summary.ensureDay(tx, Temporal.PlainDate.from('2026-01-31')));
  expect((await summaryRows('2026-01-31')).map((row) => row['name'])).toEqual(['Early']);
  expect((await summaryRows()).map((row) => row['name'])).toEqual(['Early', 'Late']);
});

test('refreshing all customers writes nothing where nothing changed', async () => {
  await shop.customer({ name: 'Maria' });
  const versions = () =>
    shop.inside(async (tx) => (await tx.client.query<{ ctid: string }>('select ctid::text from customer_summary')).rows);
  await shop.inside((tx) => people.summary?.refresh(tx, { day: shop.today(), asOfOn: 'infinity', customers: 'all' }) ?? Promise.resolve());
  const before = await versions();
  await shop.inside((tx) => people.summary?.refresh(tx, { day: shop.today(), asOfOn: 'infinity', customers: 'all' }) ?? Promise.resolve());
  expect(await versions()).toEqual(before);
});

test('the shop next door can neither see nor change a customer', async () => {
  const id = await shop.customer({ name: 'Maria', externalId: '17' });
  for (const [method, path, body] of [
    ['get', `/api/customers/${id}`, undefined],
    ['patch', `/api/customers/${id}`, { name: 'Mine' }],
    ['put', `/api/customers/${id}/key`, { reason: 'mine', reviewOn: '2026-09-01' }],
    ['delete', `/api/customers/${id}/key`, undefined],
  ] as const) {
    expect(await shop.request('ann', method, path, body)).toMatchObject({ status: 404, body: { code: 'customer.not_found' } });
  }
  expect(
    await shop.request('ann', 'post', '/api/customers', { kind: 'person', name: 'Maria', externalId: '17', ownerId: shop.eleni }),
  ).toMatchObject({ status: 422, body: { code: 'customer.owner_unknown' } });
  expect(await shop.request('eleni', 'get', `/api/customers/${id}`)).toMatchObject({ body: { name: 'Maria', owner: { name: 'Eleni' } } });
});
