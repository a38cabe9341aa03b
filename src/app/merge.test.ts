import { beforeEach, expect, test } from 'vitest';
import { logTouchpoint, readTimeline } from '#features/conversations/server/index.ts';
import { ensureCustomers } from '#features/people/server/index.ts';
import { givePromise } from '#features/promises/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { features } from './features.ts';

const shop = openShop(features);

let [kept, gone] = ['', ''];

beforeEach(async () => {
  kept = await shop.customer({
    name: 'Γιώργος Παπαδόπουλος',
    given: 'Γιώργος',
    family: 'Παπαδόπουλος',
    phone: '+302101234567',
    externalId: '17',
    note: 'likes blue',
  });
  gone = await shop.customer({
    name: 'Giorgos Papadopoulos',
    email: 'giorgos@example.com',
    phone: '+306941234567',
    externalId: '18',
    note: 'has a dog',
    ownerId: shop.nikos,
  });
  await talkTo(gone, 'about the boat');
  await talkTo(kept, 'about the house');
  await shop.inside((tx) =>
    givePromise(tx, shop.now(), shop.eleni, { customer: gone, what: 'the price list', dueAt: shop.now().add({ hours: 48 }) }),
  );
});

async function talkTo(customer: string, summary: string): Promise<void> {
  const told = { kind: 'call', direction: 'out', reached: true, at: shop.now(), minutes: 5, summary, pulse: 4 } as const;
  await shop.inside((tx) => logTouchpoint(tx, shop.now(), shop.eleni, customer, told));
}

async function merge(one = kept, other = gone, choices = {}): Promise<string> {
  const answer = await shop.request('eleni', 'post', `/api/duplicates/${one}/${other}/merge`, { choices });
  expect(answer).toMatchObject({ status: 200 });
  return String(answer.body['id']);
}

const undo = (id: string) => shop.request('nikos', 'post', `/api/merges/${id}/undo`);
const read = async (customer: string) => (await shop.request('eleni', 'get', `/api/customers/${customer}`)).body;
const said = (customer: string) =>
  shop.inside(async (tx) => (await readTimeline(tx, customer, { limit: 50 })).touchpoints.map(({ summary }) => summary).toSorted());
const promised = async (customer: string) => {
  const { body } = await shop.request('eleni', 'get', `/api/customers/${customer}/promises`);
  return (body['promises'] as { what: string }[]).map(({ what }) => what);
};
const inLists = () =>
  shop.inside(async (tx) => {
    const { rows } = await tx.client.query<{ id: string }>("select customer_id as id from customer_summary where as_of_on = 'infinity'");
    return rows.map(({ id }) => id);
  });

test('whatever hung on two customers hangs on the one who stays, who keeps what was chosen and can be reached in every way', async () => {
  await merge(kept, gone, { email: 'gone', phone: 'gone' });
  expect(await read(kept)).toMatchObject({
    name: 'Γιώργος Παπαδόπουλος',
    phone: '+306941234567',
    phones: [{ value: '+306941234567' }, { value: '+302101234567' }],
    email: 'giorgos@example.com',
    externalId: '17',
    owner: { id: shop.eleni },
    note: 'likes blue\n\nhas a dog',
  });
  expect(await said(kept)).toEqual(['about the boat', 'about the house']);
  expect(await promised(kept)).toEqual(['the price list']);
  expect(await inLists()).toEqual([kept]);
});

test('the address of the one who went answers who it became', async () => {
  await merge();
  const answer = await shop.request('eleni', 'get', `/api/customers/${gone}`);
  expect(answer).toMatchObject({ status: 410, body: { code: 'customer.merged' } });
  expect(answer.body['detail']).toContain('Γιώργος Παπαδόπουλος');
  expect(await shop.request('eleni', 'get', `/api/merged/${gone}`)).toMatchObject({ body: { id: kept } });
  expect(await shop.request('ann', 'get', `/api/merged/${gone}`)).toMatchObject({ status: 404 });
});

test('undone, both stand as before, and what the one who stayed got since stays with it', async () => {
  const before = [await read(kept), await read(gone)];
  const id = await merge(kept, gone, { phone: 'gone', care: 'gone' });
  await talkTo(kept, 'after the merge');
  await shop.request('eleni', 'patch', `/api/customers/${kept}`, {
    nickname: 'Jorgos',
    emails: [{ value: 'giorgos@example.com' }, { value: 'new@example.com' }],
  });
  expect(await undo(id)).toMatchObject({ status: 204 });
  expect(await read(gone)).toEqual(before[1]);
  expect(await read(kept)).toEqual({
    ...before[0],
    nickname: 'Jorgos',
    email: 'new@example.com',
    emails: [{ value: 'new@example.com', label: null }],
  });
  expect(await said(kept)).toEqual(['about the house', 'after the merge']);
  expect(await said(gone)).toEqual(['about the boat']);
  expect(await promised(gone)).toEqual(['the price list']);
  expect((await inLists()).toSorted()).toEqual([kept, gone].toSorted());
  expect(await undo(id)).toMatchObject({ status: 409, body: { code: 'merge.already_undone' } });
});

test('merges are undone in the opposite order', async () => {
  const third = await shop.customer({ name: 'G. Papadopoulos' });
  await talkTo(third, 'about the garden');
  const first = await merge(gone, third);
  const second = await merge(kept, gone);
  expect(await said(kept)).toEqual(['about the boat', 'about the garden', 'about the house']);
  expect(await shop.request('eleni', 'get', `/api/merged/${third}`)).toMatchObject({ body: { id: kept } });
  expect(await undo(first)).toMatchObject({ status: 422, body: { code: 'merge.has_later_merge' } });
  expect(await undo(second)).toMatchObject({ status: 204 });
  expect(await undo(first)).toMatchObject({ status: 204 });
  expect([await said(kept), await said(gone), await said(third)]).toEqual([['about the house'], ['about the boat'], ['about the garden']]);
});

test('after thirty days a merge stands', async () => {
  const id = await merge();
  shop.at('2026-04-02T08:00:00Z');
  expect(await undo(id)).toMatchObject({ status: 422, body: { code: 'merge.too_late' } });
});

test('who is merged already cannot be merged again, nor a customer with itself, nor a person with an organization', async () => {
  await merge();
  expect(await shop.request('nikos', 'post', `/api/duplicates/${kept}/${gone}/merge`, {})).toMatchObject({
    status: 409,
    body: { code: 'merge.already_merged' },
  });
  expect(await shop.request('nikos', 'post', `/api/duplicates/${kept}/${kept}/merge`, {})).toMatchObject({
    body: { code: 'merge.same_customer' },
  });
  const bakery = await shop.customer({ kind: 'organization', name: 'Artos' });
  expect(await shop.request('nikos', 'post', `/api/duplicates/${kept}/${bakery}/merge`, {})).toMatchObject({
    body: { code: 'merge.kinds_differ' },
  });
  expect(await shop.request('ann', 'post', `/api/duplicates/${kept}/${bakery}/merge`, {})).toMatchObject({ status: 404 });
});

test('a contact who is also a customer is a customer', async () => {
  const contact = await shop.customer({ name: 'Giorgos Papadopoulos', contactOnly: true });
  await merge(contact, kept);
  expect(await read(contact)).toMatchObject({ contactOnly: false, externalId: '17' });
  expect(await inLists()).toContain(contact);
});

test('an import that names the customer who went finds the one who stayed, and a number is not given twice', async () => {
  await merge();
  const found = await shop.inside(async (tx) => {
    await tx.client.query(
      `create temporary table mentioned (external_id text primary key, name text, email text, phone text, country text, known_since_on date not null,
         customer_id uuid) on commit drop`,
    );
    await tx.client.query(
      "insert into mentioned values ('18', 'Giorgos', null, null, null, '2020-01-01'), ('17', null, null, null, null, '2021-01-01')",
    );
    expect(await ensureCustomers(tx, shop.now(), 'mentioned')).toMatchObject({ made: 0 });
    return (await tx.client.query<{ id: string }>('select customer_id as id from mentioned')).rows.map(({ id }) => id);
  });
  expect(found).toEqual([kept, kept]);
  expect(await read(kept)).toMatchObject({ knownSinceOn: '2020-01-01' });
  expect(await shop.request('eleni', 'post', '/api/customers', { kind: 'person', name: 'Somebody', externalId: '18' })).toMatchObject({
    body: { code: 'customer.external_id_taken' },
  });
});

test('organizations that belong to each other can become one', async () => {
  const [head, branch, part] = [
    await shop.customer({ kind: 'organization', name: 'Artos' }),
    await shop.customer({ kind: 'organization', name: 'Άρτος ΑΕ' }),
    await shop.customer({ kind: 'organization', name: 'Artos Patras' }),
  ];
  await shop.request('eleni', 'patch', `/api/customers/${head}`, { parentId: branch });
  await shop.request('eleni', 'patch', `/api/customers/${part}`, { parentId: branch });
  const id = await merge(head, branch);
  expect([await read(head), await read(part)]).toMatchObject([{ parent: null }, { parent: { id: head } }]);
  expect(await undo(id)).toMatchObject({ status: 204 });
  expect([await read(head), await read(part)]).toMatchObject([{ parent: { id: branch } }, { parent: { id: branch } }]);
});

test('what two customers both have is there once, and twice again when the merge is undone', async () => {
  const key = { reason: 'buys every week', reviewOn: '2026-09-01' };
  for (const customer of [kept, gone]) await shop.request('eleni', 'put', `/api/customers/${customer}/key`, key);
  const id = await merge();
  expect(await read(kept)).toMatchObject({ key });
  expect(await undo(id)).toMatchObject({ status: 204 });
  expect([await read(kept), await read(gone)]).toMatchObject([{ key }, { key }]);
});

test('in the fields of the workspace’s own the one who stays wins unless chosen otherwise, and undone each has its own again', async () => {
  const define = async (name: string, kind: string) =>
    String((await shop.request('eleni', 'post', '/api/custom-fields', { name, kind })).body['id']);
  const [kilos, motto, friend] = [
    await define('Kilos a month', 'number'),
    await define('Motto', 'text'),
    await define('Sent by', 'person'),
  ];
  const third = await shop.customer({ name: 'Maria' });
  const tell = (customer: string, custom: object) => shop.request('eleni', 'patch', `/api/customers/${customer}`, { custom });
  await tell(kept, { [kilos]: 3, [motto]: 'Slow is fine', [friend]: gone });
  await tell(gone, { [kilos]: 4, [motto]: 'Fast is fine' });
  await tell(third, { [friend]: gone });
  const before = [await read(kept), await read(gone), await read(third)];
  expect((await shop.request('eleni', 'get', `/api/duplicates/${kept}/${gone}`)).body).toMatchObject({
    differingCustom: [kilos, motto],
  });
  const answer = await shop.request('eleni', 'post', `/api/duplicates/${kept}/${gone}/merge`, { custom: { [motto]: 'gone' } });
  // Nobody is named in their own field; whoever named the one who went names the one who stays.
  expect(await read(kept)).toMatchObject({ custom: { [kilos]: 3, [motto]: 'Fast is fine' } });
  expect((await read(kept))['custom']).not.toHaveProperty(friend);
  expect(await read(third)).toMatchObject({ custom: { [friend]: { id: kept } } });
  await tell(kept, { [kilos]: 5 });
  expect(await undo(String(answer.body['id']))).toMatchObject({ status: 204 });
  expect([(await read(kept))['custom'], (await read(gone))['custom'], (await read(third))['custom']]).toEqual([
    { ...(before[0]?.['custom'] as object), [kilos]: 5 },
    before[1]?.['custom'],
    before[2]?.['custom'],
  ]);
});

/** Tables that name customers and need no merging: made again from the others, or a record of what happened under the name of then. */
const madeAgain = new Set([
  'customer_summary.customer_id',
  'attention.customer_id',
  'event.customer_id',
  'erasure.customer_id',
  'search_word.customer_id',
  'duplicate_candidate.one_id',
  'duplicate_candidate.other_id',
  'duplicate_wish.customer_id',
  // What undoing a change of many would write back to each: nothing to write to one who is gone.
  'bulk_changed.customer_id',
]);

/** The customer's own rows, which are merged field by field, and what is carried over by hand. */
const mergedByField = new Set([
  'contact_point.customer_id',
  'postal_address.customer_id',
  'custom_value.customer_id',
  'not_duplicate.one_id',
  'not_duplicate.other_id',
]);

test('whatever hangs on a customer is moved when two become one: no table is forgotten', async () => {
  const moved = new Set(
    features.flatMap((feature) => feature.merge?.tables ?? []).map(({ table, column = 'customer_id' }) => `${table}.${column}`),
  );
  const columns = await shop.inside(async (tx) => {
    const { rows } = await tx.client.query<{ name: string }>(
      `select k.conrelid::regclass::text || '.' || a.attname as name
       from pg_constraint k cross join lateral unnest(k.conkey, k.confkey) as pair (here, there)
         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.here
         join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.there
       where k.contype = 'f' and k.confrelid = 'customer'::regclass and b.attname = 'id'
       union
       select c.table_name || '.' || c.column_name from information_schema.columns c
       where c.table_schema = 'public' and c.column_name = 'customer_id'`,
    );
    return rows.map(({ name }) => name);
  });
  expect(columns.length).toBeGreaterThan(10);
  expect(columns.filter((name) => !moved.has(name) && !madeAgain.has(name) && !mergedByField.has(name))).toEqual([]);
  expect([...moved].filter((name) => !columns.includes(name))).toEqual([]);
});
