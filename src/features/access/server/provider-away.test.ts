import { expect, test } from 'vitest';
import { openAccounts } from '#fixtures/open-accounts.ts';
import { openProvider } from '#fixtures/testing/sign-on/open-provider.ts';

const tendUrl = 'http://localhost:8363';
const provider = await openProvider(tendUrl);
const accounts = openAccounts({ publicUrl: tendUrl, provider: { ...provider.settings, domains: ['olive.example'] } });

test('where only some domains may come in, the others do not', async () => {
  const visitor = accounts.visitor();
  const { body } = await visitor.request('post', '/api/session/provider');
  const query = await provider.comeBackAs(String(body['address']), 'nikos@example.com');
  expect(await visitor.request('post', '/api/session/provider/returned', { query })).toMatchObject({
    status: 422,
    body: { code: 'provider.email_elsewhere' },
  });
});

test('when the provider goes away, who stands at its door is told, and the password works as always', async () => {
  const visitor = accounts.visitor();
  const { body } = await visitor.request('post', '/api/session/provider');
  const query = await provider.comeBackAs(String(body['address']), 'nikos@olive.example');
  await provider.stop();
  expect(await visitor.request('post', '/api/session/provider/returned', { query })).toMatchObject({
    status: 422,
    body: { code: 'provider.unreachable' },
  });
  expect((await accounts.visitor().signIn()).status).toBe(200);
});
