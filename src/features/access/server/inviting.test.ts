import { expect, test } from 'vitest';
import { goodPassword, openAccounts } from '#fixtures/open-accounts.ts';
import { newId } from '#kit/server/ids.ts';
import { findColleague, insertColleague } from './index.ts';

const accounts = openAccounts();
const nikos = { name: 'Nikos Rigas', email: 'nikos@example.com', password: 'the ferry left at dusk' };
const seat = { account_id: null, language: 'el', calendar: 'gregorian', digits: 'latin' } as const;

async function eleni() {
  const browser = accounts.visitor();
  await browser.signIn();
  return browser;
}

async function inviteNikos(role = 'colleague', more: object = {}) {
  const { body } = await (await eleni()).request('post', '/api/invitations', { name: nikos.name, email: nikos.email, role, ...more });
  return String(body['token']);
}

test('an invited person makes an account with the link and is in the workspace, in the language of their browser', async () => {
  const token = await inviteNikos('manager');
  const visitor = accounts.visitor();
  expect((await visitor.request('post', '/api/invitations/opened', { token })).body).toEqual({
    workspace: 'Kafeneio',
    invitedBy: 'Eleni Stavrou',
    name: nikos.name,
    email: nikos.email,
    role: 'manager',
  });
  const joined = await visitor.request('post', '/api/invitations/accepted', { token, account: nikos }, { 'accept-language': 'fa' });
  expect(joined.status).toBe(200);
  expect(joined.body).toMatchObject({
    account: { email: nikos.email },
    colleague: { name: nikos.name, role: 'manager' },
    preferences: { language: 'fa', calendar: 'persian' },
    workspace: { name: 'Kafeneio' },
  });
  expect((await visitor.request('get', '/api/colleagues')).body['colleagues']).toHaveLength(2);
});

test('a link is good once', async () => {
  const token = await inviteNikos();
  await accounts.visitor().request('post', '/api/invitations/accepted', { token, account: nikos });
  const again = await accounts
    .visitor()
    .request('post', '/api/invitations/accepted', { token, account: { ...nikos, email: 'else@example.com' } });
  expect(again).toMatchObject({ status: 409, body: { code: 'invitation.already_accepted' } });
});

test('a link is good for a week, and neither when it was taken back nor when there is a newer one', async () => {
  const first = await inviteNikos();
  const second = await inviteNikos();
  const codeFor = async (token: string) => (await accounts.visitor().request('post', '/api/invitations/opened', { token })).body['code'];
  expect(await codeFor(first)).toBe('invitation.replaced');
  accounts.at('2026-03-09T08:00:00Z');
  expect(await codeFor(second)).toBe('invitation.expired');
  accounts.at('2026-03-09T07:59:00Z');
  expect(await codeFor(second)).toBeUndefined();
  const owner = await eleni();
  const { body } = await owner.request('get', '/api/invitations');
  const [open] = body['invitations'] as { id: string }[];
  await owner.request('delete', `/api/invitations/${open?.id}`);
  expect(await codeFor(second)).toBe('invitation.revoked');
  expect((await owner.request('delete', `/api/invitations/${open?.id}`)).status).toBe(404);
});

test('what is no link of ours opens nothing, and says no more than that', async () => {
  const token = await inviteNikos();
  const [workspace = ''] = token.split('.');
  const wrong = ['', 'x', `${workspace}.${'A'.repeat(43)}`, `${newId()}.${token.split('.')[1]}`, `${token}A`, token.toUpperCase()];
  for (const one of wrong) {
    const answer = await accounts.visitor().request('post', '/api/invitations/opened', { token: one });
    expect(answer).toMatchObject({ status: 404, body: { code: 'invitation.not_found' } });
  }
});

test('the secret of a link is nowhere in the database', async () => {
  const token = await inviteNikos();
  const { rows } = await accounts.inside((tx) => tx.client.query<{ row: string }>('select to_jsonb(i)::text as row from invitation i'));
  expect(rows).toHaveLength(1);
  expect(rows[0]?.row).not.toContain(token.split('.')[1]);
});

test('a colleague who stands here without an account takes their own place, with all that hangs on it', async () => {
  const id = newId();
  await accounts.inside((tx) => insertColleague(tx, { ...seat, id, name: 'Nikos', email: 'old@example.com', role: 'colleague' }));
  const token = await inviteNikos('colleague', { colleagueId: id });
  const joined = await accounts.visitor().request('post', '/api/invitations/accepted', { token, account: nikos });
  expect(joined.body).toMatchObject({ colleague: { id, name: 'Nikos', email: nikos.email } });
});

test('somebody with an account comes in with it, and goes from one workspace to the other', async () => {
  const theirs = await accounts.found('Next door', nikos);
  const token = await inviteNikos('reader');
  const refused = await accounts.visitor().request('post', '/api/invitations/accepted', { token, account: nikos });
  expect(refused).toMatchObject({ status: 422, body: { code: 'access.email_taken', field: 'account.email' } });
  const browser = accounts.visitor();
  await browser.signIn(nikos.email, nikos.password);
  const joined = await browser.request('post', '/api/invitations/accepted', { token });
  expect(joined.body).toMatchObject({ colleague: { role: 'reader' }, workspace: { name: 'Kafeneio' } });
  expect((joined.body['workspaces'] as { name: string }[]).map(({ name }) => name).toSorted()).toEqual(['Kafeneio', 'Next door']);
  expect((await browser.request('get', '/api/session')).body).toMatchObject({ workspace: { name: 'Kafeneio' } });
  const back = await browser.request('put', '/api/session/workspace', { workspaceId: theirs.workspace.id });
  expect(back.body).toMatchObject({ workspace: { name: 'Next door' }, colleague: { role: 'owner' } });
  expect((await browser.request('get', '/api/session')).body).toMatchObject({ workspace: { name: 'Next door' } });
});

test('a page that shows one workspace never reaches into another that the session has changed to', async () => {
  const theirs = await accounts.found('Next door', nikos);
  const browser = accounts.visitor();
  await browser.signIn(nikos.email, nikos.password);
  const elsewhere = { 'x-tend-workspace': accounts.world.workspace };
  expect((await browser.request('get', '/api/colleagues', undefined, elsewhere)).status).toBe(401);
  expect((await browser.request('put', '/api/session/workspace', { workspaceId: accounts.world.workspace })).status).toBe(404);
  expect((await browser.request('get', '/api/colleagues', undefined, { 'x-tend-workspace': theirs.workspace.id })).status).toBe(200);
});

test('an account takes one place in a workspace', async () => {
  const token = await inviteNikos();
  const owner = await eleni();
  expect(await owner.request('post', '/api/invitations/accepted', { token })).toMatchObject({
    status: 409,
    body: { code: 'invitation.already_colleague' },
  });
  expect(await owner.request('post', '/api/invitations', { name: 'Me', email: 'Eleni@Example.com', role: 'reader' })).toMatchObject({
    status: 409,
    body: { code: 'invitation.already_colleague', field: 'email' },
  });
});

test('an invitation is worth no more than whoever gave it', async () => {
  const manager = accounts.visitor();
  await manager.request('post', '/api/invitations/accepted', { token: await inviteNikos('manager'), account: nikos });
  const invited = await manager.request('post', '/api/invitations', { name: 'Petros', email: 'petros@example.com', role: 'colleague' });
  expect(await manager.request('post', '/api/invitations', { name: 'Zoe', email: 'zoe@example.com', role: 'owner' })).toMatchObject({
    status: 403,
    body: { code: 'role.not_allowed' },
  });
  const { colleague } = (await manager.request('get', '/api/session')).body as { colleague: { id: string } };
  await (await eleni()).request('put', `/api/colleagues/${colleague.id}/role`, { role: 'colleague' });
  const token = String(invited.body['token']);
  expect((await accounts.visitor().request('post', '/api/invitations/opened', { token })).body['code']).toBe('invitation.revoked');
  expect((await manager.request('get', '/api/invitations')).status).toBe(403);
});

test('the last owner stays one, and a second one may follow', async () => {
  const owner = await eleni();
  const self = `/api/colleagues/${accounts.world.eleni}/role`;
  expect(await owner.request('put', self, { role: 'manager' })).toMatchObject({ status: 422, body: { code: 'access.last_owner' } });
  await accounts.visitor().request('post', '/api/invitations/accepted', { token: await inviteNikos('owner'), account: nikos });
  expect((await owner.request('put', self, { role: 'manager' })).status).toBe(204);
  const me = await accounts.inside((tx) => findColleague(tx, accounts.world.eleni));
  expect(me?.role).toBe('manager');
  expect((await owner.request('put', self, { role: 'owner' })).status).toBe(403);
});

test('a role counts from the next request on', async () => {
  const visitor = accounts.visitor();
  const joined = await visitor.request('post', '/api/invitations/accepted', { token: await inviteNikos('manager'), account: nikos });
  expect((await visitor.request('get', '/api/colleagues/seats')).status).toBe(200);
  const { id } = joined.body['colleague'] as { id: string };
  await (await eleni()).request('put', `/api/colleagues/${id}/role`, { role: 'reader' });
  expect((await visitor.request('get', '/api/colleagues/seats')).status).toBe(403);
});

test('whoever manages colleagues sees who was last here when', async () => {
  const owner = await eleni();
  accounts.at('2026-03-03T10:00:00Z');
  const { body } = await owner.request('get', '/api/colleagues/seats');
  expect(body['seats']).toEqual([
    expect.objectContaining({
      name: 'Eleni Stavrou',
      state: 'here',
      lastSeenAt: '2026-03-03T10:00:00Z',
      roles: ['owner', 'manager', 'colleague', 'reader'],
    }),
  ]);
});

test.each([
  ['short', 'access.password_too_short'],
  ['nikos@example.com', 'access.password_is_email'],
  ['Nikos  Rigas', 'access.password_is_name'],
  ['passwordpassword1', 'access.password_too_easy'],
  ['qwertyuiop12', 'access.password_too_easy'],
])('the password %j is refused where it is typed', async (password, code) => {
  const token = await inviteNikos();
  const answer = await accounts.visitor().request('post', '/api/invitations/accepted', { token, account: { ...nikos, password } });
  expect(answer).toMatchObject({ status: 422, body: { code, field: 'account.password' } });
});

test('a good password of the tests is good', async () => {
  const token = await inviteNikos();
  const account = { ...nikos, password: goodPassword };
  expect((await accounts.visitor().request('post', '/api/invitations/accepted', { token, account })).status).toBe(200);
});
