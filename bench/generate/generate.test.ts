import { expect, test } from 'vitest';
import { isUuid } from '#kit/domain/ids.ts';
import { simulateBuying } from './buying.ts';
import { idAt, isoOf } from './days.ts';
import { fillingsOf } from './rows.ts';

const asOf = 20_605;
const customers = 1500;
const buying = simulateBuying(customers, asOf, 'test');
const { customer, day, total } = buying.purchases;
const fillings = fillingsOf('00000000-0000-7000-8000-000000000000', ['a', 'b'], buying);

function rowsOf(table: string): string[][] {
  const filling = fillings.find((one) => one.table === table);
  return Array.from(filling?.lines() ?? [], (line) => line.trimEnd().split('\t'));
}

test('customers buy about ten times each, some of them once, and bring a little back', () => {
  const sales = new Int32Array(customers);
  for (const [index, who] of customer.entries()) if ((total[index] ?? 0) > 0) sales[who] = (sales[who] ?? 0) + 1;
  const mean = sales.reduce((sum, count) => sum + count, 0) / customers;
  expect(mean).toBeGreaterThan(8);
  expect(mean).toBeLessThan(12);
  expect(sales.filter((count) => count === 1).length / customers).toBeGreaterThan(0.1);
  expect(total.filter((minor) => minor < 0).length / total.length).toBeGreaterThan(0.01);
});

test('purchases come in the order of their days, none before the customer was known and none on the day of looking', () => {
  expect(day.every((one, index) => index === 0 || one >= (day[index - 1] ?? 0))).toBe(true);
  expect(day.every((one) => one < asOf)).toBe(true);
  expect(customer.every((who, index) => (day[index] ?? 0) >= (buying.knownSince[who] ?? Infinity))).toBe(true);
});

test('the same seed makes the same shop', () => {
  expect(simulateBuying(customers, asOf, 'test').purchases).toEqual(buying.purchases);
  expect(simulateBuying(customers, asOf, 'other').purchases.total).not.toEqual(total);
});

test('every line has a value for each column', () => {
  for (const { table, columns } of fillings) {
    const wanted = columns.split(',').length;
    expect(rowsOf(table).filter((row) => row.length !== wanted)).toEqual([]);
  }
  expect(rowsOf('purchase')).toHaveLength(day.length);
  expect(rowsOf('purchase_lines')).toHaveLength(day.length);
});

test('an id is valid, sorts by the day it was made, and is never given twice', () => {
  const ids = rowsOf('purchase').map(([, id = '']) => id);
  expect(ids.every(isUuid)).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(idAt(asOf, 1, 5)).not.toBe(idAt(asOf, 2, 5));
  expect(isoOf(asOf)).toBe('2026-06-01');
});
