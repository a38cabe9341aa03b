import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { codeOf } from '#fixtures/authenticator-app.ts';
import { goodPassword, openAccounts } from '#fixtures/open-accounts.ts';
import { makeReset, requireAccount } from './account-password.ts';
import { dropSecondFactor } from './second-factor.ts';

const accounts = openAccounts();

// Between two codes of an app nothing changes here unless the test says so.
const middleOfStep = Math.floor(Temporal.Now.instant().epochMilliseconds / 30_000) * 30_000 + 15_000;

/** As many codes later than at the beginning of the test. */
function codesLater(count: number): void {
  const at = middleOfStep + count * 30_000;
  vi.setSystemTime(at);
  vi.spyOn(Temporal.Now, 'instant').mockReturnValue(Temporal.Instant.fromEpochMilliseconds(at));
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  codesLater(0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function turnOn() {
  const desk = accounts.visitor();
  await desk.signIn();
  const begun = await desk.request('post', '/api/me/second-factor', { password: goodPassword });
  const [uri, codes] = [String(begun.body['uri']), begun.body['codes'] as string[]];
  expect((await desk.request('put', '/api/me/second-factor', { code: codeOf(uri) })).status).toBe(204);
  return { desk, uri, codes };
}

test('with a second factor the password alone opens nothing', async () => {
  const { desk, uri } = await turnOn();
  expect((await desk.request('get', '/api/me/second-factor')).body).toEqual({ isOn: true });
  expect((await desk.request('get', '/api/colleagues')).status).toBe(200);
  const visitor = accounts.visitor();
  expect(await visitor.signIn()).toMatchObject({ status: 200, body: { account: null, colleague: null, needsSecondFactor: true } });
  expect((await visitor.request('get', '/api/colleagues')).status).toBe(401);
  expect(await visitor.request('post', '/api/session/second-factor', { code: '000000' })).toMatchObject({
    status: 422,
    body: { code: 'second_factor.code_wrong', field: 'code' },
  });
  const code = codeOf(uri, 1);
  const proven = await visitor.request('post', '/api/session/second-factor', { code: `${code.slice(0, 3)} ${code.slice(3)}` });
  expect(proven).toMatchObject({ status: 200, body: { colleague: { name: 'Eleni Stavrou' }, needsSecondFactor: false } });
  expect((await visitor.request('get', '/api/colleagues')).status).toBe(200);
});

test('a new password by a link does not go around it', async () => {
  await turnOn();
  const token = await makeReset(accounts.services, await requireAccount(accounts.services, accounts.owner.email));
  const visitor = accounts.visitor();
  expect((await visitor.request('post', '/api/passwords/reset', { token, password: 'seven lamps in the harbour' })).status).toBe(204);
  expect(await visitor.signIn(accounts.owner.email, 'seven lamps in the harbour')).toMatchObject({
    body: { account: null, needsSecondFactor: true },
  });
});

test('a code without the password before opens nothing', async () => {
  const { uri } = await turnOn();
  const answer = await accounts.visitor().request('post', '/api/session/second-factor', { code: codeOf(uri) });
  expect(answer).toMatchObject({ status: 422, body: { code: 'second_factor.code_wrong' } });
});

test('a code of the app is good once, though it is shown for longer', async () => {
  const { uri } = await turnOn();
  const [first, second] = [accounts.visitor(), accounts.visitor()];
  await first.signIn();
  await second.signIn();
  const code = codeOf(uri, 1);
  expect((await first.request('post', '/api/session/second-factor', { code })).status).toBe(200);
  expect((await second.request('post', '/api/session/second-factor', { code })).status).toBe(422);
  expect((await second.request('get', '/api/colleagues')).status).toBe(401);
});

test('a recovery code is good once', async () => {
  const { codes } = await turnOn();
  expect(codes).toHaveLength(10);
  const comeIn = async (code = codes[0] ?? '') => {
    const visitor = accounts.visitor();
    await visitor.signIn();
    return (await visitor.request('post', '/api/session/second-factor', { code })).status;
  };
  expect([await comeIn(), await comeIn(), await comeIn(codes[1])]).toEqual([200, 422, 200]);
});

test('after five wrong codes the first step has to be done again, and the right code comes too late', async () => {
  const { uri } = await turnOn();
  const visitor = accounts.visitor();
  await visitor.signIn();
  for (let count = 0; count < 6; count += 1) {
    accounts.at(`2026-03-02T08:0${count}:00Z`);
    await visitor.request('post', '/api/session/second-factor', { code: `00000${count}` });
  }
  accounts.at('2026-03-02T08:10:00Z');
  expect((await visitor.request('post', '/api/session/second-factor', { code: codeOf(uri, 1) })).status).toBe(422);
});

test('the code of setting up is used by that, and no code from before the last one counts, though its time is not over', async () => {
  const { uri } = await turnOn();
  const comeIn = async (code: string) => {
    const visitor = accounts.visitor();
    await visitor.signIn();
    return (await visitor.request('post', '/api/session/second-factor', { code })).status;
  };
  expect(await comeIn(codeOf(uri))).toBe(422);
  codesLater(2);
  const [first, second, third] = [codeOf(uri, -1), codeOf(uri), codeOf(uri, 1)];
  expect(await comeIn(second)).toBe(200);
  expect(await comeIn(first)).toBe(422);
  expect(await comeIn(third)).toBe(200);
  expect([await comeIn(second), await comeIn(third)]).toEqual([422, 422]);
});

test('who knows the password and tries codes waits, and keeps the owner out of nothing', async () => {
  const { uri } = await turnOn();
  const guess = async () => {
    const thief = accounts.visitor('198.51.100.7');
    await thief.signIn();
    return await thief.request('post', '/api/session/second-factor', { code: '000000' });
  };
  for (let count = 0; count < 5; count += 1) expect((await guess()).status).toBe(422);
  const waiting = await guess();
  expect([waiting.status, waiting.body['code'], waiting.headers.get('retry-after')]).toEqual([429, 'sign_in.too_many_requests', '1']);
  for (let hour = 9; hour < 20; hour += 1) {
    accounts.at(`2026-03-02T${String(hour).padStart(2, '0')}:00:00Z`);
    expect((await guess()).status).toBe(422);
  }
  const owner = accounts.visitor('192.0.2.55');
  await owner.signIn();
  expect((await owner.request('post', '/api/session/second-factor', { code: codeOf(uri, 1) })).status).toBe(200);
});

test('it is not on before a code of the app was seen, and a second one is refused', async () => {
  const desk = accounts.visitor();
  await desk.signIn();
  expect(await desk.request('post', '/api/me/second-factor', { password: 'not it' })).toMatchObject({
    body: { code: 'access.present_password_wrong', field: 'password' },
  });
  await desk.request('post', '/api/me/second-factor', { password: goodPassword });
  expect((await desk.request('put', '/api/me/second-factor', { code: '000000' })).body['code']).toBe('second_factor.code_wrong');
  expect((await accounts.visitor().signIn()).body['needsSecondFactor']).toBe(false);
  const on = await turnOn();
  expect((await on.desk.request('post', '/api/me/second-factor', { password: goodPassword })).body['code']).toBe(
    'second_factor.already_on',
  );
});

test('secret and recovery codes stand encrypted in the database', async () => {
  const { uri, codes } = await turnOn();
  const { rows } = await accounts.inside((tx) =>
    tx.client.query<{ row: string }>('select to_jsonb(f)::text as row from account_second_factor f'),
  );
  const stored = rows.map(({ row }) => row).join();
  expect(stored).not.toContain(codes[0]);
  expect(stored).not.toContain(new URL(uri).searchParams.get('secret'));
});

test('it is turned off with the password, and in the terminal for who lost app and codes', async () => {
  const { desk, codes } = await turnOn();
  const renewed = await desk.request('post', '/api/me/second-factor/codes', { password: goodPassword });
  expect(renewed.body['codes']).not.toContain(codes[0]);
  expect((await desk.request('post', '/api/me/second-factor/off', { password: 'not it' })).status).toBe(422);
  expect((await desk.request('post', '/api/me/second-factor/off', { password: goodPassword })).status).toBe(204);
  expect((await accounts.visitor().signIn()).body['needsSecondFactor']).toBe(false);
  await turnOn();
  const { rows } = await accounts.inside((tx) => tx.client.query<{ id: string }>('select id from account'));
  await dropSecondFactor(accounts.services, rows[0]?.id ?? '');
  expect((await accounts.visitor().signIn()).body).toMatchObject({ needsSecondFactor: false, colleague: { role: 'owner' } });
});
