import { createECDH, randomBytes, type ECDH } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import ece from 'http_ece';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cadence } from '#features/cadence/server/index.ts';
import { conversations } from '#features/conversations/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { givePromise, keepPromise, promises } from '#features/promises/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { newId } from '#kit/server/ids.ts';
import { makeReminders, reminders } from '../index.ts';
import { listDevices, writeDevice } from './device-store.ts';
import { pushKeysOf } from './keys.ts';
import { pushJob } from './telling.ts';

const shop = openShop([people, conversations, promises, cadence, reminders]);
const services = { ...shop.services, config: { ...shop.services.config, pushAnywhere: true } };

type Received = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

let pushService: Server;
let received: Received[];
let answers: number[];
let maria: string;
let browsers = 0;

// A push service of our own, on the wire: it takes what comes, and says what it is told to.
beforeEach(async () => {
  [received, answers] = [[], []];
  pushService = createServer((asked, answer) => {
    const pieces: Buffer[] = [];
    asked.on('data', (piece: Buffer) => pieces.push(piece));
    asked.on('end', () => {
      received.push({ path: asked.url ?? '', headers: asked.headers, body: Buffer.concat(pieces) });
      answer.writeHead(answers.shift() ?? 201).end();
    });
  });
  await new Promise<void>((resolve) => pushService.listen(0, '127.0.0.1', resolve));
  maria = await shop.customer({ name: 'Maria' });
});

afterEach(async () => {
  await new Promise((resolve) => pushService.close(resolve));
});

/** A browser in which somebody turned reminders on, with the keys by which it reads what comes. */
async function browser(
  colleague: string,
  name: string,
): Promise<(message: Received) => { title: string; body: string; path: string; tag: string }> {
  const keys: ECDH = createECDH('prime256v1');
  keys.generateKeys();
  const auth = randomBytes(16).toString('base64url');
  const endpoint = `http://127.0.0.1:${(pushService.address() as AddressInfo).port}/${name}`;
  await shop.inside((tx) =>
    writeDevice(tx, newId((browsers += 1)), shop.now(), colleague, { endpoint, name, auth, p256dh: keys.getPublicKey('base64url') }),
  );
  return ({ body }) => JSON.parse(ece.decrypt(body, { version: 'aes128gcm', privateKey: keys, authSecret: auth }).toString()) as never;
}

/** Eleni promises something that falls due while the scheduler looks, and is reminded. */
async function reminded(what = 'Send the invoice'): Promise<{ promise: string; ids: string[] }> {
  const dueAt = shop.now().add({ minutes: 5 });
  const promise = await shop.inside((tx) => givePromise(tx, shop.now(), shop.eleni, { customer: maria, what, dueAt }));
  shop.at(shop.now().add({ minutes: 6 }).toString());
  const after = shop.now().subtract({ minutes: 10 });
  const span = { since: after, after, until: shop.now() };
  const made = await shop.inside((tx) => makeReminders(tx, shop.now(), span, [shop.eleni, shop.nikos]));
  return { promise, ids: made.map(({ id }) => id) };
}

const tell = (ids: readonly string[]) =>
  pushJob.run({ workspace: shop.workspace, input: { reminders: ids }, services, signal: new AbortController().signal });

test('a reminder reaches every device of whoever it is for, sealed for that device, signed by us, once', async () => {
  const telephone = await browser(shop.eleni, 'telephone');
  const desk = await browser(shop.eleni, 'desk');
  await browser(shop.nikos, 'nikos');
  const { promise, ids } = await reminded();
  await tell(ids);
  await tell(ids);
  expect(received.map(({ path }) => path)).toEqual(['/telephone', '/desk']);
  const [first, second] = received;
  if (!first || !second) throw new Error('two were told');
  const told = telephone(first);
  expect(told).toMatchObject({ title: 'Kafeneio', path: `/promises/${promise}`, tag: ids[0] });
  expect(told.body).toContain('Send the invoice');
  expect(desk(second).body).toBe(told.body);
  expect(() => desk(first)).toThrow(/authenticate/);
  expect(first.body.toString()).not.toContain('invoice');
  expect(first.headers['content-encoding']).toBe('aes128gcm');
  expect(first.headers['ttl']).toBe('86400');
  expect(first.headers['urgency']).toBe('high');
  expect(first.headers['authorization']).toContain(`k=${pushKeysOf(services.config).publicKey}`);
});

test('a device that is no more is taken off the list', async () => {
  await browser(shop.eleni, 'old');
  await browser(shop.eleni, 'new');
  answers = [410, 201];
  const { ids } = await reminded();
  await tell(ids);
  const left = await shop.inside((tx) => listDevices(tx, [shop.eleni]));
  expect(left.map(({ name }) => name)).toEqual(['new']);
});

test('what a push service could not take is tried again, and only that', async () => {
  await browser(shop.eleni, 'telephone');
  await browser(shop.eleni, 'desk');
  const { ids } = await reminded();
  answers = [503, 201];
  await expect(tell(ids)).rejects.toThrow('a push service did not answer');
  await tell(ids);
  expect(received.map(({ path }) => path)).toEqual(['/telephone', '/desk', '/telephone']);
  // Both times under the same topic, so that of two that wait the later takes the place of the earlier.
  expect(new Set(received.map(({ headers }) => headers['topic'])).size).toBe(1);
});

test('what asks nothing of anybody any more is not told', async () => {
  await browser(shop.eleni, 'telephone');
  const { promise, ids } = await reminded();
  await shop.inside((tx) => keepPromise(tx, shop.now(), shop.eleni, promise));
  await tell(ids);
  expect(received).toEqual([]);
});

test('what is long is cut, so that push services take it', async () => {
  const telephone = await browser(shop.eleni, 'telephone');
  const { ids } = await reminded('π'.repeat(500));
  await tell(ids);
  const [message] = received;
  if (!message) throw new Error('one was told');
  expect(message.body.length).toBeLessThan(4096);
  expect(telephone(message).body.length).toBeLessThanOrEqual(300);
});

test('only a push service on the internet is accepted, and none but one’s own device removed', async () => {
  const keys = { p256dh: 'BPublic', auth: 'secret', name: 'Chrome, Linux' };
  for (const endpoint of ['http://127.0.0.1:8080/x', 'https://127.0.0.1/x', 'https://10.0.0.8/x', 'https://metadata.google.internal/x']) {
    const refused = await shop.request<{ code: string }>('eleni', 'post', '/api/push-devices', { ...keys, endpoint });
    expect([refused.status, refused.body.code]).toEqual([422, 'push_device.endpoint_unusable']);
  }
  const added = await shop.request<{ id: string }>('eleni', 'post', '/api/push-devices', {
    ...keys,
    endpoint: 'https://push.example.com/1',
  });
  expect(added.status).toBe(200);
  const again = await shop.request<{ id: string }>('eleni', 'post', '/api/push-devices', {
    ...keys,
    endpoint: 'https://push.example.com/1',
  });
  expect(again.body.id).toBe(added.body.id);
  const path = `/api/push-devices/${added.body.id}`;
  expect((await shop.request('nikos', 'delete', path)).status).toBe(404);
  expect((await shop.request('ann', 'delete', path)).status).toBe(404);
  const listed = await shop.request<{ publicKey: string; devices: unknown[] }>('eleni', 'get', '/api/push-devices');
  expect(listed.body.devices).toHaveLength(1);
  expect(listed.body.publicKey).toMatch(/^[\w-]{87}$/);
  expect(JSON.stringify(listed.body)).not.toContain('secret');
  expect((await shop.request('eleni', 'delete', path)).status).toBe(204);
});

test('the same secret has the same keys, another has others, and the private one is told nobody', () => {
  const keys = pushKeysOf({ secret: 'one' });
  expect(pushKeysOf({ secret: 'one' })).toEqual(keys);
  expect(pushKeysOf({ secret: 'another' }).publicKey).not.toBe(keys.publicKey);
});
