import pino from 'pino';
import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { route } from '#kit/contract/route.ts';
import { fail } from '#kit/domain/result.ts';
import { newId } from '../ids.ts';
import { bareServices, useTestDatabase } from '../testing/index.ts';
import { forgetOldAnswers, handle, makeLimits, makeRouter } from './index.ts';

/*
 * A drawer with one thing in it, which two colleagues read and change: the manners of the interface, whatever it is about.
 */
const drawer = z.object({ thing: z.string(), lookedAt: z.number() });
const read = route({
  method: 'get',
  path: '/api/drawer',
  summary: '',
  caller: 'seeCustomers',
  answer: drawer,
  versionWithout: ['lookedAt'],
});
const put = route({
  method: 'put',
  path: '/api/drawer',
  summary: '',
  caller: 'seeCustomers',
  changes: read,
  body: z.object({ thing: z.string() }),
  answer: drawer,
});
const count = route({ method: 'post', path: '/api/count', summary: '', caller: 'seeCustomers', answer: z.object({ count: z.number() }) });
const tell = route({ ...count, path: '/api/secret', answersSecret: true });
const take = route({ method: 'post', path: '/api/taken', summary: '', caller: 'seeCustomers', raw: 'download' });
const mine = route({ ...count, path: '/api/mine', caller: 'account' });
const enter = route({ ...count, path: '/api/entered', caller: 'anyone' });
const wait = route({ ...count, path: '/api/waited' });

const database = useTestDatabase();
let now = Temporal.Instant.from('2026-03-02T08:00:00Z');
const warnings: string[] = [];
const log = pino({ level: 'warn' }, { write: (line) => void warnings.push(line) });
const services = bareServices({ database, log, clock: () => now });
const workspace = newId();
const eleni = newId();
const nikos = newId();
let [thing, looks, counted] = ['a spoon', 0, 0];

function open(perMinute = 100_000) {
  return makeRouter({
    services,
    limits: makeLimits({ signedOutChanges: 2, any: perMinute }),
    may: () => true,
    identify: async (headers) => {
      const colleague = headers.get('x-as');
      if (colleague === null) return undefined;
      const who = { workspace, colleague, role: 'owner', language: 'en', timeZone: 'Europe/Athens' } as const;
      const key = headers.get('x-key');
      return {
        account: { id: '', name: '', email: '' },
        session: null,
        ...(key === null ? {} : { key: { id: key, isReadOnly: false } }),
        who,
      };
    },
    handlers: [
      handle(read, async () => ({ thing, lookedAt: (looks += 1) })),
      handle(put, async ({ body }) => ({ thing: (thing = body.thing), lookedAt: looks })),
      handle(count, async () => ({ count: (counted += 1) })),
      handle(tell, async () => ({ count: (counted += 1) })),
      handle(take, async () => Response.json({ count: (counted += 1) })),
      handle(mine, async () => ({ count: (counted += 1) })),
      handle(enter, async () => ({ count: (counted += 1) })),
      handle(wait, async () => {
        throw fail('sign_in.too_many_requests', { seconds: 600 });
      }),
    ],
  });
}

let api = open();
beforeEach(() => {
  api = open();
  now = Temporal.Instant.from('2026-03-02T08:00:00Z');
  [thing, looks, counted] = ['a spoon', 0, 0];
});

type Sent = { as?: string; body?: unknown; headers?: Record<string, string> };
async function send(method: string, path: string, { as = eleni, body, headers = {} }: Sent = {}) {
  const answer = await api.request(path, {
    method,
    headers: { 'x-tend': '1', 'x-as': as, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
}

test('a record tells its version, which stays while nothing is written', async () => {
  const [first, second] = [await send('GET', '/api/drawer'), await send('GET', '/api/drawer')];
  expect(first.headers.get('etag')).toMatch(/^"[\w-]{22}"$/);
  expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
  const known = await send('GET', '/api/drawer', { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
  expect([known.status, known.body]).toEqual([304, {}]);
  expect(first.headers.get('cache-control')).toBe('no-store');
});

test('of two who change what they both read, the second is told, and nothing of the first is lost', async () => {
  const version = (await send('GET', '/api/drawer')).headers.get('etag') ?? '';
  expect((await send('PUT', '/api/drawer', { body: { thing: 'a fork' }, headers: { 'if-match': version } })).status).toBe(200);
  const late = await send('PUT', '/api/drawer', { as: nikos, body: { thing: 'a knife' }, headers: { 'if-match': version } });
  expect([late.status, late.body['code']]).toEqual([412, 'record.overtaken']);
  expect(thing).toBe('a fork');
  const anew = (await send('GET', '/api/drawer')).headers.get('etag') ?? '';
  // What was packed on the way is called weak, and is the same.
  const again = await send('PUT', '/api/drawer', { as: nikos, body: { thing: 'a knife' }, headers: { 'if-match': `"other", W/${anew}` } });
  expect([again.status, thing]).toEqual([200, 'a knife']);
  expect((await send('PUT', '/api/drawer', { body: { thing: 'a cup' }, headers: { 'if-match': '*' } })).status).toBe(200);
});

test('a repetition of a change that went through is no late change', async () => {
  const version = (await send('GET', '/api/drawer')).headers.get('etag') ?? '';
  const change = { body: { thing: 'a fork' }, headers: { 'if-match': version, 'idempotency-key': 'one' } };
  const [first, again] = [await send('PUT', '/api/drawer', change), await send('PUT', '/api/drawer', change)];
  expect([again.status, again.body]).toEqual([200, first.body]);
});

test('a version where there is none is refused rather than passed over', async () => {
  for (const path of ['/api/count', '/api/taken', '/api/mine', '/api/entered']) {
    const refused = await send('POST', path, { headers: { 'if-match': '"x"' } });
    expect([path, refused.status, refused.body['code'], counted]).toEqual([path, 422, 'record.no_version', 0]);
  }
});

test('a request with a key is carried out once for its caller, whatever keys others choose', async () => {
  const key = { 'idempotency-key': 'the same' };
  expect((await send('POST', '/api/count', { headers: key })).body).toEqual({ count: 1 });
  expect((await send('POST', '/api/count', { headers: key })).body).toEqual({ count: 1 });
  expect((await send('POST', '/api/count', { as: nikos, headers: key })).body).toEqual({ count: 2 });
  expect((await send('POST', '/api/count', { headers: { ...key, 'x-key': newId() } })).body).toEqual({ count: 3 });
  const other = await send('PUT', '/api/drawer', { body: { thing: 'a fork' }, headers: key });
  expect([other.status, other.body['code']]).toEqual([409, 'idempotency_key.conflict']);
  const long = await send('POST', '/api/count', { headers: { 'idempotency-key': 'x'.repeat(256) } });
  expect([long.status, long.body['code']]).toEqual([422, 'idempotency_key.too_long']);
});

test('a secret is told once, and the request still done once', async () => {
  const key = { 'idempotency-key': 'secret' };
  expect((await send('POST', '/api/secret', { headers: key })).body).toEqual({ count: 1 });
  expect((await send('POST', '/api/secret', { headers: key })).body['code']).toBe('idempotency_key.already_answered');
  expect(counted).toBe(1);
});

test('what was answered is forgotten after sixteen days, and not before a device without a connection has come back', async () => {
  const key = { 'idempotency-key': 'old' };
  await send('POST', '/api/count', { headers: key });
  const forget = async (days: number) => {
    await database.transaction({ workspace }, async (tx) => {
      // The answer was written by the database's own clock.
      await forgetOldAnswers(tx, Temporal.Now.instant().add({ hours: days * 24 }));
    });
    return (await send('POST', '/api/count', { headers: key })).body;
  };
  expect(await forget(15)).toEqual({ count: 1 });
  expect(await forget(17)).toEqual({ count: 2 });
});

test('whoever asks too often is told where they stand, each caller for themselves', async () => {
  api = open(2);
  const [first, , third] = [await send('GET', '/api/drawer'), await send('GET', '/api/drawer'), await send('GET', '/api/drawer')];
  expect(first.headers.get('ratelimit-policy')).toBe('"requests";q=2;w=60');
  expect(first.headers.get('ratelimit')).toMatch(/^"requests";r=1;t=\d+$/);
  expect([third.status, third.body['code']]).toEqual([429, 'request.too_many_requests']);
  expect(third.headers.get('ratelimit')).toMatch(/^"requests";r=0;t=\d+$/);
  expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await send('GET', '/api/drawer', { as: nikos })).status).toBe(200);
  expect((await send('GET', '/api/drawer', { headers: { 'x-key': newId() } })).status).toBe(200);
});

test('every answer says where one stands, also where nothing is there, too much was sent, or the interface describes itself', async () => {
  const large = { thing: 'x'.repeat(2 * 1024 * 1024) };
  const answers = [
    await send('GET', '/api/nowhere'),
    await send('PUT', '/api/drawer', { body: large, headers: { 'content-length': String(JSON.stringify(large).length) } }),
    await send('GET', '/api/openapi.json'),
    await send('POST', '/api/count', { headers: { 'if-match': '"x"' } }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 413, 200, 422]);
  expect(answers.map(({ headers }) => /r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1])).toEqual(['99999', '99998', '99997', '99996']);
});

/** A request that nobody is signed in for, from an address. */
const from = async (remoteAddress: string, headers: Record<string, string> = {}) =>
  await api.request(
    '/api/entered',
    { method: 'POST', headers: { 'x-tend': '1', ...headers } },
    { incoming: { socket: { remoteAddress } } },
  );

test('a house with a network of its own is counted as one', async () => {
  const statuses = [];
  for (const address of ['2001:db8:1:2::1', '2001:db8:1:2::2', '2001:db8:1:2:ffff::3', '2001:db8:1:3::1'])
    statuses.push((await from(address)).status);
  expect(statuses).toEqual([200, 200, 429, 200]);
});

test('who has to wait is told for how long', async () => {
  const waiting = await send('POST', '/api/waited');
  expect([waiting.status, waiting.headers.get('retry-after')]).toEqual([429, '600']);
});

test('a proxy that the settings know nothing of is told of in the log, once', async () => {
  warnings.length = 0;
  await from('192.0.2.1');
  expect(warnings).toEqual([]);
  await from('192.0.2.1', { 'x-forwarded-for': '198.51.100.1' });
  await from('192.0.2.1', { 'x-forwarded-for': '198.51.100.2' });
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain('TEND_PROXIES');
});

test('what a database cannot keep is refused at the door, with its place', async () => {
  const refused = await send('PUT', '/api/drawer', { body: { thing: 'a fork\0' } });
  expect([refused.status, refused.body['code'], refused.body['field']]).toEqual([422, 'input.unwritable', 'thing']);
});
