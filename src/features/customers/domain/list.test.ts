import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { legsOf, readOrder, readPlace, writePlace, type Place, type Turn } from './index.ts';

const id = '01890000-0000-7000-8000-000000000001';
const valued: Place = { value: '2026-03-01', customer: id };
const empty: Place = { value: null, customer: id };
const stretches = (turn: Turn, descending = false, canBeEmpty = true) =>
  legsOf(turn, descending, canBeEmpty).map(
    ({ isEmpty, from, ascending }) =>
      `${isEmpty ? 'without' : 'with'} value ${from ? 'from the place' : 'whole'} ${ascending ? 'up' : 'down'}`,
  );

describe('the list is read', () => {
  test('from the start through those with a value to those without', () => {
    expect(stretches({ direction: 'forward', from: undefined })).toEqual(['with value whole up', 'without value whole up']);
    expect(stretches({ direction: 'forward', from: undefined }, true)).toEqual(['with value whole down', 'without value whole down']);
  });

  test('from the end: those without a value stand last in both orders', () => {
    expect(stretches({ direction: 'backward', from: undefined })).toEqual(['without value whole down', 'with value whole down']);
    expect(stretches({ direction: 'backward', from: undefined }, true)).toEqual(['without value whole up', 'with value whole up']);
  });

  test('on from a place', () => {
    expect(stretches({ direction: 'forward', from: valued })).toEqual(['with value from the place up', 'without value whole up']);
    expect(stretches({ direction: 'forward', from: empty })).toEqual(['without value from the place up']);
    expect(stretches({ direction: 'backward', from: valued })).toEqual(['with value from the place down']);
    expect(stretches({ direction: 'backward', from: empty })).toEqual(['without value from the place down', 'with value whole down']);
  });

  test('as one stretch where everybody has a value', () => {
    expect(stretches({ direction: 'backward', from: undefined }, false, false)).toEqual(['with value whole down']);
  });
});

test('a place survives the address', () => {
  fc.assert(
    fc.property(fc.option(fc.string()), (value) => {
      const place = { value, customer: id };
      expect(readPlace(writePlace(place))).toEqual(place);
    }),
  );
  expect(readPlace('nonsense')).toBeUndefined();
});

test('an order is a column, downward with a minus', () => {
  expect(readOrder('-value')).toEqual({ by: 'value', descending: true });
  expect(readOrder('last_purchase')).toEqual({ by: 'last_purchase', descending: false });
  expect(readOrder('shoe_size')).toBeUndefined();
});
