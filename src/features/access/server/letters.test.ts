import { expect, test } from 'vitest';
import { openAccounts } from '#fixtures/open-accounts.ts';

const accounts = openAccounts({
  publicUrl: 'https://tend.example.com',
  mail: { host: 'localhost', port: 1, isSecure: false, from: { name: 'Tend', address: 'tend@example.com' } } as never,
});

async function letters() {
  const { rows } = await accounts.inside((tx) =>
    tx.client.query<{ purpose: string; to_address: string; subject: string; body_text: string }>(
      'select purpose, to_address, subject, body_text from letter order by id',
    ),
  );
  return rows;
}

test('who is invited gets the link by e-mail', async () => {
  const eleni = accounts.visitor();
  await eleni.signIn();
  const told = { name: 'Nikos', email: 'nikos@example.com', role: 'reader' };
  const { body } = await eleni.request('post', '/api/invitations', told);
  expect(body['isMailed']).toBe(true);
  const [letter] = await letters();
  expect(letter).toMatchObject({ purpose: 'invitation', to_address: 'nikos@example.com', subject: 'Your place in Kafeneio' });
  expect(letter?.body_text).toContain(`https://tend.example.com/join#${String(body['token'])}`);
});

test('who forgot their password gets a link that works; an address without an account gets nothing, and hears the same', async () => {
  const visitor = accounts.visitor();
  const forget = async (email: string) => await visitor.request('post', '/api/passwords/forgotten', { email });
  expect((await forget('nobody@example.com')).status).toBe(204);
  expect(await accounts.work()).toEqual(['access.write_reset']);
  expect(await letters()).toEqual([]);
  // A name of a host that the request claims goes into no letter.
  expect(
    (await visitor.request('post', '/api/passwords/forgotten', { email: accounts.owner.email }, { host: 'evil.example' })).status,
  ).toBe(204);
  // Whether there is such an account, is looked up once the answer is out.
  expect(await letters()).toEqual([]);
  expect(await accounts.work()).toEqual(['access.write_reset']);
  const [letter] = await letters();
  const token = /https:\/\/tend\.example\.com\/reset#(\S+)/.exec(letter?.body_text ?? '')?.[1] ?? '';
  expect(letter).toMatchObject({ purpose: 'reset', to_address: accounts.owner.email });
  expect((await visitor.request('post', '/api/passwords/reset', { token, password: 'seven lamps in the harbour' })).status).toBe(204);
});

test('nobody fills the mailbox of somebody else: three letters an hour go to one account, whoever asks', async () => {
  const forget = async (address: string) => {
    await accounts.visitor(address).request('post', '/api/passwords/forgotten', { email: accounts.owner.email });
    await accounts.work();
  };
  for (let count = 1; count <= 5; count += 1) await forget(`198.51.100.${count}`);
  expect(await letters()).toHaveLength(3);
  accounts.at('2026-03-02T09:00:01Z');
  await forget('198.51.100.9');
  expect(await letters()).toHaveLength(4);
});
