import { expect, test } from 'vitest';
import { openAccounts } from '#fixtures/open-accounts.ts';
import { insertColleague } from '#features/access/server/index.ts';
import { newId } from '#kit/server/ids.ts';
import { changeRole } from '../roles.ts';
import { letColleagueBack, suspendColleague } from '../suspending.ts';
import { listKeysFor, makeKey, revokeKey } from './actions.ts';

const shop = openAccounts();
type Key = { id: string; name: string; ending: string; state: string; usedAt: string | null; usedFrom: string | null; isMine: boolean };

async function owner() {
  const visitor = shop.visitor();
  await visitor.signIn();
  return visitor;
}

async function make(told: object = {}) {
  const visitor = await owner();
  const body = { name: 'The till', rights: ['seeCustomers', 'keepPreferences'], isReadOnly: false, days: 30, ...told };
  return await visitor.request('post', '/api/keys', body);
}

/** A program somewhere, with nothing but its key. */
function program(key: unknown, address = '198.51.100.7') {
  const visitor = shop.visitor(address);
  return async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    await visitor.request(method, path, body, { authorization: `Bearer ${String(key)}`, ...headers });
}

async function listed(): Promise<Key[]> {
  return (await (await owner()).request('get', '/api/keys')).body['keys'] as Key[];
}

test('a key works in its colleague’s name, without a cookie and without the header that browsers need', async () => {
  const { status, body } = await make();
  expect(status).toBe(200);
  expect(body['key']).toMatch(/^tend_[0-9a-f-]{36}\.[\w-]{43}$/);
  const ask = program(body['key']);
  const seen = await ask('get', '/api/colleagues');
  expect(seen.status).toBe(200);
  const changed = await ask('patch', '/api/me', { density: 'compact' }, { 'x-tend': '' });
  expect(changed.status).toBe(200);
  expect(changed.headers.getSetCookie()).toEqual([]);
});

test('a key is told once: neither the list, nor the log, nor a repetition of the request has it', async () => {
  const visitor = await owner();
  const body = { name: 'The till', rights: ['seeCustomers'], isReadOnly: true, days: null };
  const first = await visitor.request('post', '/api/keys', body, { 'idempotency-key': 'one' });
  const again = await visitor.request('post', '/api/keys', body, { 'idempotency-key': 'one' });
  expect(again.status).toBe(409);
  expect(again.body['code']).toBe('idempotency_key.already_answered');
  const secret = String(first.body['key']).split('.')[1] ?? '';
  const kept = await shop.inside(async (tx) => {
    const { rows } = await tx.client.query<{ row: string }>(
      'select to_jsonb(k)::text as row from api_key k union all select to_jsonb(e)::text from event e union all select to_jsonb(r)::text from request_answer r',
    );
    return rows.map(({ row }) => row).join('\n');
  });
  expect(kept).toContain('The till');
  expect(kept).not.toContain(secret);
  expect(JSON.stringify(await listed())).not.toContain(secret);
});

test('an invitation is told once, too', async () => {
  const visitor = await owner();
  const body = { name: 'Nikos', email: 'nikos@example.com', role: 'colleague' };
  const first = await visitor.request('post', '/api/invitations', body, { 'idempotency-key': 'two' });
  expect(first.status).toBe(200);
  const { rows } = await shop.inside(async (tx) => await tx.client.query<{ answer: unknown }>('select answer from request_answer'));
  expect(rows).toEqual([{ answer: null }]);
});

test('a key has of its rights those that it was given and its colleague has', async () => {
  const { body } = await make({ rights: ['seeCustomers', 'manageColleagues'] });
  const ask = program(body['key']);
  expect((await ask('get', '/api/colleagues/seats')).status).toBe(200);
  const refused = await ask('patch', '/api/me', { density: 'compact' });
  expect([refused.status, refused.body['code']]).toEqual([403, 'access.forbidden']);
  const session = await ask('get', '/api/session');
  expect(session.body['colleague']).toMatchObject({ rights: ['seeCustomers', 'manageColleagues'] });

  const other = newId();
  await shop.inside(async (tx) => {
    const seat = { account_id: null, language: 'en', calendar: 'gregorian', digits: 'latin' } as const;
    await insertColleague(tx, { ...seat, id: other, name: 'Olga', email: 'olga@example.com', role: 'owner' });
    await changeRole(tx, shop.now(), other, { colleague: shop.world.eleni, role: 'colleague' }, []);
  });
  expect((await ask('get', '/api/colleagues/seats')).status).toBe(403);
  expect((await ask('get', '/api/colleagues')).status).toBe(200);
});

test('nobody gives a key more than they have', async () => {
  const { status, body } = await make({ rights: ['makeKeys'] });
  expect([status, body['code'], body['field']]).toEqual([422, 'api_key.more_than_maker', 'rights']);
  expect((await make({ rights: [] })).body['code']).toBe('api_key.without_rights');
});

test('a key that only reads changes nothing', async () => {
  const { body } = await make({ isReadOnly: true });
  const ask = program(body['key']);
  expect((await ask('get', '/api/colleagues')).status).toBe(200);
  const refused = await ask('patch', '/api/me', { density: 'compact' });
  expect([refused.status, refused.body['code']]).toEqual([403, 'api_key.read_only']);
  expect((await ask('get', '/api/session')).body['readsOnly']).toBe(true);
});

test('a key is no account: it neither makes keys, nor signs in, nor sees sessions, nor takes a place', async () => {
  const { body } = await make();
  const ask = program(body['key']);
  const attempts = [
    await ask('post', '/api/keys', { name: 'another', rights: ['seeCustomers'], isReadOnly: true, days: null }),
    await ask('post', '/api/session', { email: shop.owner.email, password: shop.owner.password }),
    await ask('get', '/api/me/sessions'),
    await ask('put', '/api/me/password', { present: shop.owner.password, wanted: 'another drawer of odd spoons' }),
    await ask('post', '/api/invitations/accepted', { token: 'x' }),
    await ask('put', '/api/session/workspace', { workspaceId: shop.world.workspace }),
  ];
  expect(attempts.map(({ status, body: told }) => `${status} ${String(told['code'])}`)).toEqual([
    '403 access.forbidden',
    ...Array.from({ length: 5 }, () => '403 api_key.not_allowed'),
  ]);
});

test('a key ends: by itself, when somebody revokes it, and with its colleague’s place', async () => {
  const refusal = async (key: unknown) => {
    const { status, body, headers } = await program(key)('get', '/api/colleagues');
    return [status, body['code'], headers.get('www-authenticate')];
  };
  const expiring = await make({ days: 1 });
  shop.at('2026-03-03T07:59:59Z');
  expect((await program(expiring.body['key'])('get', '/api/colleagues')).status).toBe(200);
  shop.at('2026-03-03T08:00:00Z');
  expect(await refusal(expiring.body['key'])).toEqual([401, 'api_key.expired', 'Bearer']);

  const revoked = await make();
  expect((await (await owner()).request('delete', `/api/keys/${String(revoked.body['id'])}`)).status).toBe(204);
  expect(await refusal(revoked.body['key'])).toEqual([401, 'api_key.revoked', 'Bearer']);

  const leaving = newId();
  const theirs = await shop.inside(async (tx) => {
    const seat = { account_id: null, language: 'en', calendar: 'gregorian', digits: 'latin' } as const;
    await insertColleague(tx, { ...seat, id: leaving, name: 'Nikos', email: 'nikos@example.com', role: 'colleague' });
    const told = { name: 'Nikos’ sheet', rights: ['seeCustomers'], isReadOnly: true, days: null } as const;
    const made = await makeKey(tx, shop.now(), { colleague: leaving, role: 'colleague' }, told);
    await suspendColleague(tx, shop.now(), shop.world.eleni, leaving);
    return made.key;
  });
  expect(await refusal(theirs)).toEqual([401, 'api_key.revoked', 'Bearer']);
  await shop.inside(async (tx) => await letColleagueBack(tx, shop.now(), shop.world.eleni, leaving));
  expect(await refusal(theirs)).toEqual([401, 'api_key.revoked', 'Bearer']);
  for (const made of ['tend_nonsense', `tend_${shop.world.workspace}.${'A'.repeat(43)}`, 'something-else'])
    expect(await refusal(made)).toEqual([401, 'api_key.unknown', 'Bearer']);
});

test('when and from where a key was last used is known roughly', async () => {
  const { body } = await make();
  expect((await listed())[0]).toMatchObject({ name: 'The till', usedAt: null, usedFrom: null, isMine: true, state: 'open' });
  await program(body['key'], '2001:db8:1:2:3:4:5:6')('get', '/api/colleagues');
  expect((await listed())[0]).toMatchObject({ usedAt: '2026-03-02T08:00:00Z', usedFrom: '2001:db8:1:2' });
  shop.at('2026-03-02T08:09:00Z');
  await program(body['key'], '2001:db8:1:2:9:9:9:9')('get', '/api/colleagues');
  expect((await listed())[0]?.usedAt).toBe('2026-03-02T08:00:00Z');
  shop.at('2026-03-02T08:11:00Z');
  await program(body['key'], '2001:db8:1:2:9:9:9:9')('get', '/api/colleagues');
  expect((await listed())[0]?.usedAt).toBe('2026-03-02T08:11:00Z');
});

test('a colleague sees and revokes their own keys, whoever manages colleagues those of all', async () => {
  const mine = await make();
  const other = newId();
  const theirs = await shop.inside(async (tx) => {
    const seat = { account_id: null, language: 'en', calendar: 'gregorian', digits: 'latin' } as const;
    await insertColleague(tx, { ...seat, id: other, name: 'Nikos', email: 'nikos@example.com', role: 'colleague' });
    const told = { name: 'sheet', rights: ['seeCustomers'], isReadOnly: true, days: null } as const;
    const made = await makeKey(tx, shop.now(), { colleague: other, role: 'colleague' }, told);
    const who = { colleague: other, role: 'colleague' } as const;
    expect((await listKeysFor(tx, who)).map(({ id }) => id)).toEqual([made.id]);
    await expect(revokeKey(tx, shop.now(), who, String(mine.body['id']))).rejects.toMatchObject({ failure: { code: 'api_key.not_found' } });
    return made;
  });
  expect((await listed()).map(({ id }) => id)).toContain(theirs.id);
  expect((await (await owner()).request('delete', `/api/keys/${theirs.id}`)).status).toBe(204);
  expect((await (await owner()).request('delete', `/api/keys/${theirs.id}`)).status).toBe(404);
});

test('what a key does is written as done by it, and what its colleague does in person is not', async () => {
  const { body } = await make();
  const ask = program(body['key']);
  await ask('patch', '/api/me', { density: 'compact' });
  await (await owner()).request('patch', '/api/me', { theme: 'dark' });
  const { rows } = await shop.inside(async (tx) =>
    tx.client.query("select via, changes from event where kind = 'access.preferences_changed' order by via nulls last"),
  );
  expect(rows).toEqual([
    { via: body['id'], changes: { density: ['comfortable', 'compact'] } },
    { via: null, changes: { theme: ['system', 'dark'] } },
  ]);
});
