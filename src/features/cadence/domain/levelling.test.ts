import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { level, unlevelled, type TalkToPlace } from './index.ts';

const peak = (load: ReadonlyMap<number, number>) => Math.max(0, ...load.values());

function loadOf(talks: readonly TalkToPlace[], days: readonly number[], before: ReadonlyMap<number, number> = new Map()) {
  const load = new Map(before);
  for (const [index, { minutes }] of talks.entries()) {
    const day = days[index] ?? Number.NaN;
    load.set(day, (load.get(day) ?? 0) + minutes);
  }
  return load;
}

const calls = (count: number, from: number, until: number): TalkToPlace[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${from} ${index}`, from, until, minutes: 10 }));
const week = [1, 2, 3, 4, 5];

describe('talks of one colleague', () => {
  test('that all fall due on Monday are spread over the week', () => {
    const talks = calls(10, 1, 5);
    expect([...loadOf(talks, level(talks, week, new Map())).values()]).toEqual([20, 20, 20, 20, 20]);
    expect(peak(unlevelled(talks, week, new Map()))).toBe(100);
  });

  test('are had on their ideal day where nothing speaks against it', () => {
    const talks = [...calls(1, 2, 5), ...calls(1, 3, 5), ...calls(1, 5, 5)];
    expect(level(talks, week, new Map())).toEqual([2, 3, 5]);
  });

  test('go around what stands on the days already', () => {
    expect(
      level(
        calls(1, 1, 3),
        week,
        new Map([
          [1, 60],
          [2, 30],
        ]),
      ),
    ).toEqual([3]);
  });

  test('with a day to choose go out of the way of those without', () => {
    const talks = [...calls(1, 1, 2), ...calls(1, 1, 1)];
    expect(level(talks, week, new Map())).toEqual([2, 1]);
  });

  test('whose days are all free days are had on the workday before, so that none comes late', () => {
    expect(level(calls(1, 6, 7), [...week, 8], new Map())).toEqual([5]);
    expect(level(calls(1, -1, 0), week, new Map())).toEqual([1]);
  });

  test('that are late are had by those first who have waited longest', () => {
    const late = [3, 1, 2].map((lateSince) => ({ id: `${lateSince}`, from: 1, until: 5, minutes: 10, lateSince }));
    expect(level(late, week, new Map())).toEqual([3, 1, 2]);
  });
});

describe('whatever is to be levelled', () => {
  const talk = fc.record({
    from: fc.integer({ min: 0, max: 60 }),
    width: fc.nat(20),
    minutes: fc.constantFrom(5, 10, 15, 30),
    lateSince: fc.option(fc.integer({ min: -50, max: -1 }), { nil: undefined }),
  });
  const talks = fc.array(talk, { maxLength: 60 }).map((all) =>
    all.map(({ from, width, minutes, lateSince }, index): TalkToPlace => {
      const late = lateSince === undefined ? {} : { lateSince };
      return { id: String(index).padStart(3, '0'), from, until: from + width, minutes, ...late };
    }),
  );
  const workdays = fc
    .uniqueArray(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 60 })
    .map((days) => days.toSorted((a, b) => a - b));
  const load = fc.array(fc.tuple(fc.nat(90), fc.nat(120)), { maxLength: 20 }).map((entries) => new Map(entries));

  test('no talk is had on a free day, nor outside its window while the window has a workday', () => {
    fc.assert(
      fc.property(talks, workdays, load, (all, days, before) => {
        const placed = level(all, days, before);
        for (const [index, { from, until }] of all.entries()) {
          const day = placed[index] ?? Number.NaN;
          expect(days).toContain(day);
          if (days.some((one) => from <= one && one <= until)) expect(from <= day && day <= until).toBe(true);
          else if (days.some((one) => one < from)) expect(day).toBeLessThan(from);
        }
      }),
    );
  });

  test('the fullest day is never fuller than without levelling, and nothing is lost', () => {
    fc.assert(
      fc.property(talks, workdays, load, (all, days, before) => {
        const after = loadOf(all, level(all, days, before), before);
        const without = unlevelled(all, days, before);
        const sum = (of: ReadonlyMap<number, number>) => [...of.values()].reduce((total, one) => total + one, 0);
        expect(sum(after)).toBe(sum(without));
        expect(peak(after)).toBeLessThanOrEqual(peak(without));
      }),
    );
  });

  test('the order in which talks are told changes nothing', () => {
    fc.assert(
      fc.property(talks, workdays, load, (all, days, before) => {
        const placed = new Map(all.map(({ id }, index) => [id, level(all, days, before)[index]]));
        const turned = all.toReversed();
        const again = level(turned, days, before);
        for (const [index, { id }] of turned.entries()) expect(again[index]).toBe(placed.get(id));
      }),
    );
  });
});

test('alike talks with days to choose leave no day more than one talk fuller than another', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.integer({ min: 1, max: 40 }), (count, width) => {
      const days = Array.from({ length: width }, (_, index) => index);
      const all = calls(count, 0, width - 1);
      const load = loadOf(all, level(all, days, new Map(days.map((day) => [day, 0]))), new Map(days.map((day) => [day, 0])));
      expect(peak(load) - Math.min(...load.values())).toBeLessThanOrEqual(10);
    }),
  );
});
