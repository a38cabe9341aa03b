import { expect, test } from 'vitest';
import { conversations } from '#features/conversations/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { promises } from '#features/promises/server/index.ts';
import { purchases } from '#features/purchases/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { customers } from '../index.ts';

const shop = openShop([people, conversations, purchases, promises, customers]);

const lines = async (query: string, as: 'eleni' | 'ann' = 'eleni') =>
  (await shop.raw(as, `/api/customers.csv${query}`)).trim().split('\r\n');

test('a file holds whom the list holds, in its order, with the columns that are shown', async () => {
  const many = Array.from({ length: 450 }, (_, place) => ({
    kind: 'person',
    name: `Customer ${String(place).padStart(3, '0')}`,
    country: place % 2 === 0 ? 'BG' : 'GR',
  }));
  await shop.request('eleni', 'post', '/api/customers/many', { customers: many });
  const [heading, ...rows] = await lines('?where=country.is%3Dbg&sort=-name&columns=name,country');
  expect(heading).toBe('Name,Country');
  expect([rows.length, rows[0], rows.at(-1)]).toEqual([225, 'Customer 448,BG', 'Customer 000,BG']);
});

test('addresses and numbers are in the file where the list shows them, or where nothing was chosen', async () => {
  const told = { given: 'Anna', family: 'Pappa', emails: [{ value: 'anna@example.org' }], phones: [{ value: '+30 210 1234567' }] };
  const { id } = (
    await shop.request<{ id: string }>('eleni', 'post', '/api/customers', {
      kind: 'person',
      ...told,
      language: 'el',
      addresses: [{ street: 'Ermou 5' }, { city: 'Athens' }, { city: 'Patras' }],
    })
  ).body;
  const clio = await shop.customer({ name: 'Clio', kind: 'organization' });
  await shop.request('eleni', 'post', '/api/contact-roles', { personId: id, organizationId: clio });
  await shop.request('eleni', 'post', '/api/customers/changes', { which: { customers: [id] }, change: { giveTags: ['vip', 'Export'] } });
  const wanted = 'name,language,email,phone,city,tag,organization';
  const [heading, row] = await lines(`?columns=${wanted}&name=pappa`);
  expect(heading).toBe('Name,Language,E-mail,Phone,City,Tag,Organization');
  expect(row).toBe(`Anna Pappa,el,anna@example.org,+302101234567,Athens,"Export, vip",Clio`);
  expect((await lines(''))[0]).toContain('Language,E-mail,Phone,City,Tag,Organization');
});

test('a name that a spreadsheet would run is only text there', async () => {
  await shop.customer({ name: '=HYPERLINK("http://example.org";"Look")' });
  const [, row] = await lines('?columns=name');
  expect(row).toBe(`"'=HYPERLINK(""http://example.org"";""Look"")"`);
});

test('what cannot be asked is a problem, not a file', async () => {
  expect(await shop.request('eleni', 'get', '/api/customers.csv?sort=shoes')).toMatchObject({
    status: 422,
    body: { code: 'customers.sort_unknown' },
  });
});

test('another workspace gets none of ours', async () => {
  await shop.customer({ name: 'Anna' });
  expect(await lines('?columns=name', 'ann')).toEqual(['Name']);
});
