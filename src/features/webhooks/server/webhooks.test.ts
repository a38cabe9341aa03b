import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cadence } from '#features/cadence/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { givePromise, promises } from '#features/promises/server/index.ts';
import { reminders } from '#features/reminders/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { startReceiver, type Receiver } from '#fixtures/receiver.ts';
import { webhooks } from './index.ts';
import { tellJob } from './telling.ts';

const shop = openShop([people, promises, cadence, reminders, webhooks]);

type List = {
  webhooks: {
    id: string;
    name: string;
    kinds: string[] | null;
    pausedWhy: string | null;
    givenUp: number;
    earlierSecretUntil: string | null;
  }[];
};

const told = { name: 'Till', url: 'https://till.example/tend', kinds: ['promise.given'] };
const made = async (change: object = {}) =>
  (await shop.request<{ id: string }>('eleni', 'post', '/api/webhooks', { ...told, ...change })).body.id;
const list = async () => (await shop.request<List>('eleni', 'get', '/api/webhooks')).body.webhooks;

beforeEach(() => {
  Object.assign(shop.services.config, { webhooksAnywhere: false });
});

describe('a webhook', () => {
  test('is for those who manage webhooks, and of another workspace for nobody', async () => {
    const id = await made();
    expect((await shop.request('nikos', 'get', '/api/webhooks')).status).toBe(403);
    expect((await shop.request<List>('ann', 'get', '/api/webhooks')).body.webhooks).toEqual([]);
    for (const [method, path, body] of [
      ['patch', '', { name: 'Mine' }],
      ['delete', '', undefined],
      ['post', '/secret', undefined],
      ['put', '/pause', undefined],
      ['delete', '/pause', undefined],
      ['post', '/tests', undefined],
      ['get', '/deliveries', undefined],
      ['post', '/replays', { givenUpSince: '2026-01-01T00:00:00Z' }],
    ] as const)
      expect([method, path, (await shop.request('ann', method, `/api/webhooks/${id}${path}`, body)).status]).toEqual([method, path, 404]);
    expect(await list()).toMatchObject([{ name: 'Till', kinds: ['promise.given'], pausedWhy: null }]);
  });

  test.each([
    [{ name: ' ' }, 'webhook.name_missing'],
    [{ url: 'till' }, 'webhook.url_unusable'],
    [{ url: 'http://till.example/tend' }, 'webhook.url_not_public'],
    [{ url: 'https://127.0.0.1/tend' }, 'webhook.url_not_public'],
    [{ url: 'https://[::1]/tend' }, 'webhook.url_not_public'],
    [{ url: 'https://169.254.169.254/latest/meta-data' }, 'webhook.url_not_public'],
    [{ url: 'https://metadata.google.internal/' }, 'webhook.url_not_public'],
    [{ kinds: ['promise.dreamt'] }, 'webhook.kind_unknown'],
  ])('%j is refused', async (change, code) => {
    const refused = await shop.request<{ code: string }>('eleni', 'post', '/api/webhooks', { ...told, ...change });
    expect([refused.status, refused.body.code]).toEqual([422, code]);
    const id = await made();
    expect((await shop.request<{ code: string }>('eleni', 'patch', `/api/webhooks/${id}`, change)).body.code).toBe(code);
  });

  test('there are no more than twenty of', async () => {
    for (let count = 0; count < 20; count += 1) await made({ name: `Till ${count}` });
    expect((await shop.request<{ code: string }>('eleni', 'post', '/api/webhooks', told)).body.code).toBe('webhook.too_many');
  });

  test('has a secret that is told once, kept for no retry, and stands nowhere in the database as it is', async () => {
    const id = await made();
    const first = await shop.request<{ secret: string }>('eleni', 'post', `/api/webhooks/${id}/secret`, undefined, {
      'idempotency-key': 'x',
    });
    const repeated = await shop.request('eleni', 'post', `/api/webhooks/${id}/secret`, undefined, { 'idempotency-key': 'x' });
    expect([repeated.status, repeated.body['code']]).toEqual([409, 'idempotency_key.already_answered']);
    const second = await shop.request<{ secret: string; earlierUntil: string }>('eleni', 'post', `/api/webhooks/${id}/secret`, undefined, {
      'idempotency-key': 'y',
    });
    expect(first.body.secret).toMatch(/^whsec_[\w+/]{43}=$/);
    expect(second.body.secret).not.toBe(first.body.secret);
    expect(second.body.earlierUntil).toBe(shop.now().add({ hours: 24 }).toString());
    expect(await list()).toMatchObject([{ earlierSecretUntil: second.body.earlierUntil }]);
    const { rows } = await shop.inside((tx) =>
      tx.client.query<{ row: string }>(
        'select to_jsonb(w)::text as row from webhook w union all select to_jsonb(r)::text from request_answer r union all select to_jsonb(e)::text from event e',
      ),
    );
    for (const { secret } of [first.body, second.body]) {
      expect(rows.filter(({ row }) => row.includes(secret) || row.includes(secret.replace('whsec_', '')))).toEqual([]);
      expect(JSON.stringify(await list())).not.toContain(secret);
    }
  });

  test('is changed in what is told, and removed with its log', async () => {
    const id = await made();
    await shop.request('eleni', 'patch', `/api/webhooks/${id}`, { kinds: null });
    expect(await list()).toMatchObject([{ name: 'Till', kinds: null }]);
    expect((await shop.request('eleni', 'delete', `/api/webhooks/${id}`)).status).toBe(204);
    expect(await list()).toEqual([]);
    expect((await shop.request('eleni', 'delete', `/api/webhooks/${id}`)).status).toBe(404);
  });

  test('that is told elsewhere leaves a trace of where it was told before, without what may be a password there', async () => {
    const id = await made({ url: 'https://till.example/tend?token=abc&shop=1' });
    await shop.request('eleni', 'patch', `/api/webhooks/${id}`, { url: 'https://thief.example/tend?token=abc' });
    await shop.request('eleni', 'patch', `/api/webhooks/${id}`, { kinds: null });
    await shop.request('eleni', 'delete', `/api/webhooks/${id}`);
    const { rows } = await shop.inside((tx) =>
      tx.client.query<{ kind: string; changes: object }>("select kind, changes from event where kind like 'webhook.%'"),
    );
    const [before, after] = ['https://till.example/tend?token=…&shop=…', 'https://thief.example/tend?token=…'];
    expect(rows).toEqual(
      expect.arrayContaining([
        { kind: 'webhook.made', changes: { name: [null, 'Till'], url: [null, before], kinds: [null, ['promise.given']] } },
        { kind: 'webhook.changed', changes: { url: [before, after] } },
        { kind: 'webhook.changed', changes: { kinds: [['promise.given'], null] } },
        { kind: 'webhook.removed', changes: { name: ['Till', null], url: [after, null] } },
      ]),
    );
  });

  test('knows every kind of event there is, each once', async () => {
    const { body } = await shop.request<{ kinds: { feature: string; kinds: string[] }[] }>('eleni', 'get', '/api/webhooks');
    const all = body.kinds.flatMap(({ kinds }) => kinds);
    expect(all).toContain('promise.given');
    expect(all.length).toBe(new Set(all).size);
  });
});

describe('with a program that answers', () => {
  let till: Receiver;
  let id: string;

  beforeEach(async () => {
    Object.assign(shop.services.config, { webhooksAnywhere: true });
    till = await startReceiver();
    id = await made({ url: `${till.url}/tend` });
    await shop.request('eleni', 'post', `/api/webhooks/${id}/secret`);
  });
  afterEach(async () => await till.stop());

  const tell = () =>
    tellJob.run({ workspace: shop.workspace, input: { follower: id }, services: shop.services, signal: new AbortController().signal });
  const promise = async () => {
    const customer = await shop.customer({ name: 'Maria' });
    return await shop.inside((tx) =>
      givePromise(tx, shop.now(), shop.eleni, { customer, what: 'the list', dueAt: shop.now().add({ hours: 48 }) }),
    );
  };

  test('a test is sent, and refused while nothing is told', async () => {
    expect((await shop.request('eleni', 'post', `/api/webhooks/${id}/tests`)).status).toBe(200);
    await tell();
    expect(till.received.map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual(['webhook.test']);
    await shop.request('eleni', 'put', `/api/webhooks/${id}/pause`);
    expect((await shop.request<{ code: string }>('eleni', 'post', `/api/webhooks/${id}/tests`)).body.code).toBe('webhook.is_paused');
  });

  test('what was told is told again on request, one by one or all that was given up', async () => {
    await promise();
    await tell();
    const log = await shop.request<{ deliveries: { id: string }[] }>('eleni', 'get', `/api/webhooks/${id}/deliveries`);
    const deliveryId = log.body.deliveries[0]?.id ?? '';
    const again = await shop.request<{ count: number }>('eleni', 'post', `/api/webhooks/${id}/replays`, { deliveryId });
    expect(again.body.count).toBe(1);
    await tell();
    expect(new Set(till.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(till.received).toHaveLength(2);
    await shop.inside(async (tx) => await tx.client.query("update webhook_delivery set state = 'given_up'"));
    const since = { givenUpSince: shop.now().subtract({ hours: 1 }).toString() };
    expect((await shop.request<{ count: number }>('eleni', 'post', `/api/webhooks/${id}/replays`, since)).body.count).toBe(1);
    await tell();
    expect(till.received).toHaveLength(3);
    const unknown = { deliveryId: shop.eleni };
    expect((await shop.request<{ code: string }>('eleni', 'post', `/api/webhooks/${id}/replays`, unknown)).body.code).toBe(
      'webhook_delivery.not_found',
    );
  });

  test('the terminal makes, lists, tests, pauses and removes', async () => {
    const added = JSON.parse(
      await shop.tend('webhooks add', `${till.url}/other`, '--name', 'Shop', '--kinds', 'promise.given', '--json'),
    ) as {
      id: string;
      secret: string;
    };
    expect(added.secret).toMatch(/^whsec_/);
    expect(await shop.tend('webhooks')).toContain('Shop');
    await shop.tend('webhooks test', 'Shop');
    await tellJob.run({
      workspace: shop.workspace,
      input: { follower: added.id },
      services: shop.services,
      signal: new AbortController().signal,
    });
    expect(await shop.tend('webhooks log', 'Shop')).toMatch(/webhook\.test +Delivered +1 +200/);
    await shop.tend('webhooks pause', 'Shop');
    expect(await shop.tend('webhooks')).toContain('Paused');
    await shop.tend('webhooks resume', added.id);
    expect(await shop.tend('webhooks secret', 'Shop')).toContain('whsec_');
    expect(await shop.tend('webhooks replay', 'Shop')).toBe('Nothing to send again.');
    await shop.tend('webhooks remove', 'Shop');
    await expect(shop.tend('webhooks log', 'Shop')).rejects.toThrow('webhook.not_found');
  });
});
