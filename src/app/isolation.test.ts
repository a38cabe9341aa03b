import pg from 'pg';
import { beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { givableRights, rightsOf, type Right } from '#features/access/domain/index.ts';
import { foundWorkspace, makeKey } from '#features/access/server/index.ts';
import { makeLimits } from '#kit/server/http/index.ts';
import { newId } from '#kit/server/ids.ts';
import type { Services } from '#kit/server/services.ts';
import { asDescribed, testConfig, useTestDatabase } from '#kit/server/testing/index.ts';
import { features } from './features.ts';
import { makeApi } from './http.ts';
import { makeServices, refreshTouched } from './services.ts';
import { fillWorkspace, type Filled } from './testing/filled-workspace.ts';

const clock = () => Temporal.Instant.from('2026-03-02T08:00:00Z');
const db = useTestDatabase({ refreshTouched: refreshTouched(clock) });
const config = { ...testConfig('/tmp/tend-isolation'), port: 8363, secret: 'a secret of the tests only' };
const routes = features.flatMap((feature) => feature.handlers ?? []).map((handler) => handler.route);
const named = (route: (typeof routes)[number]) => `${route.method} ${route.path}`;

let services: Services;
let api: ReturnType<typeof makeApi>;
let ours: Filled;
let stranger: string;
let theirs: { workspace: string; owner: string };

beforeEach(async () => {
  services = makeServices(config, db, clock);
  api = makeApi(services, makeLimits({ signedOutChanges: 1000, any: 100_000 }), asDescribed);
  ours = await fillWorkspace(services, 'ours@example.com');
  const { workspace, owner } = await foundWorkspace(
    services,
    {
      name: 'Theirs',
      language: 'en',
      currency: 'EUR',
      timeZone: 'Europe/London',
      owner: { name: 'Eve', email: 'eve@example.com', password: 'a long password' },
    },
    { onlyFirst: false },
  );
  theirs = { workspace: workspace.id, owner };
  stranger = await cookieOf('eve@example.com');
});

async function cookieOf(email: string): Promise<string> {
  const answer = await request('post', '/api/session', { body: { email, password: 'a long password' } });
  expect(answer.status).toBe(200);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

async function keyOf(rights: readonly Right[], isReadOnly: boolean): Promise<string> {
  return await services.database.transaction({ workspace: theirs.workspace }, async (tx) => {
    const told = { name: 'A program', rights, isReadOnly, days: null };
    return (await makeKey(tx, clock(), { colleague: theirs.owner, role: 'owner' }, told)).key;
  });
}

type Sent = { readonly cookie?: string; readonly key?: string; readonly body?: unknown };

async function request(method: string, path: string, options: Sent = {}): Promise<Response> {
  return await api.request(path, {
    method: method.toUpperCase(),
    headers: {
      'x-tend': '1',
      ...(options.cookie ? { cookie: options.cookie } : {}),
      ...(options.key ? { authorization: `Bearer ${options.key}` } : {}),
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
}

test('no route answers somebody who is not signed in, unless it is meant for anyone', async () => {
  const open = [];
  for (const route of routes.filter((one) => one.caller !== 'anyone')) {
    const answer = await request(route.method, ours.fill(route.path), { body: route.body ? {} : undefined });
    if (answer.status !== 401) open.push(`${named(route)}: ${answer.status}`);
  }
  expect(open).toEqual([]);
});

test('no route gives a colleague of another workspace anything of ours, or changes anything of ours', async () => {
  await expectNothingLeaks();
});

test('no route does so for a key of another workspace either, whatever it was given, and none gives a key a cookie', async () => {
  await expectNothingLeaks({ key: await keyOf(givableRights('owner'), false) });
  await expectNothingLeaks({ key: await keyOf(givableRights('owner'), true) });
  await expectNothingLeaks({ key: await keyOf(rightsOf('reader'), false) });
}, 240_000);

test('and none does when the application forgets to ask for its own workspace, since the database keeps them apart by itself', async () => {
  const asked = forgetToAskForTheWorkspace();
  try {
    await expectNothingLeaks();
  } finally {
    asked.stop();
  }
  expect(asked.changed()).toBeGreaterThan(100);
});

/** Takes the condition on the workspace out of every statement, on its way to the database. */
function forgetToAskForTheWorkspace(): { changed: () => number; stop: () => void } {
  let changed = 0;
  type Query = (this: pg.Client, statement: unknown, ...rest: unknown[]) => unknown;
  const query = Object.getOwnPropertyDescriptor(pg.Client.prototype, 'query')?.value as Query;
  const forget = (text: string) =>
    text.replaceAll(/(?:\b\w+\.|"\w+"\.)?"?workspace_id"? = (\$\d+)/g, (_, parameter: string) => {
      changed += 1;
      return `${parameter}::uuid is not null`;
    });
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, statement: unknown, ...rest: unknown[]) {
    if (typeof statement === 'string') return query.call(this, forget(statement), ...rest) as never;
    // A statement that is kept under a name is another one now.
    const { name: _, ...given } = statement as { name?: string; text?: string };
    if (given.text === undefined || !('values' in given)) return query.call(this, statement, ...rest) as never;
    return query.call(this, { ...given, text: forget(given.text) }, ...rest) as never;
  });
  return { changed: () => changed, stop: () => spy.mockRestore() };
}

async function expectNothingLeaks(by: Sent = { cookie: stranger }): Promise<void> {
  const before = await ours.fingerprint();
  const leaks = [];
  // Filling one's own workspace with the sample names nothing of anybody, and takes its time; what happens as it happens has no end (see live.test.ts).
  const tried = routes.filter(
    ({ caller, path }) => caller !== 'anyone' && caller !== 'account' && !['/api/sample', '/api/live'].includes(path),
  );
  for (const route of tried) {
    for (const body of ours.bodiesFor(route)) {
      const answer = await request(route.method, ours.fill(route.path), { ...by, body });
      const text = await answer.text();
      const told = ours.secrets.filter((secret) => text.includes(secret));
      const found = /\{\w+\}/.test(route.path) && answer.status < 400;
      const isGivenCookie = by.key !== undefined && answer.headers.getSetCookie().length > 0;
      if (answer.status >= 500 || told.length > 0 || found || isGivenCookie)
        leaks.push({ route: named(route), status: answer.status, told });
    }
  }
  expect(leaks).toEqual([]);
  expect(await ours.fingerprint()).toEqual(before);
}

test('the bodies tried are right in form, so that what refuses them is not their form', async () => {
  const refused = [];
  for (const route of routes) {
    if (!route.body || route.caller === 'anyone') continue;
    const { success, error } = z.safeParse(route.body, ours.bodiesFor(route)[1]);
    if (!success) refused.push(`${named(route)}: ${error.message}`);
  }
  expect(refused).toEqual([]);
});

test('every route that names something of ours by id is filled with a real id of ours', () => {
  const names = routes.flatMap((route) => [...route.path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]));
  expect(names.filter((name) => !(name && name in ours.ids))).toEqual([]);
});

test('a change that another site makes a browser send is refused', async () => {
  const path = '/api/session';
  const bare = await api.request(path, { method: 'DELETE', headers: { cookie: stranger } });
  expect(bare.status).toBe(403);
  const foreign = await api.request(path, {
    method: 'DELETE',
    headers: { cookie: stranger, 'x-tend': '1', origin: 'https://elsewhere.example', host: 'localhost' },
  });
  expect(foreign.status).toBe(403);
});

test('whoever tries passwords is slowed down', async () => {
  const strict = makeApi(services, makeLimits({ signedOutChanges: 3, any: 1000 }));
  const attempt = () =>
    strict.request('/api/session', {
      method: 'POST',
      headers: { 'x-tend': '1', 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'eve@example.com', password: newId() }),
    });
  const statuses = [];
  for (let count = 0; count < 4; count += 1) statuses.push((await attempt()).status);
  expect(statuses).toEqual([401, 401, 401, 429]);
});

test('a first visit is refused once there is a workspace', async () => {
  const body = {
    name: 'Mine',
    language: 'en',
    currency: 'EUR',
    timeZone: 'Europe/London',
    owner: { name: 'Mal', email: 'mal@example.com', password: 'a long password' },
  };
  expect((await request('post', '/api/workspaces', { body })).status).toBe(409);
});
