import { expect, test } from 'vitest';
import { conversations } from '#features/conversations/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { promises } from '#features/promises/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { quickEntry } from './index.ts';

const shop = openShop([people, conversations, promises, quickEntry]);
const line = 'called Maria 12 min, she prefers mornings, will send price list by Friday 15:00 :4';

const log = async (...words: string[]) => await shop.tend('log', ...words);

const timeline = async (customer: string) =>
  (await shop.request('nikos', 'get', `/api/customers/${customer}/touchpoints`)).body['touchpoints'] as { colleague: { name: string } }[];

test('a line is shown as it was understood, and saved only when that is said', async () => {
  const maria = await shop.customer({ name: 'Maria Georgiou' });
  expect((await log(line)).split('\n')).toEqual([
    'Maria Georgiou: We called · 12 minutes · Happy · she prefers mornings, will send price list by Friday 15:00',
    'We promise: send price list, by 6 Mar 2026, 15:00',
    'Learned: prefers mornings',
    'Nothing saved yet. Add --yes to save it.',
  ]);
  expect(await timeline(maria)).toEqual([]);
  expect(await log(line, '--yes')).toMatch(/Saved\.$/);
  expect(await timeline(maria)).toMatchObject([{ colleague: { name: 'Eleni' } }]);
});

test('what is sensitive is told apart', async () => {
  await shop.customer({ name: 'Maria Georgiou' });
  expect((await log('called Maria, is allergic to nuts')).split('\n')).toEqual([
    'Maria Georgiou: We called · …',
    'Learned, kept as sensitive and not in what was said: is allergic to nuts',
    'Nothing saved yet. Add --yes to save it.',
  ]);
});

test('the same is there for programs', async () => {
  const maria = await shop.customer({ name: 'Maria' });
  expect(JSON.parse(await log(line, '--json'))).toMatchObject({
    saved: null,
    entry: { customer: maria, touchpoint: { kind: 'call', minutes: 12, pulse: 4 }, promises: [{ dueAt: '2026-03-06T13:00:00Z' }] },
  });
});

test('a moment that clocks skip is refused, and one that they show twice until it is said which', async () => {
  await shop.customer({ name: 'Maria' });
  shop.at('2026-03-27T08:00:00Z');
  await expect(log('called Maria, will call back on 29.3. at 03:30')).rejects.toMatchObject({ failure: { code: 'promise.due_in_gap' } });
  shop.at('2026-10-24T08:00:00Z');
  const twice = 'called Maria, will call back tomorrow at 03:30';
  await expect(log(twice)).rejects.toMatchObject({ failure: { code: 'promise.due_twice' } });
  expect(JSON.parse(await log(twice, '--clock', 'later', '--json'))).toMatchObject({
    entry: { promises: [{ dueAt: '2026-10-25T01:30:00Z' }] },
  });
});

test('without a customer, or with several, it says so', async () => {
  await expect(log('called, no answer')).rejects.toMatchObject({ failure: { code: 'quick_entry.nobody_named' } });
  await expect(log('called Zenon 5 min')).rejects.toMatchObject({ failure: { code: 'quick_entry.nobody_of_that_name' } });
  const first = await shop.customer({ name: 'Maria Georgiou' });
  await shop.customer({ name: 'Maria Petrova' });
  await expect(log('called Maria 5 min')).rejects.toMatchObject({ failure: { code: 'quick_entry.several_of_that_name' } });
  expect(await log('called Maria 5 min', '--customer', first)).toMatch(/^Maria Georgiou: We called/);
});
