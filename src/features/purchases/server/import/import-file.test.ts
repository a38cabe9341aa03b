import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { deleteCustomer, people } from '#features/people/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { fileImportStore } from '#kit/server/file-imports/file-import-store.ts';
import { newId } from '#kit/server/ids.ts';
import { delimitedRow } from '#kit/server/tables/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { createRandom } from '#fixtures/random.ts';
import { purchases } from '../index.ts';
import type { PurchaseMapping } from '../../domain/index.ts';
import { importFile, type ImportResult } from './import-file.ts';

const shop = openShop([people, purchases]);
const folder = mkdtempSync(join(tmpdir(), 'tend-merge-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const header = ['No', 'Date', 'Customer', 'Product', 'Qty', 'Price'];
const mapping: PurchaseMapping = {
  file: { encoding: 'utf-8', delimiter: ',', newline: '\n', skip: 0, header: true },
  columns: {
    purchaseNumber: 'No',
    placedAt: 'Date',
    customerNumber: 'Customer',
    productCode: 'Product',
    quantity: 'Qty',
    unitPrice: 'Price',
  },
  dateOrder: 'ymd',
  decimalMark: '.',
  currency: 'EUR',
  numbering: 'once',
  kinds: { returnPrefixes: ['C'], adjustmentPrefixes: ['A'], returnQuantities: 'negative' },
};

type Line = readonly [number: string, date: string, customer: string, product: string, quantity: string, price: string];

let files = 0;
async function take(tx: Tx, lines: readonly Line[], more: { held?: number } = {}): Promise<ImportResult> {
  const file = join(folder, `${files++}.csv`);
  writeFileSync(file, [header, ...lines].map((line) => delimitedRow(line)).join(''));
  const importId = newId();
  await fileImportStore('purchase_import').insert(tx, {
    id: importId,
    fileName: 'sales.csv',
    fileSize: 1,
    addedAt: shop.now(),
    addedBy: null,
  });
  const terms = { importId, file, mapping, timeZone: 'Europe/Athens', now: shop.now(), latestDay: 20_600, ...more };
  return await importFile(tx, terms, {});
}

/** What stands in the books, in words: `1001 17 sale 2026-01-15 2100: T1 2 3.5, C2 1 14`. */
async function books(tx: Tx): Promise<string[]> {
  const { rows } = await tx.client.query<{ words: string }>(
    `select concat_ws(' ', p.number, coalesce(c.external_id, '-'), p.kind, p.placed_on, p.total_minor) || ': ' || string_agg(concat_ws(' ', d.code, one.quantity, one.price), ', ' order by one.place) as words
     from purchase p left join customer c on c.id = p.customer_id
       join purchase_lines l on l.workspace_id = p.workspace_id and l.purchase_id = p.id
       cross join unnest(l.product_ids, l.quantities, l.unit_prices) with ordinality as one(product, quantity, price, place)
       left join product d on d.id = one.product
     where p.workspace_id = $1 and p.line_count = cardinality(l.quantities)
     group by p.workspace_id, p.id, c.external_id order by p.number collate "C"`,
    [tx.workspace],
  );
  return rows.map((row) => row.words);
}

const tea: Line = ['1001', '2026-01-15', '17', 'T1', '2', '3.50'];
const coffee: Line = ['1001', '2026-01-15', '17', 'C2', '1', '14'];

test('neighbouring lines of a number become one purchase, in the order of the file', async () => {
  await shop.inside(async (tx) => {
    expect(await take(tx, [tea, coffee, ['1002', '2026-01-16', '', 'T1', '1', '0.125']])).toMatchObject({
      lines: 3,
      added: 3,
      known: 0,
      purchasesMade: 2,
      productsMade: 2,
      customersMade: 1,
      customers: 1,
      customersWithSale: 1,
      anonymous: 1,
      sales: 2,
      sum: '21.125',
      customerSum: '21',
    });
    expect(await books(tx)).toEqual(['1001 17 sale 2026-01-15 2100: T1 2 3.5, C2 1 14', '1002 - sale 2026-01-16 13: T1 1 0.125']);
  });
});

test('lines of a purchase that lie scattered in the file come together', async () => {
  await shop.inside(async (tx) => {
    const other: Line = ['1002', '2026-01-16', '18', 'T1', '1', '3.50'];
    expect(await take(tx, [tea, other, coffee, other, tea])).toMatchObject({ added: 5, purchasesMade: 2, purchasesExtended: 0 });
    expect(await books(tx)).toEqual([
      '1001 17 sale 2026-01-15 2800: T1 2 3.5, C2 1 14, T1 2 3.5',
      '1002 18 sale 2026-01-16 700: T1 1 3.5, T1 1 3.5',
    ]);
  });
});

test('what later lines say of a purchase holds for all of it: its customer, its first moment, its kind and its sum', async () => {
  await shop.inside(async (tx) => {
    const other: Line = ['1002', '2026-01-16', '18', 'T1', '1', '3.50'];
    const result = await take(tx, [
      ['1001', '2026-01-16', '', 'T1', '-1', '0.005'],
      ['A5', '2026-01-17', '17', 'T1', '1', '2'],
      other,
      ['1001', '2026-01-15', '17', 'T1', '4', '0.005'],
      ['A5', '2026-01-17', '17', 'Correction', '1', '-5'],
    ]);
    expect(result).toMatchObject({
      added: 5,
      purchasesMade: 3,
      sales: 2,
      returns: 0,
      adjustments: 1,
      customersWithSale: 2,
      numbersShared: 0,
    });
    expect(await books(tx)).toEqual([
      '1001 17 sale 2026-01-15 2: T1 -1 0.005, T1 4 0.005',
      '1002 18 sale 2026-01-16 350: T1 1 3.5',
      'A5 17 adjustment 2026-01-17 -300: T1 1 2, Correction 1 -5',
    ]);
  });
});

test('repeated lines count as often as they stand, and only what is new of them is added later', async () => {
  await shop.inside(async (tx) => {
    await take(tx, [tea, tea, coffee]);
    expect(await take(tx, [tea, tea, coffee])).toMatchObject({
      added: 0,
      known: 3,
      purchasesMade: 0,
      purchasesExtended: 0,
      productsMade: 0,
      customersMade: 0,
    });
    expect(await take(tx, [tea, coffee, tea, tea, ['1003', '2026-01-17', '17', 'T1', '1', '4']])).toMatchObject({
      added: 2,
      known: 3,
      purchasesMade: 1,
      purchasesExtended: 1,
    });
    expect(await books(tx)).toEqual([
      '1001 17 sale 2026-01-15 3500: T1 2 3.5, T1 2 3.5, C2 1 14, T1 2 3.5',
      '1003 17 sale 2026-01-17 400: T1 1 4',
    ]);
  });
});

test('the same amounts written otherwise are the same lines', async () => {
  await shop.inside(async (tx) => {
    await take(tx, [tea]);
    expect(await take(tx, [['1001', '2026-01-15 00:00', '17', 'T1', '2.0', '3.5']])).toMatchObject({ added: 0, known: 1 });
  });
});

test('a number that stands with two customers is a purchase of each, this time and the next', async () => {
  await shop.inside(async (tx) => {
    const hers: Line = ['1001', '2026-01-20', '18', 'T1', '1', '3.50'];
    expect(await take(tx, [tea, hers])).toMatchObject({ added: 2, purchasesMade: 2, numbersShared: 1 });
    const both = ['1001 17 sale 2026-01-15 700: T1 2 3.5', '1001 (18) sale 2026-01-20 350: T1 1 3.5'.replace('(18)', '(18) 18')];
    expect(await books(tx)).toEqual(both);
    expect(await take(tx, [hers, tea])).toMatchObject({ added: 0, known: 2, numbersShared: 1 });
    expect(await books(tx)).toEqual(both);
  });
});

test('a purchase numbered like that of another customer of a shared number takes its lines in', async () => {
  await shop.inside(async (tx) => {
    const hers: Line = ['1001', '2026-01-20', '18', 'T1', '1', '3.50'];
    const result = await take(tx, [tea, hers, ['1001 (18)', '2026-01-21', '18', 'C2', '1', '14']]);
    expect(result).toMatchObject({ added: 3, known: 0, purchasesMade: 2 });
    expect(await books(tx)).toEqual(['1001 17 sale 2026-01-15 700: T1 2 3.5', '1001 (18) 18 sale 2026-01-20 1750: C2 1 14, T1 1 3.5']);
  });
});

test('lines without a customer belong to the customer of their number, also one who is told later', async () => {
  await shop.inside(async (tx) => {
    await take(tx, [['1001', '2026-01-15', '', 'T1', '2', '3.50']]);
    expect(await books(tx)).toEqual(['1001 - sale 2026-01-15 700: T1 2 3.5']);
    expect(await take(tx, [tea, ['1001', '2026-01-15', '', 'C2', '1', '14']])).toMatchObject({ added: 1, known: 1, purchasesExtended: 1 });
    expect(await books(tx)).toEqual(['1001 17 sale 2026-01-15 2100: T1 2 3.5, C2 1 14']);
  });
});

test('returns and adjustments are known as such, and a sale with one line taken back stays a sale', async () => {
  await shop.inside(async (tx) => {
    const result = await take(tx, [
      ['C1', '2026-01-15', '17', 'T1', '-2', '3.50'],
      ['A2', '2026-01-15', '', 'Adjust bad debt', '1', '-90.10'],
      ['1003', '2026-01-16', '17', 'T1', '3', '3.50'],
      ['1003', '2026-01-16', '17', 'C2', '-1', '14'],
      ['1004', '2026-01-17', '17', 'T1', '-1', '3.50'],
    ]);
    expect(result).toMatchObject({
      sales: 1,
      returns: 2,
      adjustments: 1,
      customersWithSale: 1,
      rules: { return_number: 1, adjustment_number: 1, negative_quantity: 2 },
      sum: '-104.1',
    });
    const kinds = (await books(tx)).map((words) => words.split(' ').slice(0, 3).join(' '));
    expect(kinds).toEqual(['1003 17 sale', '1004 17 return', 'A2 - adjustment', 'C1 17 return']);
    // A return to which a sold line comes later is a sale of both.
    await take(tx, [['1004', '2026-01-17', '17', 'C2', '1', '14']]);
    expect(await books(tx)).toContain('1004 17 sale 2026-01-17 1050: T1 -1 3.5, C2 1 14');
  });
});

test('moments are those of the shop, unless they came with an offset', async () => {
  await shop.inside(async (tx) => {
    await take(tx, [
      ['1', '2025-07-15 01:30', '17', 'T1', '1', '1'],
      ['2', '2025-07-14T22:30:00Z', '17', 'T1', '1', '1'],
      ['3', '2025-01-14T20:00:00-05:00', '17', 'T1', '1', '1'],
    ]);
    const { rows } = await tx.client.query<{ at: Temporal.Instant; on: Temporal.PlainDate }>(
      'select placed_at as at, placed_on as on from purchase where workspace_id = $1 order by number',
      [tx.workspace],
    );
    expect(rows.map((row) => `${row.at.toString()} ${row.on.toString()}`)).toEqual([
      '2025-07-14T22:30:00Z 2025-07-15',
      '2025-07-14T22:30:00Z 2025-07-15',
      '2025-01-15T01:00:00Z 2025-01-15',
    ]);
  });
});

test('a shop too large to hold in memory is merged all the same', async () => {
  await shop.inside(async (tx) => {
    const held = 1;
    const lines: Line[] = [tea, coffee, ['1002', '2026-01-16', '18', 'S3', '1', '2'], tea, ['1003', '2026-01-17', '19', 'C2', '1', '14']];
    expect(await take(tx, lines, { held })).toMatchObject({ added: 5, known: 0, productsMade: 3, customersMade: 3 });
    const first = await books(tx);
    expect(first).toEqual([
      '1001 17 sale 2026-01-15 2800: T1 2 3.5, C2 1 14, T1 2 3.5',
      '1002 18 sale 2026-01-16 200: S3 1 2',
      '1003 19 sale 2026-01-17 1400: C2 1 14',
    ]);
    // Known products come under new ids, and every number may be known.
    expect(await take(tx, lines, { held })).toMatchObject({ added: 0, known: 5, productsMade: 0, customersMade: 0 });
    expect(await take(tx, [['1004', '2026-01-17', '19', 'T1', '1', '3']], { held })).toMatchObject({ added: 1, productsMade: 0 });
    expect(await books(tx)).toEqual([...first, '1004 19 sale 2026-01-17 300: T1 1 3']);
  });
});

test('customers who are known keep their numbers, and the file tells more of them', async () => {
  await shop.inside(async (tx) => {
    const since = async () => {
      const { rows } = await tx.client.query<{ words: string }>(
        "select concat_ws(' ', external_id, known_since_on) as words from customer where workspace_id = $1 order by 1",
        [tx.workspace],
      );
      return rows.map((row) => row.words);
    };
    await take(tx, [tea, ['1002', '2026-01-16', '18', 'T1', '1', '3.50']]);
    expect(await since()).toEqual(['17 2026-01-15', '18 2026-01-16']);
    const earlier: Line[] = [
      ['0999', '2026-01-10', '18', 'T1', '1', '3.50'],
      ['0998', '2026-01-09', '18', 'T1', '1', '3.50'],
      ['0997', '2026-01-08', '19', 'T1', '1', '3.50'],
    ];
    expect(await take(tx, earlier)).toMatchObject({ purchasesMade: 3, customersMade: 1, customers: 2 });
    expect(await since()).toEqual(['17 2026-01-15', '18 2026-01-09', '19 2026-01-08']);
  });
});

test('the lines of a deleted purchase go with it', async () => {
  await shop.inside(async (tx) => {
    await take(tx, [tea, coffee]);
    await tx.client.query("delete from purchase where workspace_id = $1 and number = '1001'", [tx.workspace]);
    expect((await tx.client.query('select from purchase_lines where workspace_id = $1', [tx.workspace])).rowCount).toBe(0);
  });
});

/** The same in plain words, from lines of a new shop: what the books have to hold. */
function expectedBooks(lines: readonly Line[]): string[] {
  const holders = new Map<string, string>();
  for (const [number, , customer] of lines) if (customer !== '' && !holders.has(number)) holders.set(number, customer);
  const found = new Map<string, { customer: string; lines: Line[] }>();
  for (const line of lines) {
    const [written, , own] = line;
    const holder = holders.get(written) ?? '';
    const customer = own === '' ? holder : own;
    const number = customer === holder ? written : `${written} (${customer})`;
    const purchase = found.get(number);
    if (purchase) purchase.lines.push(line);
    else found.set(number, { customer, lines: [line] });
  }
  const inOrder = [...found].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return inOrder.map(([number, { customer, lines: its }]) => {
    const thousandths = its.reduce((sum, [, , , , quantity, price]) => sum + Number(quantity) * Math.round(Number(price) * 1000), 0);
    const kind = number.startsWith('C') || its.every(([, , , , quantity]) => Number(quantity) < 0) ? 'return' : 'sale';
    const day = its.map(([, date]) => date).toSorted()[0] ?? '';
    const content = its.map(([, , , product, quantity, price]) => `${product} ${quantity} ${price}`).join(', ');
    return `${number} ${customer || '-'} ${kind} ${day} ${Math.sign(thousandths) * Math.floor((Math.abs(thousandths) + 5) / 10)}: ${content}`;
  });
}

function scatteredLines(): Line[] {
  const random = createRandom('scattered');
  return Array.from({ length: 2400 }, (): Line => {
    const number = `${random.chance(0.1) ? 'C' : ''}${random.whole(1, 550)}`;
    const day = `2026-01-${random.whole(10, 19)}`;
    const customer = random.chance(0.3) ? '' : `long-winded-name-of-a-customer-${random.whole(1, random.chance(0.9) ? 3 : 30)}`;
    const quantity = random.chance(0.2) ? -1 : random.whole(1, 9);
    return [number, day, customer, `P${random.whole(1, 300)}`, String(quantity), `${random.whole(0, 30)}.125`];
  });
}

const ways = [
  ['at once', 100_000],
  ['in several loads', 40],
  ['with more customers than are held', 12],
] as const;

test.each(ways)('a large file in any order comes into the books as it stands, sent %s', async (_, held) => {
  await shop.inside(async (tx) => {
    const lines = scatteredLines();
    const expected = expectedBooks(lines);
    expect(await take(tx, lines, { held })).toMatchObject({ added: 2400, known: 0, purchasesMade: expected.length });
    expect(await books(tx)).toEqual(expected);
    expect(await take(tx, lines.toReversed(), { held })).toMatchObject({ added: 0, known: 2400, customersMade: 0, productsMade: 0 });
    expect(await books(tx)).toEqual(expected);
  });
});

test.each(ways)('a part of a large file and then the whole are the whole, sent %s', async (_, held) => {
  // New lines of a known purchase come after those that it has, and it stays on its day.
  const content = (all: readonly string[]) =>
    all.map((words) =>
      words
        .replace(/ 2026-\S+ /, ' ')
        .split(/: |, /)
        .toSorted(),
    );
  await shop.inside(async (tx) => {
    const lines = scatteredLines();
    const part = await take(tx, lines.slice(0, 1500), { held });
    const whole = await take(tx, lines, { held });
    expect([part.added, whole.added, whole.known]).toEqual([1500, 900, 1500]);
    expect(content(await books(tx))).toEqual(content(expectedBooks(lines)));
  });
});

/** As a person is erased. */
async function erase(tx: Tx, number: string): Promise<void> {
  const { rows } = await tx.client.query<{ id: string }>('select id from customer where workspace_id = $1 and external_id = $2', [
    tx.workspace,
    number,
  ]);
  const customer = rows[0]?.id ?? '';
  const erasing = { erasure: newId(), customer, ids: [customer], marks: [] };
  for (const { personal } of [purchases, people]) await personal?.erase?.(tx, erasing);
  await deleteCustomer(tx, customer);
}

const erased = [1, 2, 7, 11].map((one) => `long-winded-name-of-a-customer-${one}`);

test.each(ways)('after some were erased the same large file changes nothing, sent %s', async (_, held) => {
  await shop.inside(async (tx) => {
    const lines = scatteredLines();
    await take(tx, lines, { held });
    for (const number of erased) await erase(tx, number);
    const before = await books(tx);
    expect(before.filter((words) => erased.some((number) => words.includes(`${number} `) || words.includes(`(${number})`)))).toEqual([]);
    expect(await take(tx, lines.toReversed(), { held })).toMatchObject({
      added: 0,
      known: 2400,
      customersMade: 0,
      erased: lines.filter(([, , customer]) => erased.includes(customer)).length,
    });
    expect(await books(tx)).toEqual(before);
  });
});

test.each(ways)('after some were erased a longer file adds what is new of it, once, sent %s', async (_, held) => {
  await shop.inside(async (tx) => {
    const lines = scatteredLines();
    await take(tx, lines.slice(0, 1500), { held });
    for (const number of erased) await erase(tx, number);
    expect(await take(tx, lines, { held })).toMatchObject({ added: 900, known: 1500 });
    const before = await books(tx);
    expect(before.join('\n')).not.toMatch(/customer-(?:1|2|7|11)(?:\)| sale| return)/);
    expect(await take(tx, lines, { held })).toMatchObject({ added: 0, customersMade: 0 });
    expect(await books(tx)).toEqual(before);
  });
});

test('a sale of somebody erased is not given to another customer of the number who has one of their own', async () => {
  const hers: Line = ['1001', '2026-01-20', '18', 'T1', '1', '3.50'];
  await shop.inside(async (tx) => {
    await take(tx, [tea, hers]);
    await erase(tx, '17');
    const left = ['1001 - sale 2026-01-15 700: T1 2 3.5', '1001 (18) 18 sale 2026-01-20 350: T1 1 3.5'];
    expect(await books(tx)).toEqual(left);
    expect(await take(tx, [hers])).toMatchObject({ added: 0, known: 1, erased: 0 });
    expect(await take(tx, [hers, tea])).toMatchObject({
      added: 0,
      known: 2,
      erased: 1,
      customers: 1,
      customersWithSale: 1,
      customerSum: '3.5',
    });
    await erase(tx, '18');
    const [first, second = ''] = await books(tx);
    expect([first, second.replace(/\([0-9a-f]{8}\)/, '(…)')]).toEqual([left[0], '1001 (…) - sale 2026-01-20 350: T1 1 3.5']);
    expect(await take(tx, [hers, tea])).toMatchObject({ added: 0, known: 2, erased: 2, customers: 0, customersWithSale: 0 });
    expect(await books(tx)).toEqual([first, second]);
  });
});

test('whatever parts of a history come in whatever order, the books hold its lines once', async () => {
  const line = fc.tuple(
    fc.constantFrom('1', '2', '3', 'C4'),
    fc.constantFrom('T1', 'C2', ''),
    fc.constantFrom('1', '2'),
    fc.constantFrom('3.5', '4'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 25 }), fc.nat(25), async (drawn, cut) => {
      const lines = drawn.map(([number, product, quantity, price]): Line => [
        number,
        '2026-01-15',
        number === '3' ? '' : '17',
        product,
        quantity,
        price,
      ]);
      await shop
        .inside(async (tx) => {
          const first = lines.slice(0, cut);
          const early = await take(tx, first.length > 0 ? first : [tea]);
          const late = await take(tx, lines.length > 0 ? lines : [tea]);
          expect(early.added).toBe(early.lines);
          expect(late.added + late.known).toBe(late.lines);
          const again = await take(tx, lines.length > 0 ? lines : [tea]);
          expect(again.added).toBe(0);
          const { rows } = await tx.client.query<{ n: number; sum: string }>(
            `select count(*)::int as n, coalesce(sum(one.quantity * one.price), 0)::text as sum from purchase_lines l, unnest(l.quantities, l.unit_prices) as one(quantity, price)
             where l.workspace_id = $1`,
            [tx.workspace],
          );
          expect(rows[0]?.n).toBe(early.added + late.added);
          if (first.length > 0 || lines.length === 0) expect(Number(rows[0]?.sum)).toBe(Number(late.sum));
          throw new Error('undo');
        })
        .catch((error: Error) => {
          if (error.message !== 'undo') throw error;
        });
    }),
    { numRuns: 10 },
  );
}, 120_000);
