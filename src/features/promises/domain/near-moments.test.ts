import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearMoments } from './index.ts';

const greek = [6, 7];
const offered = (now: string, weekend = greek) =>
  nearMoments(Temporal.PlainDateTime.from(now), weekend).map(({ name, at }) => `${name} ${at.toString().slice(0, 16)}`);

test('on a Monday morning: this afternoon, tomorrow, Friday, in a week', () => {
  expect(offered('2026-03-02T09:00')).toEqual([
    'today 2026-03-02T17:00',
    'tomorrow 2026-03-03T10:00',
    'end_of_week 2026-03-06T17:00',
    'in_a_week 2026-03-09T10:00',
  ]);
});

test('late in the day nothing is promised for the afternoon any more', () => {
  expect(offered('2026-03-02T16:00')[0]).toBe('tomorrow 2026-03-03T10:00');
});

test('on a Friday the end of the week is the next one', () => {
  expect(offered('2026-03-06T09:00')[2]).toBe('end_of_week 2026-03-13T17:00');
});

test('in Iran the week ends on a Thursday', () => {
  expect(offered('2026-03-02T09:00', [5])[2]).toBe('end_of_week 2026-03-05T17:00');
});

test('whenever one looks, every moment offered is one to come', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 * 24 * 400 }), fc.subarray([1, 2, 3, 4, 5, 6, 7]), (minutes, weekend) => {
      const now = Temporal.PlainDateTime.from('2026-01-01T00:00').add({ minutes });
      for (const { at } of nearMoments(now, weekend)) expect(Temporal.PlainDateTime.compare(at, now)).toBe(1);
    }),
  );
});
