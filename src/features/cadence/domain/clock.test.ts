import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactWindow, nextStep, usualFloor, type ClockFigures } from './index.ts';

const today = 20_000;
const bought: ClockFigures = { heardOn: null, firstPurchaseOn: today - 400, lastPurchaseOn: today - 20, attempts: 0, lastAttemptOn: null };
const monthly = { everyDays: 30, latestDays: 45, madeOn: today - 5 };

describe('the clock of a customer', () => {
  test('restarts when we hear each other', () => {
    expect(contactWindow({ ...bought, heardOn: today - 10 }, monthly, usualFloor, today)).toEqual({
      dueOn: today + 20,
      latestOn: today + 35,
    });
  });

  test('counts from the first purchase of who never talked to us, and from the making of the routine for who never bought either', () => {
    expect(contactWindow(bought, monthly, usualFloor, today)).toEqual({ dueOn: today - 370, latestOn: today - 355 });
    const prospect = { ...bought, firstPurchaseOn: null, lastPurchaseOn: null };
    expect(contactWindow(prospect, monthly, usualFloor, today)).toEqual({ dueOn: today + 25, latestOn: today + 40 });
  });

  test('runs by the floor for an active customer without a routine', () => {
    expect(contactWindow({ ...bought, heardOn: today - 10 }, undefined, usualFloor, today)).toEqual({
      dueOn: today + 134,
      latestOn: today + 170,
    });
  });

  test('stands still for prospects, and for who has not bought in two years, unless a routine says otherwise', () => {
    const gone = { ...bought, lastPurchaseOn: today - 731 };
    expect(contactWindow(gone, undefined, usualFloor, today)).toBeUndefined();
    expect(contactWindow({ ...gone, firstPurchaseOn: null, lastPurchaseOn: null }, undefined, usualFloor, today)).toBeUndefined();
    expect(contactWindow(gone, monthly, usualFloor, today)).toBeDefined();
  });

  test('rests for thirty days after six attempts that nobody answered, and for no other number of them', () => {
    const tried = (attempts: number) =>
      contactWindow({ ...bought, heardOn: today - 100, attempts, lastAttemptOn: today - 2 }, monthly, usualFloor, today)?.dueOn;
    expect([1, 3, 5, 7].map(tried)).toEqual(Array(4).fill(today - 70));
    expect([6, 12].map(tried)).toEqual(Array(2).fill(today + 28));
  });
});

test('attempts go three by the usual way, three by another, then there is a pause', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 9, 12].map(nextStep)).toEqual([
    'usual',
    'usual',
    'usual',
    'another',
    'another',
    'another',
    'pause',
    'usual',
    'another',
    'pause',
  ]);
});

test('nobody who is active may wait beyond the floor, whatever their routine and the floor say, unless they did not answer six times', () => {
  const days = fc.integer({ min: 1, max: 730 });
  fc.assert(
    fc.property(days, days, fc.integer({ min: 30, max: 365 }), fc.nat(600), fc.nat(5), (one, other, floorDays, ago, attempts) => {
      const routine = { everyDays: Math.min(one, other), latestDays: Math.max(one, other), madeOn: today };
      const figures = { ...bought, heardOn: today - ago, attempts, lastAttemptOn: attempts > 0 ? today - 1 : null };
      const window = contactWindow(figures, routine, { floorDays, activeDays: 730 }, today);
      expect(window?.latestOn).toBeLessThanOrEqual(today - ago + floorDays);
      expect(window?.dueOn).toBeLessThanOrEqual(window?.latestOn ?? 0);
      expect(window?.dueOn).toBeGreaterThan(today - ago);
    }),
  );
});
