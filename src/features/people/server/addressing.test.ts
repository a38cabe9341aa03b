import { expect, test } from 'vitest';
import { openShop } from '#fixtures/open-shop.ts';
import { people } from './index.ts';

const shop = openShop([people]);

const make = async (body: Record<string, unknown>) =>
  (await shop.request<{ id: string; addressing: unknown }>('eleni', 'post', '/api/customers', { kind: 'person', ...body })).body;

test('whoever asks for a customer is told how to address them, in their language, and why', async () => {
  const { id, addressing } = await make({ name: 'Παπαδόπουλος, Γιώργος', language: 'el' });
  expect(addressing).toEqual({
    formality: 'formal',
    language: 'el',
    spoken: 'κύριε Παπαδόπουλε',
    greeting: 'Αγαπητέ κύριε Παπαδόπουλε',
    grounds: [
      { code: 'vocative', values: { name: 'Παπαδόπουλος', form: 'Παπαδόπουλε' } },
      { code: 'gender_family', values: { of: 'Παπαδόπουλος', gender: 'male' } },
    ],
  });
  const { body } = await shop.request('eleni', 'patch', `/api/customers/${id}`, { formality: 'familiar', nickname: 'Τζώρτζης' });
  expect(body).toMatchObject({ addressing: { spoken: 'Τζώρτζη', greeting: 'Αγαπητέ Τζώρτζη' } });
});

test('a greeting that a colleague wrote is the one, until it is taken away again', async () => {
  const { id } = await make({ given: 'Марко', family: 'Петровић', prefix: 'г.', language: 'sr', greeting: 'Драги комшија' });
  const read = async () => (await shop.request('eleni', 'get', `/api/customers/${id}`)).body;
  expect(await read()).toMatchObject({ addressing: { greeting: 'Драги комшија', grounds: [{ code: 'written' }] } });
  await shop.request('eleni', 'patch', `/api/customers/${id}`, { greeting: null });
  expect(await read()).toMatchObject({ addressing: { greeting: 'Поштовани господине Петровићу' } });
});

test('a customer whose language nobody knows is addressed in that of the business', async () => {
  expect(await make({ given: 'Uwe', family: 'Lang' })).toMatchObject({ addressing: { language: 'el', greeting: 'Χαίρετε κ. Lang' } });
});
