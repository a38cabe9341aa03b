import pino from 'pino';
import { expect, test } from 'vitest';
import { goodPassword, openAccounts } from '#fixtures/open-accounts.ts';
import { fail as refusal } from '#kit/domain/result.ts';
import { signOutEverywhere } from './account-commands.ts';
import { makeReset, requireAccount } from './account-password.ts';
import { forgetIdentities } from './identity.ts';
import { attempt } from './sign-in-guard.ts';

const accounts = openAccounts();
const another = 'seven lamps in the harbour';

test('slips are free; who goes on trying one account from one place waits longer each time', async () => {
  const thief = accounts.visitor('198.51.100.7');
  const guess = async () => await thief.signIn(accounts.owner.email, 'not the password');
  for (let count = 0; count < 5; count += 1) expect((await guess()).body['code']).toBe('access.wrong_password');
  const refused = await guess();
  expect(refused).toMatchObject({ status: 429, body: { code: 'sign_in.too_many_requests' } });
  expect(refused.body['detail']).toContain('1 second');
  accounts.at('2026-03-02T08:00:01Z');
  expect((await guess()).body['code']).toBe('access.wrong_password');
  accounts.at('2026-03-02T08:00:02Z');
  expect((await guess()).body['detail']).toContain('1 second');
  accounts.at('2026-03-02T08:00:03Z');
  expect((await guess()).body['code']).toBe('access.wrong_password');
});

test('nobody locks the owner of the account out: whoever comes from elsewhere signs in, also with the right password right after', async () => {
  const thief = accounts.visitor('198.51.100.7');
  for (let count = 0; count < 7; count += 1) await thief.signIn(accounts.owner.email, 'not the password');
  expect((await accounts.visitor('192.0.2.55').signIn()).status).toBe(200);
  expect((await thief.signIn()).status).toBe(429);
});

test('an address without an account is answered as one with', async () => {
  const visitor = accounts.visitor('198.51.100.8');
  const codes = [];
  for (let count = 0; count < 6; count += 1) codes.push((await visitor.signIn('nobody@example.com', 'whatever it is')).body['code']);
  expect(codes).toEqual([...Array.from({ length: 5 }, () => 'access.wrong_password'), 'sign_in.too_many_requests']);
});

test('signing in forgives the slips before', async () => {
  const visitor = accounts.visitor();
  for (let round = 0; round < 3; round += 1) {
    for (let count = 0; count < 4; count += 1) await visitor.signIn(accounts.owner.email, 'a slip of the finger');
    expect((await visitor.signIn()).status).toBe(200);
  }
});

test('one sees where one is signed in, by the address that the server knows, and signs others out', async () => {
  const agent = {
    'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1',
    'x-forwarded-for': '6.6.6.6',
  };
  const phone = accounts.visitor('192.0.2.9');
  await phone.request('post', '/api/session', { email: accounts.owner.email, password: goodPassword }, agent);
  const desk = accounts.visitor('192.0.2.10');
  await desk.signIn();
  const { body } = await desk.request('get', '/api/me/sessions');
  const sessions = body['sessions'] as { id: string; device: string; address: string; isThis: boolean }[];
  expect(sessions).toHaveLength(2);
  const other = sessions.find(({ isThis }) => !isThis);
  expect(other).toMatchObject({ device: 'Safari, iPhone', address: '192.0.2.9' });
  expect((await desk.request('delete', `/api/me/sessions/${other?.id}`)).status).toBe(204);
  expect((await phone.request('get', '/api/colleagues')).status).toBe(401);
  expect((await desk.request('delete', `/api/me/sessions/${other?.id}`)).status).toBe(404);
  expect((await desk.request('get', '/api/colleagues')).status).toBe(200);
});

test('nobody ends the sessions of another account', async () => {
  await accounts.found('Next door', { name: 'Ann', email: 'ann@example.com', password: another });
  const ann = accounts.visitor();
  await ann.signIn('ann@example.com', another);
  const eleni = accounts.visitor();
  await eleni.signIn();
  const { body } = await eleni.request('get', '/api/me/sessions');
  const [mine] = body['sessions'] as { id: string }[];
  expect((await ann.request('delete', `/api/me/sessions/${mine?.id}`)).status).toBe(404);
  expect((await ann.request('delete', '/api/me/sessions')).body).toEqual({ ended: 0 });
  expect((await eleni.request('get', '/api/colleagues')).status).toBe(200);
});

test('a password is changed by who knows the present one; every other browser is signed out', async () => {
  const [desk, phone] = [accounts.visitor(), accounts.visitor()];
  await desk.signIn();
  await phone.signIn();
  expect(await desk.request('put', '/api/me/password', { present: 'not it', wanted: another })).toMatchObject({
    status: 422,
    body: { code: 'access.present_password_wrong', field: 'present' },
  });
  expect(await desk.request('put', '/api/me/password', { present: goodPassword, wanted: 'Kafeneio!!' })).toMatchObject({
    body: { code: 'access.password_is_name', field: 'wanted' },
  });
  expect(await desk.request('put', '/api/me/password', { present: goodPassword, wanted: 'Eleni-Stavrou' })).toMatchObject({
    body: { code: 'access.password_is_name', field: 'wanted' },
  });
  expect((await desk.request('put', '/api/me/password', { present: goodPassword, wanted: another })).status).toBe(204);
  expect((await desk.request('get', '/api/colleagues')).status).toBe(200);
  expect((await phone.request('get', '/api/colleagues')).status).toBe(401);
  expect((await accounts.visitor().signIn()).status).toBe(401);
  expect((await accounts.visitor().signIn(accounts.owner.email, another)).status).toBe(200);
});

test('a link to choose a new password is good once, ends all sessions, and stands nowhere in the database', async () => {
  const desk = accounts.visitor();
  await desk.signIn();
  const token = await makeReset(accounts.services, await requireAccount(accounts.services, accounts.owner.email));
  const { rows } = await accounts.inside((tx) =>
    tx.client.query<{ row: string }>('select to_jsonb(v)::text as row from account_verification v'),
  );
  expect(rows.map(({ row }) => row).join()).not.toContain(token);
  const visitor = accounts.visitor();
  const choose = async (password: string, by = token) => await visitor.request('post', '/api/passwords/reset', { token: by, password });
  expect(await choose('elenistavrou')).toMatchObject({ body: { code: 'access.password_is_name', field: 'password' } });
  expect(await choose(another, `${token}x`)).toMatchObject({ status: 422, body: { code: 'access.reset_closed' } });
  expect((await choose(another)).status).toBe(204);
  expect(await choose(goodPassword)).toMatchObject({ body: { code: 'access.reset_closed' } });
  expect((await desk.request('get', '/api/colleagues')).status).toBe(401);
  expect((await visitor.signIn(accounts.owner.email, another)).status).toBe(200);
});

test('without e-mail a forgotten password is said to be a thing for the terminal', async () => {
  const answer = await accounts.visitor().request('post', '/api/passwords/forgotten', { email: accounts.owner.email });
  expect(answer).toMatchObject({ status: 422, body: { code: 'access.no_mail' } });
});

test('who signs in over an open session has a new one, and the one before is over', async () => {
  const desk = accounts.visitor();
  await desk.signIn();
  const thief = accounts.visitor();
  for (const [name, value] of desk.cookies) thief.cookies.set(name, value);
  expect((await thief.request('get', '/api/colleagues')).status).toBe(200);
  await desk.signIn();
  expect((await desk.request('get', '/api/me/sessions')).body['sessions']).toHaveLength(1);
  expect((await desk.request('get', '/api/colleagues')).status).toBe(200);
  expect((await thief.request('get', '/api/colleagues')).status).toBe(401);
});

test('no session lives longer than ninety days, however much it is used', async () => {
  const desk = accounts.visitor();
  await desk.signIn();
  const age = async (days: number) => {
    await accounts.inside((tx) => tx.client.query('update account_session set created_at = now() - make_interval(days => $1)', [days]));
    forgetIdentities(accounts.services);
  };
  await age(89);
  expect((await desk.request('get', '/api/colleagues')).status).toBe(200);
  await age(91);
  expect((await desk.request('get', '/api/colleagues')).status).toBe(401);
  const { rows } = await accounts.inside((tx) => tx.client.query('select id from account_session'));
  expect(rows).toEqual([]);
});

test('whoever runs the machine signs an account out everywhere, or everybody', async () => {
  const [desk, phone] = [accounts.visitor(), accounts.visitor()];
  await desk.signIn();
  await phone.signIn();
  const next = accounts.visitor();
  await accounts.found('Next door', { name: 'Ann', email: 'ann@example.com', password: another });
  await next.signIn('ann@example.com', another);
  expect(await signOutEverywhere(accounts.services, 'Eleni@Example.com')).toBe(2);
  expect((await desk.request('get', '/api/colleagues')).status).toBe(401);
  expect((await next.request('get', '/api/colleagues')).status).toBe(200);
  expect(await signOutEverywhere(accounts.services)).toBe(1);
  expect((await next.request('get', '/api/colleagues')).status).toBe(401);
  await expect(signOutEverywhere(accounts.services, 'nobody@example.com')).rejects.toThrow('access.account_not_found');
});

test('who failed to sign in stands in the log as somebody who comes again, and by no name', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line) => void lines.push(line) });
  const fail = (account: string, address: string) =>
    attempt({ ...accounts.services, log }, { account, address }, () => Promise.reject(refusal('access.wrong_password'))).catch(() => {});
  await fail('eleni@example.com', '192.0.2.1');
  await fail('Eleni@Example.com', '192.0.2.1');
  await fail('eleni@example.com', '192.0.2.2');
  const said = lines.map((line) => JSON.parse(line) as { who: string; code: string; msg: string });
  expect(said.map(({ code, msg }) => [code, msg])).toEqual(Array.from({ length: 3 }, () => ['access.wrong_password', 'sign-in failed']));
  expect(said[0]?.who).toBe(said[1]?.who);
  expect(said[0]?.who).not.toBe(said[2]?.who);
  expect(lines.join('')).not.toMatch(/eleni|192\.0/i);
});

test('whatever password may be chosen may be signed in with, also one of seventy emoji', async () => {
  const desk = accounts.visitor();
  await desk.signIn();
  const wanted = Array.from({ length: 70 }, (_, place) => String.fromCodePoint(0x1f400 + ((place * 17) % 60))).join('');
  expect((await desk.request('put', '/api/me/password', { present: goodPassword, wanted })).status).toBe(204);
  expect((await accounts.visitor().signIn(accounts.owner.email, wanted)).status).toBe(200);
  const tooLong = (text: string) => desk.request('put', '/api/me/password', { present: wanted, wanted: text });
  expect((await tooLong(wanted + wanted.slice(0, 118))).body['code']).toBe('access.password_too_long');
  expect((await tooLong('x'.repeat(257))).body['code']).toBe('input.too_long');
});
