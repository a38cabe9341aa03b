import { beforeEach, expect, test } from 'vitest';
import { conversations, logTouchpoint } from '#features/conversations/server/index.ts';
import { listKeyCustomer, people } from '#features/people/server/index.ts';
import { givePromise, promises } from '#features/promises/server/index.ts';
import { purchases } from '#features/purchases/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { personalData } from './index.ts';

const shop = openShop([people, conversations, purchases, promises, personalData], '2020-01-10T08:00:00Z');
const night = personalData.duties?.find(({ name }) => name === 'personal_data.keep_retention');

const customers: Record<string, string> = {};

beforeEach(async () => {
  for (const name of ['Silent', 'Bought', 'Talked', 'Promised', 'Key'])
    customers[name] = await shop.customer({ name, knownSinceOn: Temporal.PlainDate.from('2019-01-01') });
  await shop.bought([
    { customer: customers['Silent'] ?? '', on: '2019-06-01' },
    { customer: customers['Bought'] ?? '', on: '2022-03-01' },
  ]);
  const [talked = '', promised = '', key = ''] = [customers['Talked'], customers['Promised'], customers['Key']];
  await shop.inside(async (tx) => {
    const dueAt = shop.now().add({ hours: 48 });
    await givePromise(tx, shop.now(), shop.eleni, { customer: promised, what: 'a list', dueAt });
    await listKeyCustomer(tx, shop.now(), shop.eleni, key, { reason: 'loyal', reviewOn: Temporal.PlainDate.from('2020-05-01') });
  });
  shop.at('2022-06-01T08:00:00Z');
  await shop.inside((tx) =>
    logTouchpoint(tx, shop.now(), shop.eleni, talked, {
      kind: 'call',
      direction: 'out',
      reached: true,
      at: shop.now(),
      minutes: 5,
      summary: '',
      pulse: null,
    }),
  );
  shop.at('2023-06-01T08:00:00Z');
});

const rules = { customerYears: 3, fileDays: null, eventYears: null };
const oldWordsOf = async (tx: Tx) => {
  const { rows } = await tx.client.query<{ count: number }>(
    `select count(*)::int as count from event where workspace_id = $1 and happened_at < '2022-06-01' and detail <> '{}' and kind !~ '^personal_data[.]'`,
    [tx.workspace],
  );
  return rows[0]?.count;
};
const oldWords = () => shop.inside(oldWordsOf);
const here = async () =>
  (
    await shop.inside((tx) =>
      tx.client.query<{ name: string }>('select name from customer where workspace_id = $1 order by name', [tx.workspace]),
    )
  ).rows.map(({ name }) => name);

test('of two who set the rules they both read, the second is told', async () => {
  const version = (await shop.send('eleni', 'get', '/api/retention')).headers.get('etag') ?? '';
  const put = (customerYears: number) =>
    shop.request('eleni', 'put', '/api/retention', { ...rules, customerYears }, { 'if-match': version });
  expect((await put(5)).status).toBe(200);
  expect(await put(1)).toMatchObject({ status: 412, body: { code: 'record.overtaken' } });
});

test('a trial says whom a rule would touch, and touches nobody', async () => {
  expect(await shop.request('eleni', 'post', '/api/retention/outlook', rules)).toMatchObject({
    body: { customers: { count: 1, first: [{ name: 'Silent', since: '2020-01-10' }] }, files: null, events: null },
  });
  await night?.run(shop.services, new AbortController().signal);
  expect(await here()).toHaveLength(5);
});

test('who has not been heard of for as long as the rule says is erased at night; whom we owe something, and key customers, stay', async () => {
  expect(await shop.request('eleni', 'put', '/api/retention', rules)).toMatchObject({ status: 200, body: rules });
  await night?.run(shop.services, new AbortController().signal);
  expect(await here()).toEqual(['Bought', 'Key', 'Promised', 'Talked']);
  expect((await shop.request('eleni', 'get', '/api/erasures')).body).toMatchObject({ erasures: [{ askedBy: null, purchases: 1 }] });
  const { rows } = await shop.inside((tx) => tx.client.query("select changes from event where kind = 'personal_data.retention_changed'"));
  expect(rows).toMatchObject([{ changes: { customerYears: [null, 3] } }]);
});

test('who waits to be erased is left to their day, and holds up neither the others nor other rules', async () => {
  await shop.request('eleni', 'put', '/api/retention', { ...rules, eventYears: 1 });
  const silent = customers['Silent'] ?? '';
  const second = await shop.customer({ name: 'Also silent', knownSinceOn: Temporal.PlainDate.from('2019-01-01') });
  await shop.inside((tx) =>
    tx.client.query("update customer set created_at = '2020-01-10T08:00:00Z' where workspace_id = $1 and id = $2", [tx.workspace, second]),
  );
  await shop.request('eleni', 'post', `/api/customers/${silent}/erasure`, { confirm: 'Silent', why: 'asked by e-mail', afterDays: 30 });
  expect(await shop.request('eleni', 'post', '/api/retention/outlook', rules)).toMatchObject({
    body: { customers: { count: 1, first: [{ name: 'Also silent' }] } },
  });
  await night?.run(shop.services, new AbortController().signal);
  expect(await here()).toEqual(['Bought', 'Key', 'Promised', 'Silent', 'Talked']);
  expect(await oldWords()).toBe(0);
});

test('whom something speaks against is told of, and holds up neither the others, nor other rules, nor another workspace', async () => {
  await shop.request('eleni', 'put', '/api/retention', { customerYears: 1, fileDays: null, eventYears: 1 });
  await shop.request('ann', 'put', '/api/retention', { customerYears: null, fileDays: null, eventYears: 1 });
  await shop.nextDoor((tx) =>
    recordEvent(tx, Temporal.Instant.from('2020-02-01T08:00:00Z'), { kind: 'workspace.changed', detail: { name: 'Next door' } }),
  );
  const broken = {
    feature: 'test',
    rows: [],
    erase: async (_: Tx, { customer }: { customer: string }) => {
      if (customer === customers['Silent']) throw fail('test.cannot_be_erased');
    },
  };
  const services = { ...shop.services, personal: [...shop.services.personal, broken] };
  await expect(night?.run(services, new AbortController().signal)).rejects.toThrow('test.cannot_be_erased');
  expect(await here()).toEqual(['Key', 'Promised', 'Silent', 'Talked']);
  expect(await oldWords()).toBe(0);
  expect(await shop.nextDoor(oldWordsOf)).toBe(0);
});

test('rows of files that were set aside, and what the log says, go when their time has come', async () => {
  await shop.inside(async (tx) => {
    for (const [id, on] of [
      [customers['Silent'], '2023-05-01'],
      [customers['Bought'], '2023-05-30'],
    ] as const) {
      await tx.client.query(
        `insert into purchase_import (workspace_id, id, file_name, file_size, added_at) values ($1, $2, 'sales.csv', 1, $3)`,
        [tx.workspace, id, `${on}T08:00:00Z`],
      );
      await tx.client.query(
        "insert into purchase_import_set_aside (workspace_id, import_id, line, reason, cells) values ($1, $2, 1, 'no_total', '{x}')",
        [tx.workspace, id],
      );
    }
  });
  const all = { customerYears: null, fileDays: 14, eventYears: 2 };
  const { body } = await shop.request<{ events: number }>('eleni', 'post', '/api/retention/outlook', all);
  expect(body).toMatchObject({ customers: null, files: 1 });
  expect(body.events).toBeGreaterThan(0);
  await shop.request('eleni', 'put', '/api/retention', all);
  await night?.run(shop.services, new AbortController().signal);
  const left = await shop.inside(async (tx) => {
    const { rows } = await tx.client.query<{ files: number; old: number; young: number }>(
      `select (select count(*)::int from purchase_import_set_aside where workspace_id = $1) as files,
         (select count(*)::int from event where workspace_id = $1 and happened_at < '2021-06-01' and detail <> '{}') as old,
         (select count(*)::int from event where workspace_id = $1 and happened_at >= '2021-06-01' and detail <> '{}') as young`,
      [tx.workspace],
    );
    return rows[0];
  });
  expect(left).toMatchObject({ files: 1, old: 0 });
  expect(left?.young).toBeGreaterThan(0);
  expect((await shop.request('eleni', 'post', '/api/retention/outlook', all)).body).toEqual({ customers: null, files: 0, events: 0 });
});

test('rules that are none are refused, and are not for everybody', async () => {
  expect(await shop.request('eleni', 'put', '/api/retention', { ...rules, customerYears: 0 })).toMatchObject({ status: 422 });
  expect(await shop.request('eleni', 'put', '/api/retention', { customerYears: 3 })).toMatchObject({ status: 422 });
  expect(await shop.request('nikos', 'put', '/api/retention', rules)).toMatchObject({ status: 403 });
  expect(await shop.tend('retention')).toContain('until somebody erases them');
});
