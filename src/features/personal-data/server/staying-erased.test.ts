import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { contacts, importContacts } from '#features/contacts/server/index.ts';
import { people } from '#features/people/server/index.ts';
import { importSales, purchases } from '#features/purchases/server/index.ts';
import { workspace } from '#features/workspace/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { personalData } from './index.ts';

const shop = openShop([workspace, people, contacts, purchases, personalData]);
const folder = mkdtempSync(join(tmpdir(), 'tend-erased-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function write(lines: readonly string[]): string {
  const file = join(folder, `${files++}.csv`);
  writeFileSync(file, lines.join('\n'));
  return file;
}

const salesHeader = 'Invoice No,Invoice Date,Customer No,Customer Name,Email,Product Code,Quantity,Unit Price';
const sale = (number: string, day: string, customer: string) => `${number},${day},${customer},T1,2,3.50`;
const maria = 'M-4711,Maria Georgiou,maria@example.com';
const petros = 'P-12,Petros Petrou,petros@example.com';
const sales = [
  sale('1001', '2026-01-10', maria),
  sale('1002', '2026-01-11', petros),
  sale('1003', '2026-01-12', maria),
  // One number, two customers.
  sale('1002', '2026-01-13', maria),
];

const bring = (lines: readonly string[], where = shop.inside) => where((tx) => importSales(tx, shop.now(), write([salesHeader, ...lines])));
const bringBook = (lines: readonly string[]) =>
  shop.inside((tx) => importContacts(tx, shop.now(), write(['Number;Name;Email;Mobile', ...lines])));

/** Who bought what, in words: `1001 M-4711 700`. */
const books = (where = shop.inside) =>
  where(async (tx) => {
    const { rows } = await tx.client.query<{ words: string }>(
      `select concat_ws(' ', p.number, coalesce(c.external_id, '-'), p.total_minor, p.line_count) as words
       from purchase p left join customer c on c.workspace_id = $1 and c.id = p.customer_id where p.workspace_id = $1 order by p.placed_at, p.number`,
      [tx.workspace],
    );
    return rows.map(({ words }) => words);
  });
const known = (where = shop.inside) =>
  where(async (tx) => {
    const { rows } = await tx.client.query<{ name: string }>('select name from customer where workspace_id = $1 order by name', [
      tx.workspace,
    ]);
    return rows.map(({ name }) => name);
  });
const idOf = (number: string) =>
  shop.inside(async (tx: Tx) => {
    const { rows } = await tx.client.query<{ id: string }>('select id from customer where workspace_id = $1 and external_id = $2', [
      tx.workspace,
      number,
    ]);
    return rows[0]?.id ?? '';
  });
async function erase(number: string, name = 'Maria Georgiou'): Promise<void> {
  const id = await idOf(number);
  expect(await shop.request('eleni', 'post', `/api/customers/${id}/erasure`, { confirm: name, why: 'asked for it' })).toMatchObject({
    status: 200,
  });
}
const add = (body: object) => shop.request('eleni', 'post', '/api/customers', { kind: 'person', name: 'Maria Georgiou', ...body });

describe('whoever was erased, and then a file of sales', () => {
  beforeEach(async () => {
    await bring(sales);
    await erase('M-4711');
  });

  test('is not brought back by the same file, and nothing changes', async () => {
    const before = await books();
    expect(before).toMatchObject([
      '1001 - 700 1',
      '1002 P-12 700 1',
      '1003 - 700 1',
      expect.stringMatching(/^1002 \([0-9a-f]{8}\) - 700 1$/),
    ]);
    const result = await bring(sales);
    expect(result).toMatchObject({
      lines: 4,
      added: 0,
      known: 4,
      erased: 3,
      anonymous: 0,
      customers: 1,
      customersMade: 0,
      customerSum: '7',
    });
    expect(await books()).toEqual(before);
    expect(await known()).toEqual(['Petros Petrou']);
  });

  test('is said to be among the lines of the file, in the terminal too', async () => {
    expect(await shop.tend('import purchases', write([salesHeader, ...sales]))).toContain(
      '3 lines belong to customers who were erased, and stay without a name',
    );
  });

  test('buys without a name by a longer one, and the others go on as before', async () => {
    const result = await bring([...sales, sale('1004', '2026-02-01', maria), sale('1005', '2026-02-02', petros)]);
    expect(result).toMatchObject({ added: 2, known: 4, erased: 4, purchasesMade: 2, customersMade: 0 });
    expect((await books()).slice(-2)).toEqual(['1004 - 700 1', '1005 P-12 700 1']);
    expect(await known()).toEqual(['Petros Petrou']);
  });

  test('leaves nothing of a line that is set aside but that there was one, and lends no address to anybody', async () => {
    const without = (customer: string) => `1009,2026-02-01,${customer},T1,2,`;
    expect(await bring([...sales, without(maria), without(petros)])).toMatchObject({ setAside: { price_missing: 2 } });
    await bring([sale('1010', '2026-02-03', 'N-1,Nora,maria@example.com')]);
    const { rows } = await shop.inside((tx) =>
      tx.client.query(
        `select (select array_agg(cardinality(cells) order by line) from purchase_import_set_aside where workspace_id = $1) as cells,
           (select count(*)::int from contact_point where workspace_id = $1 and value = 'maria@example.com') as addresses`,
        [tx.workspace],
      ),
    );
    expect(rows).toEqual([{ cells: [0, 8], addresses: 0 }]);
  });

  test('is back when a colleague writes down the number, with every sale once', async () => {
    const sum = async () => (await books()).length;
    const before = await sum();
    expect(await add({ externalId: 'M-4711' })).toMatchObject({ status: 200 });
    expect(await bring(sales)).toMatchObject({ added: 0, known: 4, erased: 0, customers: 2, customersMade: 0 });
    expect(await sum()).toBe(before);
    expect((await books()).filter((words) => words.includes(' M-4711 '))).toHaveLength(3);
    const id = await idOf('M-4711');
    expect(await shop.request('eleni', 'get', `/api/customers/${id}`)).toMatchObject({ body: { email: 'maria@example.com' } });
    // And may be erased once more.
    await erase('M-4711');
    const after = await books();
    expect(await bring(sales)).toMatchObject({ added: 0, known: 4, erased: 3 });
    expect(await books()).toEqual(after);
  });

  test('is back when a customer is given the number', async () => {
    await add({ name: 'Maria G.' });
    const id = await shop.inside(async (tx) => {
      const { rows } = await tx.client.query<{ id: string }>("select id from customer where workspace_id = $1 and name = 'Maria G.'", [
        tx.workspace,
      ]);
      return rows[0]?.id ?? '';
    });
    await shop.request('eleni', 'patch', `/api/customers/${id}`, { note: 'asked to be called' });
    expect(await bring(sales)).toMatchObject({ erased: 3 });
    expect(await shop.request('eleni', 'patch', `/api/customers/${id}`, { externalId: 'M-4711' })).toMatchObject({ status: 200 });
    expect(await bring(sales)).toMatchObject({ added: 0, erased: 0, customersMade: 0 });
  });

  test('is a customer of the business next door like any other', async () => {
    expect(await bring(sales, shop.nextDoor)).toMatchObject({ erased: 0, customersMade: 2 });
    expect(await known(shop.nextDoor)).toEqual(['Maria Georgiou', 'Petros Petrou']);
  });

  test('is refused among many', async () => {
    const { body } = await shop.request('eleni', 'post', '/api/customers/many', {
      customers: [
        { kind: 'person', name: 'Maria', externalId: 'M-4711' },
        { kind: 'person', name: 'Maria', email: 'Maria@Example.com' },
        { kind: 'person', name: 'Nora', email: 'nora@example.com' },
      ],
    });
    expect(body).toMatchObject({
      made: [{ place: 2 }],
      refused: [
        { place: 0, code: 'customer.erased', field: 'externalId' },
        { place: 1, code: 'customer.erased', field: 'emails' },
      ],
    });
  });

  test('leaves nothing behind that anybody could read', async () => {
    const { rows } = await shop.inside((tx) =>
      tx.client.query<{ text: string; bytes: number }>(
        'select t::text as text, length(trace) as bytes from erased_trace t where workspace_id = $1',
        [tx.workspace],
      ),
    );
    // The number, the address and the id.
    expect(rows.map(({ bytes }) => bytes)).toEqual([32, 32, 32]);
    expect(rows.filter(({ text }) => /4711|maria/i.test(text))).toEqual([]);
  });
});

test('whoever was merged into somebody who was erased stays away, too, as one person', async () => {
  const twice = [
    sale('1001', '2026-01-10', maria),
    sale('1001', '2026-01-10', 'M-4712,Maria G.,'),
    sale('1002', '2026-01-11', 'M-4712,Maria G.,'),
  ];
  await bring([...twice.slice(0, 1), ...twice.slice(2)]);
  await shop.request('eleni', 'post', `/api/duplicates/${await idOf('M-4711')}/${await idOf('M-4712')}/merge`, {});
  await bring(twice);
  await erase('M-4711');
  const before = await books();
  expect(before).toEqual(['1001 - 1400 2', '1002 - 700 1']);
  expect(await bring(twice)).toMatchObject({ added: 0, known: 3, erased: 3, customersMade: 0 });
  expect([await books(), await known()]).toEqual([before, []]);
});

describe('whoever was erased, and then an address book', () => {
  const book = [';Maria Georgiou;maria@example.com;+30 697 123 4567', ';Petros Petrou;petros@example.com;'];

  beforeEach(async () => {
    await bringBook(book);
    await shop.request('eleni', 'post', `/api/customers/${await named('Maria Georgiou')}/erasure`, {
      confirm: 'Maria Georgiou',
      why: 'asked for it',
    });
  });

  const named = (name: string) =>
    shop.inside(async (tx) => {
      const { rows } = await tx.client.query<{ id: string }>('select id from customer where workspace_id = $1 and name = $2', [
        tx.workspace,
        name,
      ]);
      return rows[0]?.id ?? '';
    });

  test('is set aside by e-mail or telephone, and of the row is kept only that there was one', async () => {
    const rows = [...book, ';M. Georgiou;MARIA@example.com;', ';Unknown;;00306971234567', ';Nora;nora@example.com;'];
    const file = write(['Number;Name;Email;Mobile', ...rows]);
    expect(JSON.parse(await shop.tend('import contacts', file, '--dry-run', '--json'))).toMatchObject({
      trial: { made: 1, unchanged: 1, setAside: { erased: 3 } },
    });
    expect(await bringBook(rows)).toMatchObject({ read: 5, made: 1, unchanged: 1, setAside: { erased: 3 } });
    expect(await known()).toEqual(['Nora', 'Petros Petrou']);
    const kept = await shop.inside((tx) =>
      tx.client.query('select reasons, cells from contact_import_row where workspace_id = $1', [tx.workspace]),
    );
    expect(kept.rows).toEqual(Array.from({ length: 3 }, () => ({ reasons: [{ reason: 'erased', value: '' }], cells: [] })));
  });

  test('is known again by what a colleague wrote down, and by nothing else', async () => {
    await add({ email: 'maria@example.com' });
    expect(await bringBook([';Maria Georgiou;maria@example.com;'])).toMatchObject({ unchanged: 1, setAside: {} });
    expect(await bringBook(book)).toMatchObject({ setAside: { erased: 1 } });
    await shop.request('eleni', 'patch', `/api/customers/${await named('Maria Georgiou')}`, { phone: '+306971234567' });
    expect(await bringBook(book)).toMatchObject({ setAside: {}, made: 0 });
  });

  test('is set aside by the name alone where the book knows no more, and by the key of the program that wrote it', async () => {
    const names = ['Name;Job title', 'Iro Karra;baker'];
    const cards = ['BEGIN:VCARD', 'VERSION:3.0', 'UID:card-77', 'FN:Zoe Zoi', 'END:VCARD'];
    const both = async () => [
      await shop.inside((tx) => importContacts(tx, shop.now(), write(names))),
      await shop.inside((tx) => importContacts(tx, shop.now(), write(cards))),
    ];
    expect(await both()).toMatchObject([{ made: 1 }, { made: 1 }]);
    for (const name of ['Iro Karra', 'Zoe Zoi'])
      await shop.request('eleni', 'post', `/api/customers/${await named(name)}/erasure`, { confirm: name, why: 'asked for it' });
    expect(await both()).toMatchObject([{ setAside: { erased: 1 } }, { setAside: { erased: 1 } }]);
  });
});

test('an address that another customer has, too, keeps nobody away', async () => {
  await bringBook(['1;Maria Georgiou;office@example.com;', '2;Petros Petrou;office@example.com;']);
  await erase('1');
  expect(await bringBook(['2;Petros Petrou;office@example.com;', '3;Nora;office@example.com;'])).toMatchObject({
    made: 1,
    unchanged: 1,
    setAside: {},
  });
});
