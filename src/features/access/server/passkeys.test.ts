import { expect, test } from 'vitest';
import { goodPassword, openAccounts } from '#fixtures/open-accounts.ts';
import { passkeyDevice } from '#fixtures/passkey-device.ts';
import { mostPasskeys } from '../domain/index.ts';

const origin = 'https://tend.example.com';
const accounts = openAccounts({ publicUrl: origin });
const nikos = { name: 'Nikos Rigas', email: 'nikos@example.com', password: 'the ferry left at dusk' };

type Visitor = ReturnType<typeof accounts.visitor>;
type Wanted = { token: string; options: Parameters<ReturnType<typeof passkeyDevice>['make']>[0] };
type Asked = { token: string; options: { challenge: string } };

const askForNew = async (visitor: Visitor, password = goodPassword) =>
  (await visitor.request('post', '/api/me/passkeys/asked', { password })).body as Wanted;
const ask = async (visitor: Visitor) => (await visitor.request('get', '/api/session/passkey')).body as Asked;

async function addPasskey(visitor: Visitor, password = goodPassword) {
  const device = passkeyDevice(origin);
  const { token, options } = await askForNew(visitor, password);
  const made = device.make(options);
  const added = await visitor.request('post', '/api/me/passkeys', { token, name: 'The counter', made });
  expect(added.status).toBe(200);
  return { device, id: String(added.body['id']) };
}

async function eleniWithPasskey() {
  const desk = accounts.visitor();
  await desk.signIn();
  return { desk, ...(await addPasskey(desk)) };
}

async function shownTo(device: ReturnType<typeof passkeyDevice>, otherwise: Parameters<typeof device.show>[1] = {}) {
  const visitor = accounts.visitor();
  const { token, options } = await ask(visitor);
  return await visitor.request('post', '/api/session/passkey', { token, shown: device.show(options, otherwise) });
}

const refused = (code: string, status = 422) => ({ status, body: { code } });

test('a passkey signs in by itself, and is seen in the settings with when it was used', async () => {
  const { desk, device, id } = await eleniWithPasskey();
  expect((await desk.request('get', '/api/me/ways-in')).body).toEqual({
    hasPassword: true,
    passkeysAt: origin,
    provider: null,
    passkeys: [{ id, name: 'The counter', addedAt: '2026-03-02T08:00:00Z', usedAt: null }],
  });
  accounts.at('2026-03-03T08:00:00Z');
  expect(await shownTo(device)).toMatchObject({
    status: 200,
    body: { account: { email: accounts.owner.email }, workspace: { name: 'Kafeneio' } },
  });
  expect((await desk.request('get', '/api/me/ways-in')).body['passkeys']).toMatchObject([{ usedAt: '2026-03-03T08:00:00Z' }]);
});

test('it stands for the second factor, too: the device has seen who sits there', async () => {
  const { device } = await eleniWithPasskey();
  await accounts.inside((tx) => tx.client.query('update account set has_second_factor = true where email = $1', [accounts.owner.email]));
  expect((await accounts.visitor().signIn()).body).toMatchObject({ account: null, needsSecondFactor: true });
  expect((await shownTo(device)).body).toMatchObject({ account: { email: accounts.owner.email }, needsSecondFactor: false });
});

test('what was shown once is shown to nobody again, whoever has listened', async () => {
  const { device } = await eleniWithPasskey();
  const visitor = accounts.visitor();
  const { token, options } = await ask(visitor);
  const shown = device.show(options);
  expect((await visitor.request('post', '/api/session/passkey', { token, shown })).status).toBe(200);
  const thief = accounts.visitor();
  expect(await thief.request('post', '/api/session/passkey', { token, shown })).toMatchObject(refused('passkey.too_late'));
  const { token: another } = await ask(thief);
  expect(await thief.request('post', '/api/session/passkey', { token: another, shown })).toMatchObject(refused('passkey.not_accepted'));
  expect((await thief.request('get', '/api/session')).body['account']).toBeNull();
});

test('a token is good for ten minutes, for its purpose, and as we made it', async () => {
  const { desk, device } = await eleniWithPasskey();
  const visitor = accounts.visitor();
  const late = await ask(visitor);
  const other = await askForNew(desk);
  const tampered = await ask(visitor);
  const send = (token: string, challenge: string) =>
    visitor.request('post', '/api/session/passkey', { token, shown: device.show({ challenge }) });
  expect(await send(other.token, other.options.challenge)).toMatchObject(refused('passkey.too_late'));
  for (const wrong of [`${tampered.token.slice(0, -2)}xx`, tampered.token.slice(1), 'x', 'a.b.c.d.e']) {
    expect(await send(wrong, tampered.options.challenge)).toMatchObject(refused('passkey.too_late'));
  }
  accounts.at('2026-03-02T08:10:01Z');
  expect(await send(late.token, late.options.challenge)).toMatchObject(refused('passkey.too_late'));
});

test.each([
  ['of another site', { origin: 'https://tend.example.com.evil.example' }],
  ['of the same host without TLS', { origin: 'http://tend.example.com' }],
  ['for another relying party', { relyingParty: 'evil.example' }],
  ['without looking who sits there', { isUnverified: true }],
  ['as if it was being made', { type: 'webauthn.create' }],
  ['with the name of another account', { userHandle: Buffer.from('somebody').toString('base64url') }],
])('a passkey shown %s opens nothing', async (_, otherwise) => {
  const { device } = await eleniWithPasskey();
  expect(await shownTo(device, otherwise)).toMatchObject(refused('passkey.not_accepted'));
});

test('a passkey that is not kept here opens nothing, and one that was removed no more', async () => {
  const stranger = passkeyDevice(origin);
  stranger.make({ challenge: 'x', rp: { id: 'tend.example.com' }, user: { id: 'x' } });
  expect(await shownTo(stranger)).toMatchObject(refused('passkey.not_accepted'));
  const { desk, device, id } = await eleniWithPasskey();
  const path = `/api/me/passkeys/${id}/removed`;
  expect(await desk.request('post', path, { password: 'not this one' })).toMatchObject(refused('access.present_password_wrong'));
  expect((await shownTo(device)).status).toBe(200);
  expect((await desk.request('post', path, { password: goodPassword })).status).toBe(204);
  expect(await shownTo(device)).toMatchObject(refused('passkey.not_accepted'));
  expect((await desk.request('post', path, { password: goodPassword })).status).toBe(404);
});

test('a signature of another key, and a copy that counts anew, are seen', async () => {
  const { device } = await eleniWithPasskey();
  expect((await shownTo(device, { counter: 7 })).status).toBe(200);
  expect(await shownTo(device, { counter: 7 })).toMatchObject(refused('passkey.not_accepted'));
  const visitor = accounts.visitor();
  const { token, options } = await ask(visitor);
  const shown = device.show(options, { counter: 9 });
  const forged = { ...shown, response: { ...shown.response, signature: device.show({ challenge: 'another' }).response.signature } };
  expect(await visitor.request('post', '/api/session/passkey', { token, shown: forged })).toMatchObject(refused('passkey.not_accepted'));
});

test('to add one takes the password, once more', async () => {
  const desk = accounts.visitor();
  await desk.signIn();
  for (const body of [{}, { password: 'not this one' }]) {
    expect(await desk.request('post', '/api/me/passkeys/asked', body)).toMatchObject(refused('access.present_password_wrong'));
  }
  expect((await accounts.visitor().request('post', '/api/me/passkeys/asked', {})).status).toBe(401);
});

test.each([
  ['for another site', { origin: 'https://evil.example' }],
  ['for another relying party', { relyingParty: 'evil.example' }],
  ['without looking who sits there', { isUnverified: true }],
  ['as if it was shown', { type: 'webauthn.get' }],
])('a passkey made %s is not kept', async (_, otherwise) => {
  const desk = accounts.visitor();
  await desk.signIn();
  const { token, options } = await askForNew(desk);
  const made = passkeyDevice(origin).make(options, otherwise);
  expect(await desk.request('post', '/api/me/passkeys', { token, name: 'x', made })).toMatchObject(refused('passkey.not_accepted'));
});

test('a passkey is kept once, for who asked for it', async () => {
  const desk = accounts.visitor();
  await desk.signIn();
  const device = passkeyDevice(origin);
  const first = await askForNew(desk);
  const made = device.make(first.options);
  const add = (visitor: Visitor, { token }: Wanted) => visitor.request('post', '/api/me/passkeys', { token, name: 'x', made });
  await accounts.found('Next door', nikos);
  const other = accounts.visitor();
  await other.signIn(nikos.email, nikos.password);
  expect(await add(other, first)).toMatchObject(refused('passkey.not_accepted'));
  expect(await add(desk, first)).toMatchObject(refused('passkey.too_late'));
  const again = await askForNew(desk);
  const kept = device.make(again.options);
  expect((await desk.request('post', '/api/me/passkeys', { token: again.token, name: 'x', made: kept })).status).toBe(200);
  expect((await askForNew(desk)).options).toMatchObject({ excludeCredentials: [{ id: kept.id }] });
});

test('nobody reaches the passkeys of another account', async () => {
  const { id, device } = await eleniWithPasskey();
  await accounts.found('Next door', nikos);
  const other = accounts.visitor();
  await other.signIn(nikos.email, nikos.password);
  expect((await other.request('patch', `/api/me/passkeys/${id}`, { name: 'mine' })).status).toBe(404);
  expect((await other.request('post', `/api/me/passkeys/${id}/removed`, { password: nikos.password })).status).toBe(404);
  expect((await other.request('get', '/api/me/ways-in')).body['passkeys']).toEqual([]);
  expect((await shownTo(device)).status).toBe(200);
});

test('a passkey has the name that it is given, and there are so many and no more', async () => {
  const { desk, id } = await eleniWithPasskey();
  expect((await desk.request('patch', `/api/me/passkeys/${id}`, { name: '  Eleni’s telephone ' })).status).toBe(204);
  expect((await desk.request('get', '/api/me/ways-in')).body['passkeys']).toMatchObject([{ name: 'Eleni’s telephone' }]);
  expect((await desk.request('patch', `/api/me/passkeys/${id}`, { name: ' ' })).status).toBe(422);
  await accounts.inside((tx) =>
    tx.client.query(
      `insert into account_passkey select gen_random_uuid(), account_id, name, 'copy ' || n, public_key, counter, created_at
       from account_passkey, generate_series(2, $1) n`,
      [mostPasskeys],
    ),
  );
  expect(await desk.request('post', '/api/me/passkeys/asked', { password: goodPassword })).toMatchObject(refused('passkey.too_many'));
});

test('the only way into an account stays, and without a password it takes having signed in a moment ago', async () => {
  const { desk, id, device } = await eleniWithPasskey();
  await accounts.inside((tx) => tx.client.query('update account_credential set password = null'));
  const removed = () => desk.request('post', `/api/me/passkeys/${id}/removed`, {});
  expect(await removed()).toMatchObject(refused('access.last_way_in'));
  expect((await shownTo(device)).status).toBe(200);
  await accounts.inside((tx) => tx.client.query("update account_session set created_at = created_at - interval '16 minutes'"));
  expect(await removed()).toMatchObject(refused('access.sign_in_again'));
  expect(await desk.request('post', '/api/me/passkeys/asked', {})).toMatchObject(refused('access.sign_in_again'));
});

test('each change of how one signs in, and by what one signed in, goes to the log', async () => {
  const { desk, id, device } = await eleniWithPasskey();
  await shownTo(device);
  await desk.request('post', `/api/me/passkeys/${id}/removed`, { password: goodPassword });
  const { rows } = await accounts.inside((tx) =>
    tx.client.query<{ kind: string; detail: unknown }>(
      "select kind, detail from event where kind in ('access.signed_in', 'access.way_in_changed') order by id",
    ),
  );
  const told = [{ by: 'password' }, { what: 'passkey_added' }, { by: 'passkey' }, { what: 'passkey_removed' }];
  expect(rows).toHaveLength(told.length);
  expect(rows.map(({ detail }) => detail)).toEqual(expect.arrayContaining(told));
});
