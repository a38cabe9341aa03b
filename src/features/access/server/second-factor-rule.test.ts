import { expect, test } from 'vitest';
import { codeOf } from '#fixtures/authenticator-app.ts';
import { goodPassword, openAccounts } from '#fixtures/open-accounts.ts';
import { passkeyDevice } from '#fixtures/passkey-device.ts';
import { access } from './feature.ts';
import { identifySession } from './identity.ts';
import { makeKey } from './keys/actions.ts';
import { dropPasskeys } from './passkeys.ts';
import { dropSecondFactor } from './second-factor.ts';
import { couldComeIn } from './second-factor-rule.ts';
import { signInAs } from './session.ts';

const origin = 'https://tend.example.com';
const accounts = openAccounts({ publicUrl: origin });
const nikos = { name: 'Nikos Rigas', email: 'nikos@example.com', password: 'the ferry left at dusk' };

type Visitor = ReturnType<typeof accounts.visitor>;

async function signedIn(email = accounts.owner.email, password = goodPassword): Promise<Visitor> {
  const visitor = accounts.visitor();
  await visitor.signIn(email, password);
  return visitor;
}

async function setUpApp(visitor: Visitor, password = goodPassword): Promise<readonly string[]> {
  const { body } = await visitor.request('post', '/api/me/second-factor', { password });
  expect((await visitor.request('put', '/api/me/second-factor', { code: codeOf(String(body['uri'])) })).status).toBe(204);
  return body['codes'] as string[];
}

async function addPasskey(visitor: Visitor, password = goodPassword) {
  const device = passkeyDevice(origin);
  const asked = await visitor.request('post', '/api/me/passkeys/asked', { password });
  const { token, options } = asked.body as { token: string; options: Parameters<typeof device.make>[0] };
  const added = await visitor.request('post', '/api/me/passkeys', { token, name: 'A telephone', made: device.make(options) });
  expect(added.status).toBe(200);
  return { device, id: String(added.body['id']) };
}

async function showPasskey(device: ReturnType<typeof passkeyDevice>): Promise<Visitor> {
  const visitor = accounts.visitor();
  const { body } = await visitor.request('get', '/api/session/passkey');
  const { token, options } = body as { token: string; options: { challenge: string } };
  expect((await visitor.request('post', '/api/session/passkey', { token, shown: device.show(options) })).status).toBe(200);
  return visitor;
}

/** The owner with an app, who requires a second factor of everyone; and Nikos, who has none. */
async function requiredByOwner() {
  const joining = await signedIn();
  const { body } = await joining.request('post', '/api/invitations', { name: nikos.name, email: nikos.email, role: 'manager' });
  const desk = accounts.visitor();
  await desk.request('post', '/api/invitations/accepted', { token: body['token'], account: nikos });
  const owner = await signedIn();
  const codes = await setUpApp(owner);
  expect((await owner.request('put', '/api/workspace/second-factor', { isRequired: true })).status).toBe(204);
  return { owner, codes, nikos: desk };
}

const colleagues = async (visitor: Visitor) => {
  const { status, body } = await visitor.request('get', '/api/colleagues');
  return status === 200 ? 'let in' : body['code'];
};

test('who has none is let in no further than to set one up, in a session that is open already, too', async () => {
  const { nikos: visitor } = await requiredByOwner();
  expect(await visitor.request('get', '/api/colleagues', undefined, { 'accept-language': 'el' })).toMatchObject({
    status: 401,
    body: { code: 'second_factor.required', detail: expect.stringContaining('Kafeneio') as string },
  });
  expect((await visitor.request('get', '/api/session')).body).toMatchObject({
    account: { email: nikos.email },
    colleague: { rights: [] },
    lacksFactor: { factor: 'set_up', askedBy: 'Kafeneio' },
  });
  await setUpApp(visitor, nikos.password);
  expect(await colleagues(visitor)).toBe('let in');
  expect((await visitor.request('get', '/api/session')).body).toMatchObject({ lacksFactor: null });
});

test('every route is closed to them but those that are needed to set one up', async () => {
  const { nikos: visitor } = await requiredByOwner();
  const open: string[] = [];
  for (const { route } of access.handlers ?? []) {
    if (route.caller === 'anyone' || route.path === '/api/session') continue;
    const path = route.path.replace(/\{\w+\}/g, accounts.world.workspace);
    const { body } = await visitor.request(route.method, path, route.body ? {} : undefined);
    if (body['code'] !== 'second_factor.required') open.push(`${route.method} ${route.path}`);
  }
  expect(open.toSorted()).toEqual([
    'get /api/me/second-factor',
    'get /api/me/ways-in',
    'post /api/me/passkeys',
    'post /api/me/passkeys/asked',
    'post /api/me/second-factor',
    'put /api/me/second-factor',
  ]);
  expect((await visitor.request('delete', '/api/session')).status).toBe(204);
});

test('a passkey is enough by itself, and the password beside it opens nothing any more, nor sets another factor up', async () => {
  const { nikos: visitor } = await requiredByOwner();
  const { device } = await addPasskey(visitor, nikos.password);
  expect(await colleagues(visitor)).toBe('let in');
  expect(await colleagues(await showPasskey(device))).toBe('let in');
  const thief = await signedIn(nikos.email, nikos.password);
  expect(await colleagues(thief)).toBe('second_factor.not_shown');
  for (const path of ['/api/me/second-factor', '/api/me/passkeys/asked'])
    expect((await thief.request('post', path, { password: nikos.password })).body['code']).toBe('second_factor.not_shown');
  expect((await thief.request('put', '/api/me/password', { present: nikos.password, wanted: 'seven lamps in the harbour' })).status).toBe(
    401,
  );
});

test('the other workspaces of an account are no way around it', async () => {
  const { nikos: visitor } = await requiredByOwner();
  const { workspace } = await accounts.found('Next door', {
    name: 'Ann',
    email: 'ann@example.com',
    password: 'a kettle under the stairs',
  });
  const ann = await signedIn('ann@example.com', 'a kettle under the stairs');
  const invited = await ann.request('post', '/api/invitations', { name: nikos.name, email: nikos.email, role: 'reader' });
  expect((await visitor.request('post', '/api/invitations/accepted', { token: invited.body['token'] })).status).toBe(200);
  const answer = await visitor.request('get', '/api/colleagues', undefined, { 'x-tend-workspace': workspace.id });
  expect(answer.body['code']).toBe('second_factor.required');
  expect(await colleagues(ann)).toBe('let in');
});

test('a session that began before the app was set up elsewhere has to show it', async () => {
  const early = await signedIn();
  const { codes } = await requiredByOwner();
  expect(await colleagues(early)).toBe('second_factor.not_shown');
  await early.signIn();
  expect((await early.request('post', '/api/session/second-factor', { code: codes[0] })).body).toMatchObject({ lacksFactor: null });
  expect(await colleagues(early)).toBe('let in');
});

test('another password keeps what the session has shown, and the workspace it works in', async () => {
  const { owner } = await requiredByOwner();
  await owner.request('put', '/api/session/workspace', { workspaceId: accounts.world.workspace });
  const body = { present: goodPassword, wanted: 'seven lamps in the harbour' };
  expect((await owner.request('put', '/api/me/password', body)).status).toBe(204);
  expect(await colleagues(owner)).toBe('let in');
  const { rows } = await accounts.inside((tx) =>
    tx.client.query<{ workspace_id: string | null }>(
      "select workspace_id from account_session where proven_by = 'code' and workspace_id is not null",
    ),
  );
  expect(rows).toEqual([{ workspace_id: accounts.world.workspace }]);
});

test('who gives it up, or lost it and was helped by the terminal, is led through setting one up anew', async () => {
  const { owner, nikos: visitor } = await requiredByOwner();
  expect((await owner.request('post', '/api/me/second-factor/off', { password: goodPassword })).status).toBe(204);
  expect(await colleagues(owner)).toBe('second_factor.required');
  await setUpApp(owner);
  expect(await colleagues(owner)).toBe('let in');
  const account = await accounts.inside(async (tx) => (await tx.client.query<{ id: string }>('select id from account')).rows);
  for (const { id } of account) await dropSecondFactor(accounts.services, id);
  expect(await colleagues(owner)).toBe('second_factor.required');
  await addPasskey(visitor, nikos.password);
  for (const { id } of account) await dropPasskeys(accounts.services, id);
  expect(await colleagues(await signedIn(nikos.email, nikos.password))).toBe('second_factor.required');
});

test('single sign-on is left to its provider', async () => {
  const { nikos: visitor } = await requiredByOwner();
  const reply = new Headers();
  const account = await accounts.inside(async (tx) =>
    tx.client.query<{ id: string }>('select id from account where email = $1', [nikos.email]),
  );
  const request = new Request(origin);
  await signInAs(accounts.services, account.rows[0]?.id ?? '', 'provider', { request, address: '192.0.2.9', reply });
  const cookie = reply.getSetCookie().map((one) => one.split(';')[0]);
  const identity = await identifySession(accounts.services, new Headers({ cookie: cookie.join('; ') }));
  expect(identity?.account.email).toBe(nikos.email);
  expect(identity?.lacks).toBeUndefined();
  expect(await colleagues(visitor)).toBe('second_factor.required');
});

test('a key goes on working: it is no sign-in', async () => {
  const { nikos: visitor } = await requiredByOwner();
  const { rows } = await accounts.inside((tx) =>
    tx.client.query<{ id: string }>('select id from colleague where email = $1', [nikos.email]),
  );
  const told = { name: 'The till', rights: ['seeCustomers'], isReadOnly: true, days: null } as const;
  const { key } = await accounts.inside((tx) => makeKey(tx, accounts.now(), { colleague: rows[0]?.id ?? '', role: 'manager' }, told));
  const till = accounts.visitor();
  expect((await till.request('get', '/api/colleagues', undefined, { authorization: `Bearer ${key}` })).status).toBe(200);
  expect(await colleagues(visitor)).toBe('second_factor.required');
});

test('whoever requires it has shown one, so that nobody closes the door behind themselves; leaving it free asks for nothing', async () => {
  const bare = await signedIn();
  const wanted = async (visitor: Visitor, isRequired: boolean) =>
    (await visitor.request('put', '/api/workspace/second-factor', { isRequired })).body['code'];
  expect(await wanted(bare, true)).toBe('second_factor.have_one_first');
  expect(await accounts.inside((tx) => couldComeIn(tx, accounts.world.eleni))).toBe(false);
  const proven = await signedIn();
  await setUpApp(proven);
  expect(await wanted(bare, true)).toBe('second_factor.have_one_first');
  expect(await accounts.inside((tx) => couldComeIn(tx, accounts.world.eleni))).toBe(true);
  expect(await wanted(proven, true)).toBeUndefined();
  expect(await wanted(proven, true)).toBeUndefined();
  expect(await wanted(proven, false)).toBeUndefined();
  expect(await colleagues(bare)).toBe('let in');
  const { rows } = await accounts.inside((tx) =>
    tx.client.query<{ kind: string }>("select kind from event where kind like 'access.second_factor%' order by id"),
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['access.second_factor_required', 'access.second_factor_left_free']);
});

test('only an owner decides it, and those who manage colleagues see who has none', async () => {
  const { owner, nikos: visitor } = await requiredByOwner();
  const seats = async () => {
    const { body } = await owner.request('get', '/api/colleagues/seats');
    const all = body['seats'] as { name: string; secondFactor: string }[];
    return { required: body['requiresSecondFactor'], of: Object.fromEntries(all.map((one) => [one.name, one.secondFactor])) };
  };
  expect(await seats()).toEqual({ required: true, of: { 'Eleni Stavrou': 'has', 'Nikos Rigas': 'none' } });
  await addPasskey(visitor, nikos.password);
  expect((await seats()).of).toMatchObject({ 'Nikos Rigas': 'has' });
  expect(await visitor.request('put', '/api/workspace/second-factor', { isRequired: false })).toMatchObject({
    status: 403,
    body: { code: 'access.forbidden' },
  });
});
