import { beforeEach, expect, test } from 'vitest';
import { may, rights, rightsOf, roles, type Right, type Role } from '#features/access/domain/index.ts';
import { insertColleague } from '#features/access/server/index.ts';
import { makeLimits, makeRouter } from '#kit/server/http/index.ts';
import { newId } from '#kit/server/ids.ts';
import { testConfig, useTestDatabase } from '#kit/server/testing/index.ts';
import { features } from './features.ts';
import { makeServices, refreshTouched } from './services.ts';
import { fillWorkspace, type Filled } from './testing/filled-workspace.ts';

const clock = () => Temporal.Instant.from('2026-03-02T08:00:00Z');
const db = useTestDatabase({ refreshTouched: refreshTouched(clock) });
const services = makeServices({ ...testConfig('/tmp/tend-rights'), secret: 'a secret of the tests only' }, db, clock);
const handlers = features.flatMap((feature) => feature.handlers ?? []);
const routes = handlers.map((handler) => handler.route);
const guarded = routes.flatMap((route) => {
  const right = rights.find((one) => one === route.caller);
  return right === undefined ? [] : [{ route, right, name: `${route.method} ${route.path}` }];
});

/** Rights that come with answering for a customer are asked for where the customer is known. */
const askedForInside: Readonly<Record<string, Right>> = {
  'post /api/customers/{customer}/facts/looks': 'seeSensitiveFacts',
  'get /api/customers/{customer}/facts/looks': 'seeWhoLooked',
};

let ours: Filled;
const colleagues = new Map<string, string>();

beforeEach(async () => {
  ours = await fillWorkspace(services, 'ours@example.com');
  await db.transaction({ workspace: ours.workspace }, async (tx) => {
    for (const role of roles) {
      const id = newId();
      colleagues.set(role, id);
      const seat = { account_id: null, language: 'en', calendar: 'gregorian', digits: 'latin' } as const;
      await insertColleague(tx, { ...seat, id, name: role, email: `${role}@example.com`, role });
    }
  });
});

const api = makeRouter({
  handlers,
  services,
  limits: makeLimits({ signedOutChanges: 1000, any: 100_000 }),
  may,
  identify: async (headers) => {
    const role = roles.find((one) => one === headers.get('x-as'));
    if (!role) return undefined;
    const colleague = colleagues.get(role) ?? '';
    const who = { workspace: ours.workspace, colleague, role, language: 'en', timeZone: 'Europe/Athens' } as const;
    const only = headers.get('x-only');
    const account = { id: colleague, name: role, email: '' };
    const factor = (['set_up', 'show'] as const).find((one) => one === headers.get('x-lacks'));
    const lacks = factor && { factor, askedBy: 'Ours' };
    if (only === null) return { account, session: null, who, lacks };
    const key = { id: newId(), isReadOnly: headers.get('x-reads') !== null };
    return { account, session: null, key, who: { ...who, only: rights.filter((right) => only.split(',').includes(right)) } };
  },
});

test('every route says who may call it, by the table of rights', () => {
  const unknown = routes.filter(({ caller }) => caller !== 'anyone' && caller !== 'account' && !rights.includes(caller));
  expect(unknown.map(({ method, path, caller }) => `${method} ${path}: ${caller}`)).toEqual([]);
  expect(guarded.length).toBeGreaterThan(100);
});

test('what changes something asks for more than to see, unless it is one’s own', () => {
  const reading = ['post /api/customers/{customer}/facts/looks'];
  const open = guarded.filter(({ route, right, name }) => route.method !== 'get' && right === 'seeCustomers' && !reading.includes(name));
  expect(open.map(({ name }) => name)).toEqual([]);
});

test('every right is asked for somewhere', () => {
  const inside: readonly Right[] = ['actForColleagues', ...Object.values(askedForInside)];
  const asked = new Set([...guarded.map(({ right }) => right), ...inside]);
  expect(rights.filter((right) => !asked.has(right))).toEqual([]);
});

test('each role reaches what the table gives it, and is refused the rest', async () => {
  const wrong: string[] = [];
  // The sample takes its time, and what happens as it happens has no end: whether they are refused is seen all the same.
  const endless = ['/api/sample', '/api/live'];
  for (const role of roles) {
    for (const { route, right, name } of guarded) {
      const isGiven = rightsOf(role).includes(askedForInside[name] ?? right);
      if (isGiven && endless.includes(route.path)) continue;
      const isRefused = await refuses(role, route.method, ours.fill(route.path), route.body ? {} : undefined);
      if (isRefused === isGiven) wrong.push(`${role}: ${name} ${isRefused ? 'is refused' : 'is open'}`);
    }
  }
  expect(wrong).toEqual([]);
}, 120_000);

test('whoever lacks a second factor that is required reaches nothing, whatever their role, but what sets one up', async () => {
  const open: string[] = [];
  for (const lacking of ['set_up', 'show']) {
    const closed = routes.filter(({ caller, withoutSecondFactor: to }) => caller !== 'anyone' && to !== 'always' && to !== lacking);
    expect(routes.length - closed.length).toBeLessThan(routes.length / 4);
    for (const route of closed) {
      const answer = await api.request(ours.fill(route.path), {
        method: route.method.toUpperCase(),
        headers: { 'x-as': 'owner', 'x-lacks': lacking, 'x-tend': '1', 'content-type': 'application/json' },
        ...(route.body ? { body: '{}' } : {}),
      });
      const { code } = (await answer.json()) as { code: string };
      const refusal = lacking === 'set_up' ? 'second_factor.required' : 'second_factor.not_shown';
      if (answer.status !== 401 || code !== refusal) open.push(`${lacking}: ${route.method} ${route.path} ${code}`);
    }
  }
  expect(open).toEqual([]);
});

test('each right that a key is given opens what asks for it, and nothing else', async () => {
  const wrong: string[] = [];
  const endless = ['/api/sample', '/api/live'];
  for (const given of rights) {
    for (const { route, right, name } of guarded) {
      const isGiven = right === given && askedForInside[name] === undefined;
      if (isGiven && endless.includes(route.path)) continue;
      const isRefused = await refuses('owner', route.method, ours.fill(route.path), route.body ? {} : undefined, { 'x-only': given });
      if (isRefused === isGiven) wrong.push(`a key to ${given}: ${name} ${isRefused ? 'is refused' : 'is open'}`);
    }
  }
  expect(wrong).toEqual([]);
}, 240_000);

test('a key that only reads is refused every change, whatever its rights', async () => {
  const open = [];
  for (const { route, name } of guarded.filter((one) => one.route.method !== 'get')) {
    const answer = await api.request(ours.fill(route.path), {
      method: route.method.toUpperCase(),
      headers: { 'x-as': 'owner', 'x-only': rights.join(','), 'x-reads': 'yes', 'content-type': 'application/json' },
      ...(route.body ? { body: '{}' } : {}),
    });
    if (answer.status !== 403 || ((await answer.json()) as { code: string }).code !== 'api_key.read_only') open.push(name);
  }
  expect(open).toEqual([]);
});

async function refuses(role: Role, method: string, path: string, body: unknown, more: Record<string, string> = {}): Promise<boolean> {
  const answer = await api.request(path, {
    method: method.toUpperCase(),
    headers: { 'x-as': role, 'x-tend': '1', 'content-type': 'application/json', ...more },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (answer.status !== 403) {
    await answer.body?.cancel();
    return false;
  }
  return ((await answer.json()) as { code: string }).code === 'access.forbidden';
}
