import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { HistoryBook, orderByRepeatsAndAge } from './history.ts';

const history = fc.tuple(fc.nat(5), fc.nat(20), fc.nat(30));

test('every history stands once, with the number of customers who share it', () => {
  fc.assert(
    fc.property(fc.array(history, { maxLength: 6000, size: 'max' }), (customers) => {
      const book = new HistoryBook();
      const wanted = new Map<string, number>();
      for (const [repeats, recency, age] of customers) {
        book.add(repeats, recency, age);
        const key = `${repeats},${recency},${age}`;
        wanted.set(key, (wanted.get(key) ?? 0) + 1);
      }
      const columns = book.columns();
      expect(columns.size).toBe(wanted.size);
      for (let place = 0; place < columns.size; place += 1) {
        const [repeats = -1, recency = -1, age = -1] = [columns.repeats[place], columns.recency[place], columns.age[place]];
        expect(columns.customers[place]).toBe(wanted.get(`${repeats},${recency},${age}`));
        expect(book.find(repeats, recency, age)).toBe(place);
      }
    }),
    { numRuns: 20 },
  );
});

test('the book grows without losing anybody', () => {
  const book = new HistoryBook();
  for (let age = 0; age < 30_000; age += 1) expect(book.add(age % 7, age % 50, age)).toBe(age);
  expect(book.find(3, 3, 3)).toBe(3);
  expect(book.find(0, 1, 2)).toBe(-1);
});

test('the order is by repeats, then by age', () => {
  fc.assert(
    fc.property(fc.array(history, { minLength: 1, maxLength: 200 }), (customers) => {
      const book = new HistoryBook();
      for (const [repeats, recency, age] of customers) book.add(repeats, recency, age);
      const columns = book.columns();
      const keys = Array.from(orderByRepeatsAndAge(columns), (place) => (columns.repeats[place] ?? 0) * 1000 + (columns.age[place] ?? 0));
      expect(keys).toHaveLength(columns.size);
      expect(keys).toEqual(keys.toSorted((left, right) => left - right));
    }),
  );
});
