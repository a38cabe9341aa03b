import { describe, expect, test } from 'vitest';
import { people } from '#features/people/server/index.ts';
import { conversations } from '#features/conversations/server/index.ts';
import { promises } from '#features/promises/server/index.ts';
import { purchases } from '#features/purchases/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { customers } from './index.ts';

const shop = openShop([people, conversations, purchases, promises, customers]);

type Field = { id: string; choices: { id: string }[] };
type Page = { customers: { name: string; custom: Record<string, unknown> }[]; next: string | null; previous: string | null };

const define = async (body: object) => (await shop.request<Field>('eleni', 'post', '/api/custom-fields', body)).body;
const tell = async (customer: string, custom: object) => await shop.request('eleni', 'patch', `/api/customers/${customer}`, { custom });
const list = async (query: string) => (await shop.request<Page>('eleni', 'get', `/api/customers?${query}`)).body;
const names = async (query: string) => (await list(query)).customers.map(({ name }) => name);
const fitting = async (where: string) => (await names(`where=${encodeURIComponent(where)}`)).toSorted();

/** Anna, Boris, Clio and Dora, of whom Dora has nothing; fields of every kind. */
async function four() {
  const choices = (...all: string[]) => all.map((name) => ({ name }));
  const text = await define({ name: 'Motto', kind: 'text' });
  const number = await define({ name: 'Kilos a month', kind: 'number' });
  const money = await define({ name: 'Credit limit', kind: 'money' });
  const day = await define({ name: 'Contract until', kind: 'date' });
  const choice = await define({ name: 'Roast', kind: 'choice', choices: choices('Light', 'Medium', 'Dark') });
  const several = await define({ name: 'Brews with', kind: 'choices', choices: choices('Briki', 'Filter', 'Pot') });
  const person = await define({ name: 'Who orders', kind: 'person' });
  const [anna, boris, clio, dora] = [
    await shop.customer({ name: 'Anna' }),
    await shop.customer({ name: 'Boris' }),
    await shop.customer({ name: 'Clio' }),
    await shop.customer({ name: 'Dora', kind: 'organization' }),
  ];
  const [light, medium, dark] = choice.choices.map(({ id }) => id);
  const [briki, filter, pot] = several.choices.map(({ id }) => id);
  await tell(anna, {
    [text.id]: 'Ωραία',
    [number.id]: 2.5,
    [money.id]: 900,
    [day.id]: '2026-03-01',
    [choice.id]: dark,
    [several.id]: [briki, filter],
  });
  await tell(boris, {
    [text.id]: 'άλφα',
    [number.id]: 10,
    [money.id]: 100,
    [day.id]: '2026-05-01',
    [choice.id]: light,
    [several.id]: [filter],
    [person.id]: anna,
  });
  await tell(clio, {
    [text.id]: 'Βήτα',
    [number.id]: -1,
    [money.id]: 950,
    [day.id]: '2025-01-01',
    [choice.id]: medium,
    [several.id]: [pot],
  });
  const fields = { text, number, money, day, choice, several, person };
  const columns = Object.fromEntries(Object.entries(fields).map(([name, { id }]) => [name, `field_${id}`])) as Record<
    keyof typeof fields,
    string
  >;
  return { ...columns, fields, anna, boris, clio, dora, light, medium, dark, briki, filter, pot };
}

/** A list page by page, the same from both ends. */
async function walk(sort: string): Promise<string[]> {
  const [forward, backward]: [string[], string[]] = [[], []];
  for (let page = await list(`sort=${sort}&limit=1`); ; page = await list(`sort=${sort}&limit=1&after=${encodeURIComponent(page.next)}`)) {
    forward.push(...page.customers.map(({ name }) => name));
    if (page.next === null) break;
  }
  for (
    let page = await list(`sort=${sort}&limit=1&page=last`);
    ;
    page = await list(`sort=${sort}&limit=1&before=${encodeURIComponent(page.previous)}`)
  ) {
    backward.unshift(...page.customers.map(({ name }) => name));
    if (page.previous === null) break;
  }
  expect(backward).toEqual(forward);
  return forward;
}

describe('a list is sorted by a field of the workspace’s own', () => {
  test.each([
    ['text', ['Boris', 'Clio', 'Anna']],
    ['number', ['Clio', 'Anna', 'Boris']],
    ['money', ['Boris', 'Anna', 'Clio']],
    ['day', ['Clio', 'Anna', 'Boris']],
    ['choice', ['Boris', 'Clio', 'Anna']],
    ['several', ['Anna', 'Boris', 'Clio']],
  ] as const)('of kind %s, those without it at the end either way, page by page from both ends', async (kind, inOrder) => {
    const known = await four();
    expect(await walk(known[kind])).toEqual([...inOrder, 'Dora']);
    expect(await walk(`-${known[kind]}`)).toEqual([...inOrder.toReversed(), 'Dora']);
  });

  test('and narrowed by stage, owner and conditions as any list is', async () => {
    const { number, anna } = await four();
    await shop.request('eleni', 'patch', `/api/customers/${anna}`, { ownerId: shop.nikos });
    expect(await names(`sort=${number}&owner=${shop.eleni}`)).toEqual(['Clio', 'Boris', 'Dora']);
    expect(await names(`sort=-${number}&where=${number}.atLeast=0`)).toEqual(['Boris', 'Anna']);
    expect(await names(`sort=${number}&stage=lapsed`)).toEqual([]);
  });

  test('of people as their names are sorted, and anew when somebody is called otherwise', async () => {
    const { person, fields, anna, boris, clio } = await four();
    await tell(anna, { [fields.person.id]: clio });
    await tell(clio, { [fields.person.id]: boris });
    expect(await walk(person)).toEqual(['Boris', 'Clio', 'Anna', 'Dora']);
    expect(await walk(`-${person}`)).toEqual(['Anna', 'Clio', 'Boris', 'Dora']);
    await shop.request('eleni', 'patch', `/api/customers/${anna}`, { name: 'Zeta' });
    expect(await walk(person)).toEqual(['Clio', 'Zeta', 'Boris', 'Dora']);
  });

  test('unless there is none', async () => {
    expect(await shop.request('eleni', 'get', '/api/customers?sort=field_01890000-0000-7000-8000-000000000001')).toMatchObject({
      status: 422,
      body: { code: 'customers.sort_unknown' },
    });
  });
});

describe('a list is narrowed by a field of the workspace’s own', () => {
  test('in every way that its kind knows', async () => {
    const { text, number, money, day, choice, several, person, anna, light, dark, briki, filter, pot } = await four();
    expect(await fitting(`${text}.has=ραί`)).toEqual(['Anna']);
    expect(await fitting(`${text}.isNot=άλφα`)).toEqual(['Anna', 'Clio', 'Dora']);
    expect(await fitting(`${number}.is=2.5`)).toEqual(['Anna']);
    expect(await fitting(`${number}.between=-1,3`)).toEqual(['Anna', 'Clio']);
    expect(await fitting(`${money}.atMost=899`)).toEqual(['Boris']);
    expect(await fitting(`${money}.isNot=900`)).toEqual(['Boris', 'Clio', 'Dora']);
    expect(await fitting(`${day}.within=2026-01-01,2026-12-31`)).toEqual(['Anna', 'Boris']);
    expect(await fitting(`${day}.until=-1d`)).toEqual(['Anna', 'Clio']);
    expect(await fitting(`${choice}.any=${light},${dark}`)).toEqual(['Anna', 'Boris']);
    expect(await fitting(`${choice}.none=${light}`)).toEqual(['Anna', 'Clio', 'Dora']);
    expect(await fitting(`${several}.any=${filter}`)).toEqual(['Anna', 'Boris']);
    expect(await fitting(`${several}.all=${filter},${briki}`)).toEqual(['Anna']);
    expect(await fitting(`${several}.none=${filter},${pot}`)).toEqual(['Dora']);
    expect(await fitting(`${person}.any=${anna}`)).toEqual(['Boris']);
    expect(await fitting(`${person}.empty`)).toEqual(['Anna', 'Clio', 'Dora']);
    expect(await fitting(`${several}.filled;${number}.atLeast=3`)).toEqual(['Boris']);
  });

  test('that was archived since, so that saved lists stay what they are', async () => {
    const { number, fields } = await four();
    await shop.request('eleni', 'put', `/api/custom-fields/${fields.number.id}/archived`);
    expect(await fitting(`${number}.atLeast=3`)).toEqual(['Boris']);
  });

  test('and says where a value is none of its kind', async () => {
    const { number, choice } = await four();
    for (const where of [`${number}.atLeast=many`, `${choice}.any=light`, `${number}.has=1`])
      expect(await shop.request('eleni', 'get', `/api/customers?where=${encodeURIComponent(where)}`)).toMatchObject({
        body: { code: 'customers.condition_unusable' },
      });
  });
});

test('the fields that are shown come with the rows, and stand in the file in the columns that were chosen', async () => {
  const { number, several, person, money, fields, anna, briki, filter } = await four();
  const { customers: rows } = await list(`fields=${fields.number.id},${fields.several.id},${fields.person.id}`);
  expect(rows.map(({ custom }) => custom)).toEqual([
    { [fields.number.id]: 2.5, [fields.several.id]: [briki, filter] },
    { [fields.number.id]: 10, [fields.several.id]: [filter], [fields.person.id]: { id: anna, name: 'Anna' } },
    { [fields.number.id]: -1, [fields.several.id]: [expect.any(String)] },
    {},
  ]);
  const file = await shop.raw('eleni', `/api/customers.csv?sort=-${number}&columns=${several},name,${money},${person}`);
  expect(file.replace('\ufeff', '').split('\r\n').slice(0, 3)).toEqual([
    'Brews with,Name,Credit limit,Who orders',
    'Filter,Boris,1.00,Anna',
    'Briki; Filter,Anna,9.00,',
  ]);
});

test('everybody in a list gets the same in a field, and has what stood there before again when it is taken back', async () => {
  const { fields, anna, boris, clio, dora, dark } = await four();
  const of = async (customer: string) =>
    (await shop.request<{ custom: Record<string, unknown> }>('eleni', 'get', `/api/customers/${customer}`)).body.custom[fields.choice.id];
  const before = [await of(anna), await of(boris), await of(clio), await of(dora)];
  const { id, changed } = (
    await shop.request<{ id: string; changed: number }>('eleni', 'post', '/api/customers/changes', {
      which: { customers: [anna, boris, clio, dora] },
      change: { custom: { [fields.choice.id]: dark, [fields.person.id]: anna } },
    })
  ).body;
  expect(changed).toBe(3);
  expect([await of(anna), await of(boris), await of(clio), await of(dora)]).toEqual([dark, dark, dark, dark]);
  await tell(clio, { [fields.choice.id]: null });
  expect((await shop.request('eleni', 'post', `/api/customers/changes/${id}/undone`)).body).toEqual({ restored: 3 });
  expect([await of(anna), await of(boris), await of(clio), await of(dora)]).toEqual([before[0], before[1], undefined, before[3]]);
});

test('everybody in a list is given choices and has others taken away, beside those that they have', async () => {
  const { fields, anna, boris, clio, dora, briki, filter, pot } = await four();
  const field = fields.several.id;
  const change = async (body: object, as: 'eleni' | 'ann' = 'eleni') =>
    await shop.request<{ id: string; changed: number; code?: string }>(as, 'post', '/api/customers/changes', {
      which: { customers: [anna, boris, clio, dora] },
      change: body,
    });
  const chosen = async () => (await list(`sort=name&fields=${field}`)).customers.map(({ custom }) => custom[field] ?? null);
  const { id, changed } = (await change({ giveChoices: { [field]: [briki] }, takeChoices: { [field]: [pot] } })).body;
  expect(changed).toBe(3);
  expect(await chosen()).toEqual([[briki, filter], [briki, filter], [briki], [briki]]);
  expect((await change({ takeChoices: { [field]: [briki] } })).body.changed).toBe(4);
  expect(await chosen()).toEqual([[filter], [filter], null, null]);
  expect((await shop.request('eleni', 'post', `/api/customers/changes/${id}/undone`)).body).toEqual({ restored: 0 });
  expect(await change({ giveChoices: { [field]: [fields.choice.id] } })).toMatchObject({
    status: 422,
    body: { code: 'custom_field.choice_unknown', field: `custom.${field}` },
  });
  expect(await change({ takeChoices: { [fields.choice.id]: [briki] } })).toMatchObject({
    status: 422,
    body: { code: 'custom_field.not_several', field: `custom.${fields.choice.id}` },
  });
  expect((await change({ giveChoices: { [field]: [briki] } }, 'ann')).body.code).toBe('custom_field.not_found');
});
