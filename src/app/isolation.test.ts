import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { givableRights, rightsOf, type Right } from '#features/access/domain/index.ts';
import { foundWorkspace, makeKey } from '#features/access/server/index.ts';
import { makeLimits } from '#kit/server/http/index.ts';
import { newId } from '#kit/server/ids.ts';
import type { Services } from '#kit/server/services.ts';
import { asDescribed, forgetToAskForTheWorkspace, testConfig, useTestDatabase } from '#kit/server/testing/index.ts';
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
  api = makeApi(services, makeLimits({ signedOutChanges: 100_000, any: 100_000 }), asDescribed);
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
}, 120_000);

test('no route does so for a key of another workspace either, whatever it was given, and none gives a key a cookie', async () => {
  await expectNothingLeaks({ key: await keyOf(givableRights('owner'), false) });
  await expectNothingLeaks({ key: await keyOf(givableRights('owner'), true) });
  await expectNothingLeaks({ key: await keyOf(rightsOf('reader'), false) });
}, 240_000);

test('and none does when the application forgets to ask for its own workspace, since the database keeps them apart by itself', async () => {
  const asked = forgetToAskForTheWorkspace();
  try {
    // Before passwords are tried in vain, after which signing in has to wait.
    await expectOwnCalendarOnly();
    await expectNothingLeaks();
    await expectNothingLeaks({ key: await keyOf(givableRights('owner'), false) });
  } finally {
    asked.stop();
  }
  expect(asked.changed()).toBeGreaterThan(1000);
}, 240_000);

test('a calendar shows what is its own, and nothing of ours', async () => {
  expect(await calendarOf('ours@example.com')).toContain('confidential');
  await expectOwnCalendarOnly();
});

async function expectOwnCalendarOnly(): Promise<void> {
  const text = await calendarOf('eve@example.com');
  expect(text).toContain('BEGIN:VCALENDAR');
  expect(ours.secrets.filter((secret) => text.includes(secret))).toEqual([]);
}

/** What a calendar program reads at the address that somebody made for it. */
async function calendarOf(email: string): Promise<string> {
  const cookie = await cookieOf(email);
  const made = (await (await request('post', '/api/calendar-feed', { cookie })).json()) as { path: string };
  return await (await request('get', made.path)).text();
}

/** What is tried elsewhere, and why not here. */
const triedElsewhere: Readonly<Record<string, string>> = {
  'post /api/sample': 'fills a workspace of one’s own, names nothing of anybody, and takes its time',
  'get /api/live': 'has no end: live.test.ts',
};

test('what is tried elsewhere is still there', () => {
  expect(Object.keys(triedElsewhere).filter((name) => !routes.some((route) => named(route) === name))).toEqual([]);
});

async function expectNothingLeaks(whose: Sent = { cookie: stranger }): Promise<void> {
  let by = whose;
  const before = await ours.fingerprint();
  const leaks = [];
  for (const route of routes.filter((one) => !(named(one) in triedElsewhere))) {
    for (const body of ours.bodiesFor(route)) {
      const answer = await request(route.method, ours.fill(route.path), { ...by, body });
      const text = await answer.text();
      const told = ours.secrets.filter((secret) => text.includes(secret));
      const found = /\{\w+\}/.test(route.path) && answer.status < 400;
      const isGivenCookie = by.key !== undefined && answer.headers.getSetCookie().length > 0;
      if (answer.status >= 500 || told.length > 0 || found || isGivenCookie)
        leaks.push({ route: named(route), status: answer.status, told });
      // Signing out ends the session that is tried.
      if (by.cookie !== undefined && isOfAccounts(route) && (await request('get', '/api/me/sessions', by)).status === 401)
        by = { cookie: await cookieOf('eve@example.com') };
    }
  }
  expect(leaks).toEqual([]);
  expect(await ours.fingerprint()).toEqual(before);
}

function isOfAccounts({ caller }: (typeof routes)[number]): boolean {
  return caller === 'anyone' || caller === 'account';
}

test('the bodies tried are right in form, so that what refuses them is not their form', async () => {
  const refused = [];
  for (const route of routes) {
    if (!route.body) continue;
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
