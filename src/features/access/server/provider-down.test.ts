import { expect, test } from 'vitest';
import { openAccounts } from '#fixtures/open-accounts.ts';

// A port at which nobody listens.
const settings = { issuer: 'http://127.0.0.1:9', clientId: 'tend', clientSecret: 'a secret', name: 'Olive', domains: [] };
const accounts = openAccounts({ publicUrl: 'http://localhost:8363', provider: settings });

test('a provider that does not answer stops nobody: its button says so, and the password works as always', async () => {
  const visitor = accounts.visitor();
  expect((await visitor.request('get', '/api/session/ways-in')).body).toEqual({
    passkeysAt: 'http://localhost:8363',
    provider: { name: 'Olive', isReachable: false },
  });
  expect(await visitor.request('post', '/api/session/provider')).toMatchObject({ status: 422, body: { code: 'provider.unreachable' } });
  expect((await visitor.signIn()).status).toBe(200);
});
