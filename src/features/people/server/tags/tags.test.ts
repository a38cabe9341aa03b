import { expect, test } from 'vitest';
import { openShop } from '#fixtures/open-shop.ts';
import { people } from '../index.ts';

const shop = openShop([people]);

const put = async (customer: string, names: string[], as: 'eleni' | 'nikos' | 'ann' = 'eleni') =>
  await shop.request(as, 'put', `/api/customers/${customer}/tags`, { names });
const tagsOf = (answer: { body: unknown }) => (answer.body as { tags: { name: string }[] }).tags.map(({ name }) => name);

test('a customer has the tags that were set and no others, and one word is one tag however it is written', async () => {
  const [maria, petros] = [await shop.customer({ name: 'Maria' }), await shop.customer({ name: 'Petros' })];
  expect(tagsOf(await put(maria, ['Wholesale', '#vip', 'ΧΟΝΔΡΙΚΗ']))).toEqual(['vip', 'Wholesale', 'ΧΟΝΔΡΙΚΗ']);
  expect(tagsOf(await put(petros, ['wholesale', 'χονδρικη']))).toEqual(['Wholesale', 'ΧΟΝΔΡΙΚΗ']);
  expect(tagsOf(await put(maria, ['vip']))).toEqual(['vip']);
  expect((await shop.request('nikos', 'get', '/api/tags')).body).toMatchObject({
    tags: [
      { name: 'vip', customers: 1 },
      { name: 'Wholesale', customers: 1 },
      { name: 'ΧΟΝΔΡΙΚΗ', customers: 1 },
    ],
  });
});

test('a tag that nobody has any more is gone', async () => {
  const maria = await shop.customer({ name: 'Maria' });
  await put(maria, ['once']);
  await put(maria, []);
  expect((await shop.request('eleni', 'get', '/api/tags')).body).toEqual({ tags: [] });
});

test('tags are added without a word of the others, and whoever sets them all is told when somebody was quicker', async () => {
  const maria = await shop.customer({ name: 'Maria' });
  const path = `/api/customers/${maria}/tags`;
  await put(maria, ['vip']);
  const version = (await shop.send('eleni', 'get', path)).headers.get('etag') ?? '';
  expect(tagsOf(await shop.request('nikos', 'post', path, { names: ['Figs', 'VIP'] }))).toEqual(['Figs', 'vip']);
  const late = await shop.request('eleni', 'put', path, { names: ['vip'] }, { 'if-match': version });
  expect(late).toMatchObject({ status: 412, body: { code: 'record.overtaken' } });
  expect((await shop.request('ann', 'post', path, { names: ['ours'] })).status).toBe(404);
  expect(tagsOf(await shop.request('eleni', 'get', path))).toEqual(['Figs', 'vip']);
});

test('what is no tag is refused and changes nothing', async () => {
  const maria = await shop.customer({ name: 'Maria' });
  await put(maria, ['kept']);
  expect(await put(maria, ['  '])).toMatchObject({ status: 422, body: { code: 'tag.name_missing', field: 'names' } });
  expect(await put(maria, ['x'.repeat(61)])).toMatchObject({ status: 422, body: { code: 'tag.name_too_long' } });
  expect(tagsOf(await shop.request('eleni', 'get', `/api/customers/${maria}/tags`))).toEqual(['kept']);
});

test('another workspace neither sees nor sets our tags', async () => {
  const maria = await shop.customer({ name: 'Maria' });
  await put(maria, ['ours']);
  expect((await put(maria, ['theirs'], 'ann')).status).toBe(404);
  expect((await shop.request('ann', 'get', '/api/tags')).body).toEqual({ tags: [] });
});
