import { describe, expect, test } from 'vitest';
import { openShop } from '#fixtures/open-shop.ts';
import { newId } from '#kit/server/ids.ts';
import { findAnyone, people } from '../index.ts';

const shop = openShop([people]);

const found = async (text: string, limit = 10) => await shop.inside((tx) => findAnyone(tx, { text, limit, asker: shop.nikos }));
const names = async (text: string) => (await found(text)).map(({ name }) => name);
const why = async (text: string) => (await found(text)).map(({ name, why: reason }) => [name, reason?.by, reason?.text]);

async function write(sql: string, ...values: unknown[]): Promise<void> {
  await shop.inside((tx) => tx.client.query(sql, [tx.workspace, ...values]));
}

/** Puts a word on a customer, as a colleague does. */
async function tag(customer: string, name: string): Promise<void> {
  const id = newId();
  await write('insert into tag (workspace_id, id, name, folded_name, made_at) values ($1, $2, $3, lower($3), now())', id, name);
  await shop.inside(async (tx) => {
    await tx.client.query('insert into customer_tag (workspace_id, customer_id, tag_id, tagged_at) values ($1, $2, $3, now())', [
      tx.workspace,
      customer,
      id,
    ]);
    tx.touch(customer);
  });
}

async function join(person: string, organization: string, until: string | null = null): Promise<void> {
  await shop.inside(async (tx) => {
    await tx.client.query('insert into contact_role (workspace_id, id, person_id, organization_id, until_on) values ($1, $2, $3, $4, $5)', [
      tx.workspace,
      newId(),
      person,
      organization,
      until,
    ]);
    tx.touch(person);
  });
}

describe('by name', () => {
  const spellings = [
    ['Γεωργίου', 'georgiou'],
    ['Γιώργος', 'γιωργος'],
    ['Ђорђе', 'djordje', 'đorđe', 'ђорђе', 'Đorđe'],
    ['Đorđe', 'djordje', 'ђорђе'],
    ['Djordje', 'đorđe', 'ђорђе'],
    ['Հակոբյան', 'hakobyan'],
    ['Hakobyan', 'Հակոբյան'],
    ['یوسفی', 'يوسفي', 'yousefi', 'yusefi'],
    ['يوسفي', 'یوسفی', 'yousefi', 'yusefi'],
    ['Yousefi', 'یوسفی', 'يوسفي', 'yusefi'],
    ['Yusefi', 'یوسفی', 'يوسفي', 'yousefi'],
  ] as const;
  test.each(spellings.flatMap(([name, ...typed]) => typed.map((one) => [one, name])))('%s finds %s', async (typed, name) => {
    await shop.customer({ name });
    await shop.customer({ name: 'Somebody Else' });
    expect(await names(typed)).toEqual([name]);
  });

  test('whole names come before beginnings, key customers and one’s own before others', async () => {
    await shop.customer({ name: 'Mariana Petrova' });
    await shop.customer({ name: 'Maria Jones', ownerId: shop.eleni });
    await shop.customer({ name: 'Maria Brown', ownerId: shop.nikos });
    const key = await shop.customer({ name: 'Maria Featherstone', ownerId: shop.eleni });
    await shop.request('eleni', 'put', `/api/customers/${key}/key`, { reason: 'Chairs the choir', reviewOn: '2026-09-01' });
    expect(await names('maria')).toEqual(['Maria Featherstone', 'Maria Brown', 'Maria Jones', 'Mariana Petrova']);
  });

  test('the letters that were typed are shown in the name, in whatever script it stands', async () => {
    await shop.customer({ name: 'Μαρία Γεωργίου' });
    const [one] = await found('mar georg');
    expect(one?.spots.map(([from, to]) => one.name.slice(from, to))).toEqual(['Μαρ', 'Γεωργ']);
    expect(one?.why).toBeNull();
  });

  test('names that do not stand on lists are told', async () => {
    const id = await shop.customer({ name: 'Eleftheria Papadaki', latinName: 'Ria Papadakis' });
    await write(
      "update customer set nickname = 'Roula', other_names = 'Kasimati', search_rest = null where workspace_id = $1 and id = $2",
      id,
    );
    await shop.inside((tx) => shop.summary.refresh(tx, { day: shop.today(), customers: 'all' }));
    expect(await why('roula')).toEqual([['Eleftheria Papadaki', 'nickname', 'Roula']]);
    expect(await why('kasim')).toEqual([['Eleftheria Papadaki', 'other_names', 'Kasimati']]);
    expect(await why('ria')).toEqual([['Eleftheria Papadaki', 'latin_name', 'Ria Papadakis']]);
  });
});

describe('by what else is known', () => {
  test('a part of an e-mail address that begins a word', async () => {
    await shop.customer({ name: 'Ana', email: 'a.petrovic@mail.cvecara.rs' });
    await shop.customer({ name: 'Other', email: 'other@example.com' });
    for (const typed of ['a.petr', 'petrovic', 'petrovic@mail', 'cvecara', 'mail.cvecara.rs', 'A.Petrovic@Mail.cvecara.rs'])
      expect([typed, await why(typed)]).toEqual([typed, [['Ana', 'email', 'a.petrovic@mail.cvecara.rs']]]);
    expect(await names('trovic')).toEqual([]);
  });

  test('any part of a telephone number, as it is dialled at home or from abroad, in any digits', async () => {
    await shop.customer({ name: 'Иван', phone: '0888 123 456', country: 'BG' });
    await shop.customer({ name: 'Maria', phone: '+30 694 412 3456' });
    for (const typed of ['0888123', '+359 888', '00359888', '8881', '123 456', '۰۸۸۸۱۲۳', '٨٨٨١٢', '(0)888-123'])
      expect([typed, (await names(typed)).includes('Иван')]).toEqual([typed, true]);
    const [one] = await found('4123');
    expect([one?.name, one?.why?.by, one?.why?.text]).toEqual(['Maria', 'phone', '+306944123456']);
    expect(one?.why?.spots.map(([from, to]) => one.why?.text.slice(from, to))).toEqual(['4123']);
    expect(await names('maria 4123')).toEqual(['Maria']);
    expect(await names('maria 8881')).toEqual([]);
  });

  test('a zero that stands inside a number is a digit like any other', async () => {
    await shop.customer({ name: 'Near', phone: '+306941113456' });
    await shop.customer({ name: 'Meant', phone: '+306940003456' });
    const [first, second] = await found('0003456');
    expect(first?.name).toBe('Meant');
    expect(first?.why?.spots.map(([from, to]) => first.why?.text.slice(from, to))).toEqual(['0003456']);
    expect(second?.name).toBe('Near');
  });

  test('the organization where somebody has a role, also after it was renamed', async () => {
    const bakery = await shop.customer({ kind: 'organization', name: 'Пекара Жито' });
    const ana = await shop.customer({ name: 'Ana' });
    const old = await shop.customer({ name: 'Bojan' });
    await join(ana, bakery);
    await join(old, bakery, '2025-01-01');
    expect(await why('zito')).toEqual([
      ['Пекара Жито', undefined, undefined],
      ['Ana', 'organization', 'Пекара Жито'],
      ['Bojan', 'former_organization', 'Пекара Жито'],
    ]);
    expect(await names('ana zito')).toEqual(['Ana']);
    await shop.request('eleni', 'patch', `/api/customers/${bakery}`, { name: 'Klas' });
    expect(await names('zito')).toEqual([]);
    expect(await names('klas')).toEqual(['Klas', 'Ana', 'Bojan']);
  });

  test('a tag, and a word of the note with what stands around it', async () => {
    const id = await shop.customer({ name: 'Ana' });
    await tag(id, 'Χονδρική');
    await write(
      "update customer set note = 'Prefers the early delivery, before the school opens.', search_rest = null where workspace_id = $1 and id = $2",
      id,
    );
    await shop.inside((tx) => shop.summary.refresh(tx, { day: shop.today(), customers: 'all' }));
    expect(await why('xondriki')).toEqual([]);
    expect(await why('chondriki')).toEqual([['Ana', 'tag', 'Χονδρική']]);
    expect(await why('deliv')).toEqual([['Ana', 'note', 'Prefers the early delivery, before the school opens.']]);
  });

  test('names stand before everything else', async () => {
    await shop.customer({ name: 'Zoe', email: 'vip@example.com' });
    const tagged = await shop.customer({ name: 'Yana' });
    await tag(tagged, 'VIP');
    await shop.customer({ name: 'Vip Travel', kind: 'organization' });
    expect(await names('vip')).toEqual(['Vip Travel', 'Zoe', 'Yana']);
  });
});

describe('a letter off', () => {
  test.each(['georgio', 'gerogiou', 'georgiiou', 'geargiou', 'jeorgiou', 'Γεωργιυο', 'eorgiou'])('%s finds Γεωργίου', async (typed) => {
    await shop.customer({ name: 'Μαρία Γεωργίου' });
    expect(await names(typed)).toEqual(['Μαρία Γεωργίου']);
    expect(await names(`maria ${typed}`)).toEqual(['Μαρία Γεωργίου']);
  });

  test('is told, and only thought of when nobody is called what was typed', async () => {
    await shop.customer({ name: 'Jovanovic' });
    expect(await why('jovamovic')).toEqual([['Jovanovic', 'similar', '']]);
    await shop.customer({ name: 'Jovamovic' });
    expect(await names('jovamovic')).toEqual(['Jovamovic']);
  });

  test('is not thought of in short words, in numbers and in nonsense', async () => {
    await shop.customer({ name: 'Zoe Zanis', externalId: '17850' });
    for (const typed of ['zeo', '17855', 'zz', 'zzz', 'zzzz', 'zzzzz', 'aaaa', 'zaaaanis'])
      expect([typed, await names(typed)]).toEqual([typed, []]);
  });

  test('a word goes with the last who bears it', async () => {
    const one = await shop.customer({ name: 'Maria Kalliga' });
    const other = await shop.customer({ name: 'Nikos Kalliga' });
    const known = async () =>
      await shop.inside(async (tx) =>
        (await tx.client.query<{ word: string }>('select word from search_word order by word')).rows.map((row) => row.word),
      );
    expect(await known()).toEqual(['kaliga', 'maria', 'nikos']);
    await write('delete from customer where workspace_id = $1 and id = $2', one);
    expect(await known()).toEqual(['kaliga', 'nikos']);
    expect(await names('kalbiga')).toEqual(['Nikos Kalliga']);
    await write('delete from customer where workspace_id = $1 and id = $2', other);
    expect(await known()).toEqual([]);
  });
});

test('where many fit, no more are found than asked for', async () => {
  for (let number = 1; number <= 15; number += 1)
    await shop.customer({ name: `Maria ${'I'.repeat(number)}`, email: `m${number}@example.com` });
  expect((await found('m')).length).toBe(10);
  expect((await found('maria')).length).toBe(10);
  expect((await found('example.com', 3)).length).toBe(3);
});

test('nothing typed finds nobody', async () => {
  await shop.customer({ name: 'Maria' });
  for (const typed of ['', '  ', '%', '_____', '-- | & ! :*', "'", '\\', '$', '‮']) expect([typed, await names(typed)]).toEqual([typed, []]);
});

test('the shop next door finds only its own', async () => {
  const id = await shop.customer({ name: 'Maria Confidential', email: 'maria@example.com', phone: '+306944123456' });
  await tag(id, 'choir');
  for (const text of ['maria', 'm', 'mraia', 'maria@example.com', '6944', 'choir'])
    expect([text, await shop.nextDoor((tx) => findAnyone(tx, { text, limit: 10 }))]).toEqual([text, []]);
});

test('over the API', async () => {
  const id = await shop.customer({ name: 'Μαρία Γεωργίου', phone: '+306944123456' });
  expect(await shop.request('nikos', 'get', '/api/find?text=6944')).toEqual({
    status: 200,
    body: {
      found: [
        {
          id,
          kind: 'person',
          name: 'Μαρία Γεωργίου',
          latinName: null,
          contactOnly: false,
          isKey: false,
          owner: { id: shop.eleni, name: 'Eleni' },
          spots: [],
          why: { by: 'phone', text: '+306944123456', spots: [[3, 7]] },
        },
      ],
    },
  });
  expect(await shop.request('nikos', 'get', '/api/find?text=maria&kind=organization')).toMatchObject({ body: { found: [] } });
  expect(await shop.request('nikos', 'get', `/api/find?text=${'x'.repeat(201)}`)).toMatchObject({ status: 422 });
});
