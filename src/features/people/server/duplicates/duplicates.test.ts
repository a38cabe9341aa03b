import { describe, expect, test } from 'vitest';
import { openShop } from '#fixtures/open-shop.ts';
import type { NewCustomer } from '../index.ts';
import { people } from '../feature.ts';
import { lookAt } from './look-at.ts';
import { takeSome } from './look-soon.ts';
import { lookAtAll } from './look.ts';

const shop = openShop([people]);

type Told = Partial<NewCustomer> & { name: string };
type Pair = { one: { name: string }; other: { name: string }; probability: number; reasons: { field: string; how: string }[] };

async function look(): Promise<Pair[]> {
  await shop.inside((tx) => lookAtAll(tx, shop.now()));
  return await candidates();
}

async function candidates(as: 'eleni' | 'ann' = 'eleni'): Promise<Pair[]> {
  return (await shop.request(as, 'get', '/api/duplicates')).body['pairs'] as Pair[];
}

test('whoever is new is put on the list of those to look at, and taken off it once', async () => {
  const made = [await shop.customer({ name: 'Γιώργος Ζερβός' }), await shop.customer({ name: 'Giorgos Zervos' })];
  expect((await shop.inside((tx) => takeSome(tx))).toSorted()).toEqual(made.toSorted());
  expect(await shop.inside((tx) => takeSome(tx))).toEqual([]);
});

describe('one customer in the books twice is found', () => {
  test.each<[string, Told, Told]>([
    [
      'in Greek and in Latin letters',
      { name: 'Γιώργος Ζερβός', phone: '210 1234567', country: 'GR' },
      { name: 'Giorgos Zervos', phone: '+302101234567' },
    ],
    ['in both Serbian scripts', { name: 'Ђорђе Станојевић', email: 'a@b.rs' }, { name: 'Djordje Stanojevic', email: 'a@b.rs' }],
    [
      'in Persian and in Latin letters',
      { name: 'مریم یوسفی', phone: '+989121234567' },
      { name: 'Maryam Yusefi', phone: '09121234567', country: 'IR' },
    ],
    ['in Armenian and in Latin letters', { name: 'Հակոբ Գրիգորյան', email: 'h@g.am' }, { name: 'Hagop Grigorian', email: 'h@g.am' }],
    [
      'in Bulgarian and under a short name',
      { name: 'Георги Димитров', phone: '+359881234567' },
      { name: 'Gosho Dimitrov', phone: '0881234567' },
    ],
    [
      'with the names in the other order and a slip',
      { name: 'Nikos Zervopoulos', email: 'n@z.gr' },
      { name: 'Zervopulos Nikos', email: 'n@z.gr' },
    ],
    [
      'by birthday and name',
      { name: 'Nikos Zervos', birthday: { calendar: 'gregory', year: 1980, month: 3, day: 21 } },
      { name: 'Nikos Zervos', birthday: { calendar: 'persian', year: 1359, month: 1, day: 1 } },
    ],
    [
      'a company under another form',
      { kind: 'organization', name: 'Άρτος Κρήτης Α.Ε.', phone: '+302810123456' },
      { kind: 'organization', name: 'Artos Kritis SA', phone: '2810123456' },
    ],
  ])('%s', async (_, one, other) => {
    await shop.customer(one);
    await shop.customer(other);
    const [pair, ...more] = await look();
    expect(new Set([pair?.one.name, pair?.other.name])).toEqual(new Set([one.name, other.name]));
    expect(more).toEqual([]);
  });
});

test('a couple who share a number and a home are two', async () => {
  const home = { phone: '+302101234567', addresses: [{ street: 'Ermou 1', city: 'Athina' }] };
  await shop.customer({ name: 'Νίκος Ζερβός', given: 'Νίκος', family: 'Ζερβός', ...home });
  await shop.customer({ name: 'Eleni Zervou', given: 'Eleni', family: 'Zervou', ...home });
  expect(await look()).toEqual([]);
});

test('what somebody said not to be the same is never suggested again, until that is taken back', async () => {
  const [one, other] = [
    await shop.customer({ name: 'Nikos Zervos', email: 'n@z.gr' }),
    await shop.customer({ name: 'Nikos Zervos', email: 'n@z.gr' }),
  ];
  expect(await look()).toHaveLength(1);
  expect(await shop.request('nikos', 'put', `/api/duplicates/${other}/${one}/not-same`)).toMatchObject({ status: 204 });
  expect(await candidates()).toEqual([]);
  expect(await look()).toEqual([]);
  expect(await shop.request('eleni', 'get', `/api/duplicates/${one}/${other}`)).toMatchObject({ body: { notSame: { byName: 'Nikos' } } });
  await shop.request('nikos', 'delete', `/api/duplicates/${one}/${other}/not-same`);
  expect(await look()).toHaveLength(1);
});

test('who goes in a merge takes along what was said of them', async () => {
  const [one, other, third] = [
    await shop.customer({ name: 'Nikos Zervos', email: 'n@z.gr' }),
    await shop.customer({ name: 'Nikos Zervos', email: 'n@z.gr' }),
    await shop.customer({ name: 'Nikolaos Zervos', email: 'n@z.gr' }),
  ];
  await shop.request('eleni', 'put', `/api/duplicates/${other}/${third}/not-same`);
  const merged = await shop.request('eleni', 'post', `/api/duplicates/${one}/${other}/merge`, {});
  expect(await look()).toEqual([]);
  await shop.request('eleni', 'post', `/api/merges/${String(merged.body['id'])}/undo`);
  expect((await look()).map((pair) => [pair.one.name, pair.other.name].toSorted())).toHaveLength(2);
});

test('nobody next door sees whom we take for duplicates, or can say anything of them', async () => {
  const [one, other] = [
    await shop.customer({ name: 'Nikos Zervos', email: 'n@z.gr' }),
    await shop.customer({ name: 'Nikos Zervos', email: 'n@z.gr' }),
  ];
  expect(await look()).toHaveLength(1);
  expect(await candidates('ann')).toEqual([]);
  for (const [method, path] of [
    ['get', ''],
    ['put', '/not-same'],
    ['delete', '/not-same'],
  ] as const) {
    expect(await shop.request('ann', method, `/api/duplicates/${one}/${other}${path}`)).toMatchObject({ status: 404 });
  }
});

test('the list turns pages, the likeliest pair first', async () => {
  for (const letter of ['a', 'b', 'c']) {
    for (const name of [`Nikos Zervos${letter}tis`, `Nikos Zervos${letter}tis`]) await shop.customer({ name, email: `n@${letter}.gr` });
  }
  const pairs = await look();
  const first = await shop.request('eleni', 'get', '/api/duplicates?limit=2');
  const second = await shop.request('eleni', 'get', `/api/duplicates?limit=2&after=${encodeURIComponent(String(first.body['next']))}`);
  expect([...(first.body['pairs'] as Pair[]), ...(second.body['pairs'] as Pair[])]).toEqual(pairs);
  expect(pairs.map(({ probability }) => probability)).toEqual(pairs.map(({ probability }) => probability).toSorted((a, b) => b - a));
  expect(await shop.request('eleni', 'get', '/api/duplicates?after=nonsense')).toMatchObject({ status: 422 });
});

async function growLarge(): Promise<void> {
  await shop.inside(async (tx) => {
    await tx.client.query(
      `insert into customer (workspace_id, id, name, sort_name, search_name, owner_id, known_since_on)
       select $1, gen_random_uuid(), 'Somebody ' || n, '', '', $2, '2024-01-01' from generate_series(1, 3001) n`,
      [tx.workspace, shop.eleni],
    );
  });
}

test('in a large business a new customer is compared alone, at once', async () => {
  const one = await shop.customer({ name: 'Γιώργος Ζερβάκης', email: 'g@zervakis.gr' });
  await growLarge();
  const other = await shop.customer({ name: 'Giorgos Zervakis', email: 'g@zervakis.gr' });
  await shop.inside((tx) => lookAt(tx, shop.now(), [other]));
  expect((await candidates()).map((pair) => [pair.one.name, pair.other.name].toSorted())).toEqual([
    ['Giorgos Zervakis', 'Γιώργος Ζερβάκης'],
  ]);
  await shop.request('eleni', 'patch', `/api/customers/${one}`, { name: 'Anna Somebody', emails: [] });
  await shop.inside((tx) => lookAt(tx, shop.now(), [one]));
  expect(await candidates()).toEqual([]);
});

test('a number that a whole office has says as little of one customer as of all', async () => {
  const switchboard = '+302101234567';
  for (let place = 1; place <= 12; place += 1)
    await shop.customer({ name: `Colleague Number${'abcdefghijkl'[place - 1]}`, phone: switchboard });
  await shop.customer({ name: 'Giorgos Zervakis', phone: switchboard });
  const one = await shop.customer({ name: 'Giorgos Zervakos', phone: switchboard });
  await growLarge();
  const ofAll = (await look()).filter((pair) => pair.one.name.startsWith('Giorgos'));
  await shop.inside((tx) => lookAt(tx, shop.now(), [one]));
  const ofOne = (await candidates()).filter((pair) => pair.one.name.startsWith('Giorgos'));
  expect(ofAll.map(({ probability }) => probability)).toHaveLength(1);
  expect(ofOne).toEqual(ofAll);
});
