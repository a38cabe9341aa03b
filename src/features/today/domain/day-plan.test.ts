import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitting, minutesAvailable, minutesOf, planDay, readHours, type Asking } from './index.ts';

const list = (...minutes: number[]) => minutes.map((one) => ({ minutes: one }));

test('a day holds as many customers, in their order, as its minutes', () => {
  expect(fitting(list(10, 10, 10), 25)).toBe(2);
  expect(fitting(list(10, 10, 10), 30)).toBe(3);
  expect(fitting(list(), 120)).toBe(0);
});

test('nobody is passed over for a quicker one', () => {
  expect(fitting(list(10, 60, 5), 30)).toBe(1);
});

test('a short day still holds one customer, a used-up one none', () => {
  expect(fitting(list(20, 5), 5)).toBe(1);
  expect(fitting(list(20), 0)).toBe(0);
  expect(fitting(list(20), -5)).toBe(0);
});

test('more time never holds fewer', () => {
  const minutes = fc.array(fc.integer({ min: 1, max: 90 }));
  fc.assert(
    fc.property(minutes, fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }), (each, left, more) => {
      expect(fitting(list(...each), left + more)).toBeGreaterThanOrEqual(fitting(list(...each), left));
    }),
  );
});

const due = Temporal.Instant.from('2026-03-02T15:00:00Z');
const one = (customer: string, cost: number, minutes = 10, promisedAt: Temporal.Instant | null = null): Asking => ({
  customer,
  cost,
  minutes,
  promisedAt,
});
const nothingSaid = { first: [], leftOut: [] };
const told = ({ planned }: ReturnType<typeof planDay>) => planned.map(({ customer, because }) => `${customer} ${because}`);

describe('the plan of a day', () => {
  const asking = [one('anna', 400), one('bo', 300), one('chris', 200), one('dora', 5, 10, due)];

  test('is filled by those who cost most to keep waiting, with every promise that is due', () => {
    expect(told(planDay(asking, nothingSaid, 30, 50))).toEqual(['anna cost', 'bo cost', 'dora promise']);
    expect(told(planDay(asking, nothingSaid, 120, 50))).toEqual(['anna cost', 'bo cost', 'chris cost', 'dora promise']);
  });

  test('keeps our word however short it is, and says by how much it is too short', () => {
    expect(planDay(asking, nothingSaid, 0, 50)).toMatchObject({ planned: [{ customer: 'dora' }], over: 10 });
    expect(planDay(asking, nothingSaid, 4, 50)).toMatchObject({ planned: [{ customer: 'dora' }], over: 6 });
    expect(planDay(asking, nothingSaid, -30, 50).over).toBe(10);
  });

  test('begins with whom the colleague chose, in their order, and leaves out whom they left out', () => {
    expect(told(planDay(asking, { first: ['chris', 'anna'], leftOut: ['bo'] }, 30, 50))).toEqual([
      'chris chosen',
      'anna chosen',
      'dora promise',
    ]);
  });

  test('keeps a promise that was left out before it was due', () => {
    expect(told(planDay(asking, { first: [], leftOut: ['dora'] }, 0, 50))).toEqual(['dora promise']);
  });

  test('knows nobody who asks nothing any more', () => {
    expect(told(planDay(asking, { first: ['gone'], leftOut: ['gone too'] }, 10, 50))).toEqual(['dora promise']);
  });

  test('whatever is asked: every promise is in up to what anybody can do, nobody twice, and what was not chosen in the order of cost', () => {
    const id = fc.integer({ min: 0, max: 30 }).map(String);
    const asker = fc.record({
      customer: id,
      cost: fc.integer({ min: 1, max: 50 }),
      minutes: fc.integer({ min: 1, max: 60 }),
      isDue: fc.boolean(),
    });
    const askers = fc.uniqueArray(asker, { selector: ({ customer }) => customer, maxLength: 30 });
    const marks = fc.record({ first: fc.array(id, { maxLength: 8 }), leftOut: fc.array(id, { maxLength: 8 }) });
    fc.assert(
      fc.property(askers, marks, fc.integer({ min: -60, max: 600 }), fc.integer({ min: 1, max: 20 }), (all, said, left, atMost) => {
        const given = all.map(({ isDue, ...rest }) => ({ ...rest, promisedAt: isDue ? due : null }));
        const { planned, over } = planDay(given, said, left, atMost);
        const ids = planned.map(({ customer }) => customer);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBeLessThanOrEqual(atMost);
        if (ids.length < atMost)
          expect(given.filter(({ promisedAt }) => promisedAt !== null).every(({ customer }) => ids.includes(customer))).toBe(true);
        const others = planned.filter(({ because }) => because !== 'chosen').map(({ cost }) => cost);
        expect(others).toEqual(others.toSorted((a, b) => b - a));
        const must = minutesOf(planned.filter(({ because }) => because !== 'cost'));
        expect(over).toBe(Math.max(0, must - Math.max(0, left)));
        // Beyond what must be done nothing is planned that the time does not hold, but for one where else there would be nobody.
        if (must > 0 && planned.length > 0) expect(minutesOf(planned)).toBeLessThanOrEqual(Math.max(must, left));
      }),
    );
  });
});

describe('the time of a day', () => {
  test('is as usual, no longer than the work, none on a day off, unless something was said for it', () => {
    expect(minutesAvailable({ said: null, usual: 120, atWork: 480 })).toBe(120);
    expect(minutesAvailable({ said: null, usual: 120, atWork: 90 })).toBe(90);
    expect(minutesAvailable({ said: null, usual: 120, atWork: null })).toBe(0);
    expect(minutesAvailable({ said: 45, usual: 120, atWork: null })).toBe(45);
    expect(minutesAvailable({ said: 0, usual: 120, atWork: 480 })).toBe(0);
  });

  test('that no day has is refused', () => {
    expect(readHours(120.4)).toEqual({ ok: true, value: 120 });
    for (const minutes of [-1, 961, Number.NaN, Number.POSITIVE_INFINITY])
      expect(readHours(minutes)).toMatchObject({ ok: false, failure: { code: 'today.hours_out_of_range', field: 'minutes' } });
  });
});
