import { beforeEach, expect, test } from 'vitest';
import { people } from '#features/people/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { consent } from './index.ts';

const shop = openShop([people, consent]);
let maria = '';
beforeEach(async () => {
  maria = await shop.customer({ name: 'Maria Georgiou' });
});

const told = { purpose: 'offers', channel: 'email', isGiven: true, source: 'form', evidence: 'form no. 17' };
const note = (body: object, as: 'eleni' | 'nikos' | 'ann' = 'nikos') => shop.request(as, 'post', `/api/customers/${maria}/consents`, body);
const read = async () =>
  (await shop.request<{ standing: object[]; words: object[]; warning: string | null }>('eleni', 'get', `/api/customers/${maria}/consents`))
    .body;

test('nothing is allowed until somebody said so, and what they said stands with when, how and what shows it', async () => {
  expect(await read()).toEqual({ standing: [], words: [], warning: null });
  expect(await note(told)).toMatchObject({ status: 200 });
  expect((await read()).standing).toMatchObject([{ ...told, saidAt: '2026-03-02T08:00:00Z', notedBy: { name: 'Nikos' } }]);
});

test('a withdrawal counts from then on and leaves what was before readable, also when it is noted late', async () => {
  await note(told);
  shop.at('2026-03-05T08:00:00Z');
  await note({ purpose: 'offers', channel: 'email', isGiven: false, source: 'talk' });
  // Found afterwards: a form from before.
  await note({ ...told, saidAt: '2026-03-01T08:00:00Z' });
  const { standing, words, warning } = await read();
  expect(warning).toBe('Does not want: Offers by e-mail');
  expect(standing).toMatchObject([{ isGiven: false, saidAt: '2026-03-05T08:00:00Z' }]);
  expect(words).toMatchObject([{ isGiven: false }, { isGiven: true }, { isGiven: true, saidAt: '2026-03-01T08:00:00Z' }]);
});

test('goes to the log with what was before', async () => {
  await note(told);
  await note({ ...told, isGiven: false });
  const { rows } = await shop.inside((tx) => tx.client.query("select kind, changes from event where kind like 'consent.%' order by id"));
  expect(rows).toMatchObject([
    { kind: 'consent.given', changes: { allowed: [null, true] } },
    { kind: 'consent.withdrawn', changes: { allowed: [true, false] } },
  ]);
});

test('refuses what nothing shows, what lies ahead, and strangers', async () => {
  expect(await note({ ...told, evidence: '' })).toMatchObject({
    status: 422,
    body: { code: 'consent.without_evidence', field: 'evidence' },
  });
  expect(await note({ ...told, saidAt: '2026-03-03T08:00:00Z' })).toMatchObject({ status: 422, body: { code: 'consent.in_future' } });
  expect(await note({ ...told, purpose: 'anything' })).toMatchObject({ status: 422 });
  expect(await note(told, 'ann')).toMatchObject({ status: 404 });
});
