import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deepest, heldBy, mostForCustomerInDay, mostInHour } from './guard.ts';

const quiet = { chain: [], inHour: 0, forCustomerInDay: 0 };

test('an automation acts on what people do, and on what another automation did', () => {
  expect(heldBy('a', quiet)).toBeNull();
  expect(heldBy('a', { ...quiet, chain: ['b'] })).toBeNull();
});

test('not on its own doing, however many others came between', () => {
  expect(heldBy('a', { ...quiet, chain: ['a'] })).toBe('own_doing');
  expect(heldBy('a', { ...quiet, chain: ['c', 'b', 'a'] })).toBe('own_doing');
});

test('not far down a row of automations, and not beyond what somebody would expect of it', () => {
  expect(heldBy('a', { ...quiet, chain: ['b', 'c', 'd'] })).toBe('too_deep');
  expect(heldBy('a', { ...quiet, inHour: mostInHour })).toBe('too_often');
  expect(heldBy('a', { ...quiet, forCustomerInDay: mostForCustomerInDay })).toBe('too_often_for_customer');
});

test('whatever automations set each other off, it comes to an end', () => {
  // Each automation sets off those that the drawing says, itself included.
  const drawing = fc.array(fc.array(fc.nat({ max: 4 }), { maxLength: 5 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(drawing, (sets) => {
      let acted = 0;
      const follow = (automation: number, chain: readonly string[]): void => {
        if (heldBy(String(automation), { ...quiet, chain }) !== null) return;
        acted += 1;
        expect(chain.length).toBeLessThan(deepest);
        for (const next of sets[automation] ?? []) follow(next, [String(automation), ...chain]);
      };
      for (let first = 0; first < 5; first += 1) follow(first, []);
      expect(acted).toBeLessThanOrEqual(5 + 5 * 5 + 5 * 5 * 5);
    }),
  );
});
