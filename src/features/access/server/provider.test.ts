import { afterAll, expect, test } from 'vitest';
import { goodPassword, openAccounts } from '#fixtures/open-accounts.ts';
import { openProvider } from '#fixtures/testing/sign-on/open-provider.ts';
import { insertColleague } from './index.ts';
import { newId } from '#kit/server/ids.ts';

const tendUrl = 'http://localhost:8363';
const provider = await openProvider(tendUrl);
const accounts = openAccounts({ publicUrl: tendUrl, provider: provider.settings });
const nikos = { name: 'Nikos Rigas', email: 'nikos@example.com' };

afterAll(async () => await provider.stop());

type Visitor = ReturnType<typeof accounts.visitor>;

const begin = async (visitor: Visitor) => String((await visitor.request('post', '/api/session/provider')).body['address']);
const returned = (visitor: Visitor, query: string, language = 'en') =>
  visitor.request('post', '/api/session/provider/returned', { query }, { 'accept-language': language });

async function comeInAs(typed: string, visitor = accounts.visitor()) {
  return await returned(visitor, await provider.comeBackAs(await begin(visitor), typed), 'el');
}

async function inviteNikos(more: object = {}) {
  const desk = accounts.visitor();
  await desk.signIn();
  await desk.request('post', '/api/invitations', { ...nikos, role: 'manager', ...more });
  return desk;
}

const refused = (code: string, status = 422) => ({ status, body: { code } });
const accountsOf = async (email: string) =>
  (await accounts.inside((tx) => tx.client.query<{ id: string }>('select id from account where email = $1', [email]))).rows;

test('who was invited comes in by the provider, with an account of their own and without a password', async () => {
  await inviteNikos();
  const visitor = accounts.visitor();
  expect(await comeInAs(nikos.email, visitor)).toMatchObject({
    status: 200,
    body: {
      account: { name: 'Nikos', email: nikos.email },
      colleague: { role: 'manager' },
      preferences: { language: 'el' },
      workspace: { name: 'Kafeneio' },
    },
  });
  expect((await visitor.request('get', '/api/me/ways-in')).body).toMatchObject({
    hasPassword: false,
    provider: { name: 'Olive', isJoined: true },
  });
  expect((await visitor.signIn(nikos.email, 'no password at all')).status).toBe(401);
  const again = accounts.visitor();
  expect((await comeInAs(nikos.email, again)).status).toBe(200);
  expect(await accountsOf(nikos.email)).toHaveLength(1);
});

test('a colleague who stood here without an account takes their own place', async () => {
  const id = newId();
  const seat = { account_id: null, language: 'el', calendar: 'gregorian', digits: 'latin' } as const;
  await accounts.inside((tx) => insertColleague(tx, { ...seat, id, ...nikos, role: 'colleague' }));
  await inviteNikos({ role: 'colleague', colleagueId: id });
  expect((await comeInAs(nikos.email)).body).toMatchObject({ colleague: { id, name: nikos.name } });
});

test('an address without a place and without an invitation gets neither by it', async () => {
  expect(await comeInAs(nikos.email)).toMatchObject(refused('provider.no_place'));
  expect(await accountsOf(nikos.email)).toEqual([]);
});

test('an invitation that was taken back, is too old, or whose giver may not invite any more, opens nothing', async () => {
  const desk = await inviteNikos();
  const { body } = await desk.request('get', '/api/invitations');
  const [open] = body['invitations'] as { id: string }[];
  await desk.request('delete', `/api/invitations/${open?.id}`);
  expect(await comeInAs(nikos.email)).toMatchObject(refused('provider.no_place'));
  await inviteNikos();
  accounts.at('2026-03-10T08:00:00Z');
  expect(await comeInAs(nikos.email)).toMatchObject(refused('provider.no_place'));
  accounts.at('2026-03-02T08:00:00Z');
  await accounts.inside((tx) => tx.client.query("update colleague set role = 'reader'"));
  expect(await comeInAs(nikos.email)).toMatchObject(refused('provider.no_place'));
});

test('an address that the provider has not verified opens nothing', async () => {
  await inviteNikos();
  expect(await comeInAs(`unverified ${nikos.email}`)).toMatchObject(refused('provider.email_unverified'));
  expect(await accountsOf(nikos.email)).toEqual([]);
});

test('who has an account connects it from inside, since anybody may have made it with that address; then both ways lead in', async () => {
  const { email } = accounts.owner;
  expect(await comeInAs(email)).toMatchObject(refused('provider.connect_first'));
  const desk = accounts.visitor();
  await desk.signIn();
  expect(await comeInAs('somebody@example.com', desk)).toMatchObject(refused('provider.other_address'));
  expect(await comeInAs(email, desk)).toMatchObject({ status: 200, body: { account: { email } } });
  expect((await desk.request('get', '/api/me/ways-in')).body).toMatchObject({ provider: { isJoined: true }, hasPassword: true });
  expect(await comeInAs(email)).toMatchObject({ status: 200, body: { account: { email }, workspace: { name: 'Kafeneio' } } });
  expect((await accounts.visitor().signIn()).status).toBe(200);
  // Another person who got the same address at the provider later is not them.
  expect(await comeInAs(`other ${email}`)).toMatchObject(refused('provider.another'));
  expect(await desk.request('post', '/api/me/provider/left', {})).toMatchObject(refused('access.present_password_wrong'));
  expect((await desk.request('post', '/api/me/provider/left', { password: goodPassword })).status).toBe(204);
  expect((await desk.request('get', '/api/me/ways-in')).body).toMatchObject({ provider: { isJoined: false } });
  expect(await desk.request('post', '/api/me/provider/left', { password: goodPassword })).toMatchObject(refused('provider.not_joined'));
});

test('the provider is not left where nothing else opens the account', async () => {
  await inviteNikos();
  const visitor = accounts.visitor();
  await comeInAs(nikos.email, visitor);
  expect(await visitor.request('post', '/api/me/provider/left', {})).toMatchObject(refused('access.last_way_in'));
  expect((await comeInAs(nikos.email)).status).toBe(200);
});

test('who was let out comes in no more', async () => {
  await inviteNikos();
  expect((await comeInAs(nikos.email)).status).toBe(200);
  await accounts.inside((tx) =>
    tx.client.query('update colleague set suspended_at = now(), suspended_by = $1 where email = $2', [accounts.world.eleni, nikos.email]),
  );
  expect(await comeInAs(nikos.email)).toMatchObject(refused('provider.no_place'));
});

test('what came back is good once, for the browser that set out, and for its own journey', async () => {
  await inviteNikos();
  const visitor = accounts.visitor();
  const query = await provider.comeBackAs(await begin(visitor), nikos.email);
  expect(await returned(accounts.visitor(), query)).toMatchObject(refused('provider.too_late'));
  const other = accounts.visitor();
  await begin(other);
  expect(await returned(other, query)).toMatchObject(refused('provider.not_accepted'));
  const cookies = new Map(visitor.cookies);
  expect((await returned(visitor, query)).status).toBe(200);
  const thief = accounts.visitor();
  for (const [name, value] of cookies) thief.cookies.set(name, value);
  expect(await returned(thief, query)).toMatchObject(refused('provider.too_late'));
});

test('a journey that took more than ten minutes, and one that began as somebody else, end nowhere', async () => {
  await inviteNikos();
  const visitor = accounts.visitor();
  const query = await provider.comeBackAs(await begin(visitor), nikos.email);
  accounts.at('2026-03-02T08:10:01Z');
  expect(await returned(visitor, query)).toMatchObject(refused('provider.too_late'));
  const lent = accounts.visitor();
  const theirs = await provider.comeBackAs(await begin(lent), nikos.email);
  await lent.signIn();
  expect(await returned(lent, theirs)).toMatchObject(refused('provider.too_late'));
});

test.each([
  ['a state of somebody else', (query: URLSearchParams) => query.set('state', 'another')],
  ['no state', (query: URLSearchParams) => query.delete('state')],
  ['a code that was not given', (query: URLSearchParams) => query.set('code', 'guessed')],
  ['another provider named', (query: URLSearchParams) => query.set('iss', 'https://evil.example')],
])('with %s nobody comes in', async (_, change) => {
  await inviteNikos();
  const visitor = accounts.visitor();
  const query = new URLSearchParams(await provider.comeBackAs(await begin(visitor), nikos.email));
  change(query);
  expect(await returned(visitor, `?${query.toString()}`)).toMatchObject(refused('provider.not_accepted'));
  expect((await visitor.request('get', '/api/session')).body['account']).toBeNull();
});

test.each([
  ['made for another journey', 'replayed', 'provider.not_accepted'],
  ['that has expired', 'expired', 'provider.not_accepted'],
])('a token %s is not believed', async (_, how, code) => {
  await inviteNikos();
  expect(await comeInAs(`${how} ${nikos.email}`)).toMatchObject(refused(code));
  expect(await accountsOf(nikos.email)).toEqual([]);
});

test('who says no at the provider is told so', async () => {
  expect(await comeInAs(`refused ${nikos.email}`)).toMatchObject(refused('provider.declined'));
});

test('the way goes by a code, bound to this browser by state, nonce and a proof of who asked', async () => {
  const address = new URL(await begin(accounts.visitor()));
  const told = Object.fromEntries(address.searchParams);
  expect(told).toMatchObject({
    response_type: 'code',
    client_id: 'tend',
    redirect_uri: `${tendUrl}/sign-in/return`,
    code_challenge_method: 'S256',
  });
  for (const name of ['state', 'nonce', 'code_challenge']) expect(told[name]?.length).toBeGreaterThanOrEqual(43);
  expect(address.href).not.toContain(provider.settings.clientSecret);
});
