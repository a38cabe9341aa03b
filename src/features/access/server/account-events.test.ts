import { expect, test } from 'vitest';
import { codeOf } from '#fixtures/authenticator-app.ts';
import { goodPassword, openAccounts } from '#fixtures/open-accounts.ts';
import { passkeyDevice } from '#fixtures/passkey-device.ts';
import { signOutEverywhere } from './account-commands.ts';
import { accountVouchedFor } from './vouched-for.ts';

const origin = 'https://tend.example.com';
const accounts = openAccounts({ publicUrl: origin });
const ann = { name: 'Ann Lee', email: 'ann@example.com', password: 'seven lamps in the harbour' };

/** Eleni has a place next door, too, which Ann owns. */
async function openNextDoor() {
  const { workspace } = await accounts.found('Next door', ann);
  const owner = accounts.visitor();
  await owner.signIn(ann.email, ann.password);
  const invited = { name: 'Eleni', email: accounts.owner.email, role: 'reader' };
  const { body } = await owner.request('post', '/api/invitations', invited);
  const eleni = accounts.visitor();
  await eleni.signIn();
  expect((await eleni.request('post', '/api/invitations/accepted', { token: body['token'] })).status).toBe(200);
  return { owner, eleni, workspace: workspace.id };
}

/** What the logs say of signing in, by kind: of our workspace, or of another. */
async function told(workspace = accounts.world.workspace) {
  return await accounts.services.database.transaction({ workspace }, async (tx) => {
    const { rows } = await tx.client.query<{ kind: string; detail: Record<string, unknown>; subject: string | null }>(
      `select e.kind, e.detail, c.name as subject from event e left join colleague c on c.workspace_id = $1 and c.id = e.subject_id
       where e.workspace_id = $1 and e.kind ~ '^access[.](?:sign|session)' order by e.kind, e.detail->>'by', e.detail->>'sessions'`,
      [workspace],
    );
    return rows;
  });
}
const kinds = async (workspace?: string) => (await told(workspace)).map(({ kind }) => kind);

test('a sign-in stands in the log of every workspace where the account has a place, since it may go over to each', async () => {
  const { workspace, eleni } = await openNextDoor();
  const before = [await kinds(), await kinds(workspace)];
  await accounts.visitor().signIn();
  expect(await kinds()).toEqual([...(before[0] ?? []), 'access.signed_in']);
  expect(await kinds(workspace)).toEqual([...(before[1] ?? []), 'access.signed_in']);
  expect((await eleni.request('put', '/api/session/workspace', { workspaceId: workspace })).status).toBe(200);
  expect(await kinds(workspace)).toHaveLength((before[1] ?? []).length + 1);
});

test('so do signing out, sessions that were ended, and whoever was signed out at the terminal', async () => {
  const { workspace } = await openNextDoor();
  const [desk, phone] = [accounts.visitor(), accounts.visitor()];
  await desk.signIn();
  await phone.signIn();
  await desk.request('delete', '/api/me/sessions');
  await desk.request('delete', '/api/session');
  await desk.signIn();
  await signOutEverywhere(accounts.services, accounts.owner.email);
  for (const log of [await told(), await told(workspace)])
    expect(log.filter(({ kind, subject }) => kind !== 'access.signed_in' && subject === 'Eleni Stavrou')).toMatchObject([
      { kind: 'access.session_ended', detail: { sessions: 1 } },
      { kind: 'access.session_ended', detail: { sessions: 2 } },
      { kind: 'access.signed_out' },
    ]);
});

test('a wrong password stands there with from where, once the answer is out; for an address that nobody has as much is left to do', async () => {
  const { workspace } = await openNextDoor();
  const thief = accounts.visitor('198.51.100.9');
  await accounts.work();
  const before = (await told()).length;
  await thief.signIn(accounts.owner.email, 'not the password');
  await thief.signIn('nobody@example.com', 'not the password');
  expect(await told()).toHaveLength(before);
  expect(await accounts.work()).toEqual(['access.note_failed_sign_in', 'access.note_failed_sign_in']);
  for (const log of [await told(), await told(workspace)])
    expect(log.filter(({ kind }) => kind === 'access.sign_in_failed').map(({ detail }) => detail)).toEqual([
      { by: 'password', address: '198.51.100.9' },
    ]);
});

test('so do a wrong code, a passkey that was refused, and an address for which a provider vouches in vain', async () => {
  const desk = accounts.visitor();
  await desk.signIn();
  const { body: asked } = await desk.request('post', '/api/me/passkeys/asked', { password: goodPassword });
  const device = passkeyDevice(origin);
  const made = device.make(asked['options'] as Parameters<typeof device.make>[0]);
  expect((await desk.request('post', '/api/me/passkeys', { token: asked['token'], name: 'The counter', made })).status).toBe(200);
  const { body: begun } = await desk.request('post', '/api/me/second-factor', { password: goodPassword });
  await desk.request('put', '/api/me/second-factor', { code: codeOf(String(begun['uri'])) });

  const thief = accounts.visitor('198.51.100.9');
  await thief.signIn();
  expect((await thief.request('post', '/api/session/second-factor', { code: '000000' })).status).toBe(422);
  const { body: shownTo } = await thief.request('get', '/api/session/passkey');
  const shown = device.show(shownTo['options'] as Parameters<typeof device.show>[0], { isUnverified: true });
  expect((await thief.request('post', '/api/session/passkey', { token: shownTo['token'], shown })).status).toBe(422);
  const vouched = { subject: 'eleni', email: accounts.owner.email, isVerified: true, name: 'Eleni' };
  await expect(accountVouchedFor(accounts.services, vouched, 'en', '198.51.100.9')).rejects.toThrow(/^provider[.]/);
  const failed = (await told()).filter(({ kind }) => kind === 'access.sign_in_failed').map(({ detail }) => detail);
  expect(failed).toEqual(['code', 'passkey', 'provider'].map((by) => ({ by, address: '198.51.100.9' })));
});
