import fc from 'fast-check';
import { expect, test } from 'vitest';
import { costOfWaiting, heaviestFirst, minutesFor, reckon, reckonStake, share, stakeOf, times, weighed, type Reason } from './index.ts';

const reason = (kind: string, cost: number, minutes = 5): Reason => ({
  kind,
  occasion: '1',
  cost,
  stake: cost,
  factors: [],
  evidence: {},
  action: 'call',
  minutes,
});

test('the reason that costs most by waiting is told first', () => {
  const reasons = [reason('promises.due', 20), reason('purchases.silent', 90), reason('conversations.key_customer_unheard', 40)];
  expect(heaviestFirst(reasons).map((one) => one.cost)).toEqual([90, 40, 20]);
  expect(costOfWaiting(reasons)).toBe(150);
});

test('the order of reasons does not depend on the order in which features were asked', () => {
  const any = fc.record({ kind: fc.constantFrom('a.x', 'b.y', 'c.z'), occasion: fc.string(), cost: fc.nat(3), minutes: fc.nat(10) });
  fc.assert(
    fc.property(fc.uniqueArray(any, { selector: (one) => `${one.kind} ${one.occasion}` }), (given) => {
      const reasons = given.map((one): Reason => ({ ...one, stake: 1, factors: [], evidence: {}, action: 'call' }));
      expect(heaviestFirst(reasons)).toEqual(heaviestFirst(reasons.toReversed()));
    }),
  );
});

test('one call that serves three reasons is shorter than three calls', () => {
  expect(minutesFor([reason('a.x', 1, 10), reason('b.y', 1, 5), reason('c.z', 1, 5)])).toBe(14);
  expect(minutesFor([])).toBe(0);
});

test('a small customer is weighed by a tenth of a typical one at least', () => {
  const worth = {
    typical: 10_000,
    of: new Map([
      ['large', 90_000],
      ['small', 200],
    ]),
  };
  expect(stakeOf(worth, 'large')).toBe(90_000);
  expect(stakeOf(worth, 'small')).toBe(1000);
  expect(stakeOf(worth, 'new')).toBe(1000);
  expect(reckonStake(worth, 'large').by).toBe('worth');
  expect(reckonStake(worth, 'small').by).toBe('tenth');
});

test('before the first purchase of all everybody weighs alike, and enough to be told apart by their reasons', () => {
  expect(reckonStake({ typical: 0, of: new Map() }, 'new')).toEqual({ minor: 1000, by: 'nothing_known' });
});

test('the cost is what is shown of it multiplied: anybody with a calculator finds the same', () => {
  const factor = fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }).map((value) => share('a.share', value)),
    fc.double({ min: 0, max: 50, noNaN: true }).map((value) => times('a.count', value)),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.array(factor, { maxLength: 3 }), (stake, factors) => {
      const told = weighed(stake, ...factors);
      expect(reckon(told)).toBe(told.cost);
      // What is written of the factors, in percent with two decimals or as a number with two, loses nothing.
      const written = factors.map(({ as, value }) => (as === 'share' ? Number((value * 100).toFixed(2)) / 100 : Number(value.toFixed(2))));
      expect(
        Math.abs(
          Math.max(
            1,
            written.reduce((cost, value) => cost * value, stake),
          ) - told.cost,
        ),
      ).toBeLessThanOrEqual(0.5001);
    }),
  );
});
