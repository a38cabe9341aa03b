import { describe, expect, test } from 'vitest';
import { readFloor, readRoutine, reachableBy, suggestChannel, type Channel, type RoutineTold } from './index.ts';

const monthly: RoutineTold = { everyDays: 30, latestDays: 45, channel: 'call', purpose: ' ask how the  grinder runs ' };

test('a routine says how often, by when at the latest, how and what for', () => {
  expect(readRoutine(monthly, 180)).toEqual({
    ok: true,
    value: { everyDays: 30, latestDays: 45, channel: 'call', purpose: 'ask how the grinder runs' },
  });
});

test('where nothing is said of the latest day it is a quarter more than the ideal one, never beyond the floor', () => {
  expect(readRoutine({ ...monthly, latestDays: undefined }, 180)).toMatchObject({ value: { latestDays: 38 } });
  expect(readRoutine({ ...monthly, everyDays: 170, latestDays: undefined }, 180)).toMatchObject({ value: { latestDays: 180 } });
});

test.each([
  ['that never fires', { everyDays: 0 }, 'routine.every_out_of_range', 'everyDays'],
  ['of half days', { everyDays: 1.5 }, 'routine.every_out_of_range', 'everyDays'],
  ['with a latest day that is no day', { latestDays: Number.NaN }, 'routine.every_out_of_range', 'latestDays'],
  ['late before it is due', { latestDays: 29 }, 'routine.latest_before_ideal', 'latestDays'],
  ['seldomer than the floor', { everyDays: 181, latestDays: 200 }, 'routine.beyond_floor', 'everyDays'],
  ['that may fall under the floor', { latestDays: 181 }, 'routine.beyond_floor', 'latestDays'],
  ['without a purpose', { purpose: '  ' }, 'routine.purpose_missing', 'purpose'],
  ['with a story for a purpose', { purpose: 'so '.repeat(100) }, 'routine.purpose_too_long', 'purpose'],
])('a routine %s is refused', (_, change, code, field) => {
  expect(readRoutine({ ...monthly, ...change }, 180)).toMatchObject({ ok: false, failure: { code, field } });
});

test('the floor does not hold for prospects, and no routine is seldomer than two years', () => {
  expect(readRoutine({ ...monthly, everyDays: 365, latestDays: 400 }, undefined)).toMatchObject({ ok: true });
  expect(readRoutine({ ...monthly, everyDays: 731 }, undefined)).toMatchObject({ failure: { code: 'routine.every_out_of_range' } });
});

test('the floor has its bounds and no way around', () => {
  expect(readFloor({ floorDays: 180, activeDays: 730 })).toMatchObject({ ok: true });
  expect(readFloor({ floorDays: 366, activeDays: 730 })).toMatchObject({
    failure: { code: 'cadence.floor_out_of_range', field: 'floorDays' },
  });
  expect(readFloor({ floorDays: 0, activeDays: 730 })).toMatchObject({ failure: { code: 'cadence.floor_out_of_range' } });
  expect(readFloor({ floorDays: 30, activeDays: 30 })).toMatchObject({
    failure: { code: 'cadence.active_out_of_range', field: 'activeDays' },
  });
});

describe('the next way to try', () => {
  const everything = reachableBy({ phone: true, email: true });
  const by = (usual: Channel, reachable: ReadonlySet<Channel>, attempts: number) => {
    const { channel, because } = suggestChannel(usual, reachable, attempts);
    return `${channel}, ${because}`;
  };

  test('is the usual one for three attempts, and another for the next three', () => {
    expect([0, 1, 2].map((attempts) => by('call', everything, attempts))).toEqual(Array(3).fill('call, usual'));
    expect([3, 4, 5].map((attempts) => by('call', everything, attempts))).toEqual(Array(3).fill('email, another'));
  });

  test('begins anew after the pause', () => {
    expect(by('call', everything, 7)).toBe('call, usual');
    expect(by('call', everything, 9)).toBe('email, another');
  });

  test('is one that reaches them', () => {
    expect(by('call', reachableBy({ phone: false, email: true }), 0)).toBe('email, unreachable');
    expect(by('email', reachableBy({ phone: true, email: false }), 0)).toBe('call, unreachable');
    expect(by('call', reachableBy({ phone: true, email: false }), 3)).toBe('message, another');
  });

  test('stays the usual one where nothing else is known, and says so', () => {
    expect(by('visit', reachableBy({ phone: true, email: false }), 0)).toBe('visit, usual');
    expect(by('call', reachableBy({ phone: false, email: false }), 0)).toBe('call, usual');
    expect(by('email', reachableBy({ phone: false, email: true }), 4)).toBe('email, no_other');
  });
});
