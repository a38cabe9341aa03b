import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOf } from '#kit/domain/cells.ts';
import { columnNames } from '#kit/domain/headers.ts';
import { createLineReader } from './line-reader.ts';
import { checkMapping, type PurchaseMapping } from './mapping.ts';
import { createTally } from './tally.ts';

const latestDay = 20_600; // 2026-05-27
const names = ['No', 'Date', 'Customer', 'Code', 'Product', 'Qty', 'Price', 'Currency', 'Kind', 'Total', 'Discount', 'Time', 'Email'];
const mapping: PurchaseMapping = {
  file: { encoding: 'utf-8', delimiter: ',', newline: '\n', skip: 0, header: true },
  columns: {
    purchaseNumber: 'No',
    placedAt: 'Date',
    customerNumber: 'Customer',
    productCode: 'Code',
    productName: 'Product',
    quantity: 'Qty',
    unitPrice: 'Price',
    currency: 'Currency',
    kind: 'Kind',
    customerEmail: 'Email',
  },
  dateOrder: 'dmy',
  decimalMark: '.',
  currency: 'EUR',
  numbering: 'once',
  kinds: { returnPrefixes: ['C'], adjustmentPrefixes: ['A'], returnQuantities: 'negative' },
};

type Cells = Partial<
  Record<
    'No' | 'Date' | 'Customer' | 'Code' | 'Product' | 'Qty' | 'Price' | 'Currency' | 'Kind' | 'Total' | 'Discount' | 'Time' | 'Email',
    string
  >
>;
const usual: Cells = { No: '1001', Date: '25/04/2024', Customer: '17', Code: 'W-1', Product: 'Wool', Qty: '2', Price: '12.50' };

function read(cells: Cells, changes: Partial<PurchaseMapping> = {}) {
  const line = { ...usual, ...cells };
  const used = { ...mapping, ...changes };
  return createLineReader(used, names, latestDay)(cellsOf(names.map((name) => line[name as keyof Cells] ?? '')));
}

test('an ordinary line is taken with exact figures', () => {
  expect(read({ Price: '0.125', Qty: '3' })).toMatchObject({
    purchase: { number: '1001', customer: '17', moment: { text: '2024-04-25 00:00:00' } },
    product: 'W-1',
    productName: 'Wool',
    kind: 'sale',
    rule: undefined,
    quantity: { units: 3, scale: 0 },
    unitPrice: { units: 125, scale: 3 },
    amount: { units: 375, scale: 3 },
  });
});

test.each<[string, Cells]>([
  ['number_missing', { No: ' ' }],
  ['number_missing', { No: 'NULL' }],
  ['number_mangled', { No: '5.36E+11' }],
  ['date_missing', { Date: '' }],
  ['date_unreadable', { Date: 'last week' }],
  ['date_impossible', { Date: '31/02/2024' }],
  ['date_out_of_range', { Date: '05/04/20011' }],
  ['date_out_of_range', { Date: '20011-04-05' }],
  ['date_in_future', { Date: '25/04/2030' }],
  ['quantity_missing', { Qty: '' }],
  ['quantity_unreadable', { Qty: 'two' }],
  ['quantity_zero', { Qty: '0' }],
  ['price_missing', { Price: '' }],
  ['price_unreadable', { Price: "=cmd|'/c calc'!A1" }],
  ['price_unreadable', { Price: '12,50' }],
  ['price_negative', { Price: '-12.50' }],
  ['amount_too_large', { Price: '999999999999', Qty: '999999' }],
  ['currency_unknown', { Currency: 'shells' }],
  ['other_currency', { Currency: 'GBP' }],
  ['other_currency', { Price: '£12.50' }],
  ['order_undone', { Kind: 'Cancelled' }],
  ['text_too_long', { Code: 'x'.repeat(300) }],
  ['header_repeated', { No: 'No', Date: 'Date', Qty: 'Qty' }],
])('a line is set aside as %s', (reason, cells) => {
  expect(read(cells)).toBe(reason);
});

test('a line with more cells than there are columns may have shifted, and is set aside', () => {
  const readLine = createLineReader(mapping, names, latestDay);
  const cells = names.map((name) => usual[name as keyof Cells] ?? '');
  expect(readLine(cellsOf([...cells, 'more']))).toBe('too_many_cells');
  expect(readLine(cellsOf([...cells, '', ' ']))).toMatchObject({ purchase: { number: '1001' } });
  expect(readLine(cellsOf(cells.slice(0, 7)))).toMatchObject({ purchase: { number: '1001' } });
});

test('references stay what they are: names, zeros in front, formulas as text', () => {
  expect(read({ Customer: 'Άννα Γεωργίου' })).toMatchObject({ purchase: { customer: 'Άννα Γεωργίου' } });
  expect(read({ Customer: '="00123"', Code: '00420' })).toMatchObject({ purchase: { customer: '00123' }, product: '00420' });
  expect(read({ Customer: '17850.0' })).toMatchObject({ purchase: { customer: '17850' } });
  expect(read({ Product: "=cmd|'/c calc'!A1" })).toMatchObject({ productName: "=cmd|'/c calc'!A1" });
  expect(read({ Product: "'=cmd|'/c calc'!A1" })).toMatchObject({ productName: "=cmd|'/c calc'!A1" });
});

test('a line without a customer is an anonymous sale; an e-mail is as good as a number', () => {
  expect(read({ Customer: '' })).toMatchObject({ purchase: { customer: '' }, kind: 'sale' });
  expect(read({ Customer: '', Email: 'Anna@Shop.GR' })).toMatchObject({ purchase: { customer: 'anna@shop.gr' } });
});

test('returns and adjustments are told by number, word or a negative quantity', () => {
  expect(read({ No: 'C536379', Qty: '-1' })).toMatchObject({ kind: 'return', rule: 'return_number' });
  expect(read({ Qty: '-1' })).toMatchObject({ kind: 'return', rule: 'negative_quantity' });
  expect(read({ Kind: 'Credit note', Qty: '-1' })).toMatchObject({ kind: 'return', rule: 'return_word' });
  expect(read({ Kind: 'Επιστροφή', Qty: '-1' })).toMatchObject({ kind: 'return' });
  expect(read({ No: 'A563186', Product: 'Adjust bad debt', Qty: '1', Price: '-11062.06' })).toMatchObject({
    kind: 'adjustment',
    rule: 'adjustment_number',
    amount: { units: -1_106_206, scale: 2 },
  });
  expect(read({ No: 'A563185', Product: 'Adjust bad debt' })).toMatchObject({ kind: 'adjustment' });
  expect(read({ No: 'A1001' })).toMatchObject({ kind: 'sale' });
  expect(read({ Kind: 'partially_refunded' })).toMatchObject({ kind: 'sale' });
  expect(read({ No: 'COUNTER' })).toMatchObject({ kind: 'sale' });
});

test('returns written with positive quantities are taken back all the same', () => {
  const kinds = { ...mapping.kinds, returnQuantities: 'positive' as const };
  expect(read({ No: 'C1', Qty: '2' }, { kinds })).toMatchObject({
    quantity: { units: -2 },
    unitPrice: { units: 125, scale: 1 },
    amount: { units: -25 },
  });
  expect(read({ No: '1', Qty: '2' }, { kinds })).toMatchObject({ quantity: { units: 2 } });
});

test('a total replaces the price, and a discount comes off either way it is written', () => {
  const total = { ...mapping.columns, unitPrice: undefined, lineTotal: 'Total' };
  const { unitPrice: _, ...withTotal } = total;
  expect(read({ Total: '38.25', Qty: '15' }, { columns: { ...withTotal, lineTotal: 'Total' } })).toMatchObject({
    unitPrice: { units: 255, scale: 2 },
    amount: { units: 3825, scale: 2 },
  });
  const { quantity: __, ...amountOnly } = withTotal;
  expect(read({ Total: '-20' }, { columns: { ...amountOnly, lineTotal: 'Total' } })).toMatchObject({
    quantity: { units: -1 },
    unitPrice: { units: 20 },
    kind: 'return',
  });
  const columns = { ...mapping.columns, discount: 'Discount' };
  const amounts = ['2.5', '-2.5', '10%', '', '30']
    .map((Discount) => read({ Discount }, { columns }))
    .map((line) => (typeof line === 'string' ? line : line.amount));
  expect(amounts).toEqual([
    { units: 225, scale: 1 },
    { units: 225, scale: 1 },
    { units: 225, scale: 1 },
    { units: 25, scale: 0 },
    'discount_too_large',
  ]);
  expect(read({ Discount: '2.5', Qty: '-2' }, { columns })).toMatchObject({
    unitPrice: { units: 1125, scale: 2 },
    amount: { units: -225, scale: 1 },
  });
});

test('a time in a column of its own belongs to the day', () => {
  const columns = { ...mapping.columns, placedTime: 'Time' };
  expect(read({ Time: '14:30' }, { columns })).toMatchObject({ purchase: { moment: { text: '2024-04-25 14:30:00' } } });
  expect(read({ Time: '' }, { columns })).toMatchObject({ purchase: { moment: { text: '2024-04-25 00:00:00' } } });
  expect(read({ Time: 'noon' }, { columns })).toBe('time_unreadable');
});

test('numbers of tills carry their day, and without numbers a purchase is what one customer bought at one moment', () => {
  expect(read({}, { numbering: 'daily' })).toMatchObject({ purchase: { number: '1001/2024-04-25' } });
  expect(read({}, { numbering: 'yearly' })).toMatchObject({ purchase: { number: '1001/2024' } });
  const { purchaseNumber: _, ...columns } = mapping.columns;
  expect(read({}, { columns })).toMatchObject({ purchase: { number: '17 2024-04-25 00:00:00' } });
});

test('a mapping with an open question, a missing field or a foreign column is refused', () => {
  const code = (changed: Partial<PurchaseMapping>) => {
    const checked = checkMapping({ ...mapping, ...changed }, names);
    return checked.ok ? 'ok' : checked.failure.code;
  };
  expect(code({})).toBe('ok');
  expect(code({ dateOrder: 'ask' })).toBe('purchase_import.date_order_open');
  expect(code({ decimalMark: 'ask' })).toBe('purchase_import.decimal_mark_open');
  expect(code({ columns: { placedAt: 'Date' } })).toBe('purchase_import.mapping_missing');
  expect(code({ columns: { ...mapping.columns, unitPrice: 'Preis' } })).toBe('purchase_import.column_unknown');
});

test('columns of the same name are told apart', () => {
  expect(columnNames(['Price', ' Price ', '', 'Price'], true)).toEqual(['Price', 'Price (2)', '#3', 'Price (3)']);
  expect(columnNames(['a', 'b'], false)).toEqual(['#1', '#2']);
});

test('whatever stands in the cells, lines read are lines taken and lines set aside', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('', '1', '-1', '2.50', '25/04/2024', 'C12', '=1+1', '1e5', 'EUR', '0', '99999999999999'),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 14 }), { maxLength: 20 }), (lines) => {
      const readLine = createLineReader(mapping, names, latestDay);
      const tallying = createTally();
      for (const line of lines) tallying.add(readLine(cellsOf(line)));
      const tally = tallying.conclude();
      expect(tally.taken + Object.values(tally.setAside).reduce((sum, count) => sum + count, 0)).toBe(lines.length);
    }),
    { numRuns: 500 },
  );
});
