import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  after,
  askTime,
  daysLate,
  end,
  give,
  isOverdue,
  promiseDue,
  reopen,
  standingOf,
  type PromiseEvent,
  type PromiseStanding,
} from './index.ts';

const monday = Temporal.Instant.from('2026-03-02T08:00:00Z');
const friday = Temporal.Instant.from('2026-03-06T15:00:00Z');
const nextWeek = Temporal.Instant.from('2026-03-13T15:00:00Z');
const given = standingOf([{ kind: 'given', at: monday, dueAt: friday }]);
const hours = (count: number, from = monday) => from.add({ hours: count });

/** What follows, or the code of the refusal. */
function tried(promise: PromiseStanding, decision: ReturnType<typeof end>): PromiseStanding | string {
  return decision.ok ? after(promise, decision.value) : decision.failure.code;
}

describe('giving our word', () => {
  test('needs words and a moment to come', () => {
    expect(give({ what: ' send the   price list\n', dueAt: friday }, monday)).toEqual({
      ok: true,
      value: { what: 'send the price list', event: { kind: 'given', at: monday, dueAt: friday } },
    });
  });

  test.each([
    [' \u202e ', friday, 'promise.what_missing'],
    ['x'.repeat(501), friday, 'promise.what_too_long'],
    ['call', monday, 'promise.due_in_past'],
    ['call', hours(-1), 'promise.due_in_past'],
    ['call', Temporal.Instant.from('2036-03-02T08:00:01Z'), 'promise.due_too_far'],
  ])('"%s" is refused: %s', (what, dueAt, code) => {
    expect(give({ what, dueAt }, monday)).toMatchObject({ ok: false, failure: { code } });
  });
});

describe('keeping it', () => {
  test('at the very moment is keeping it; a second later is late', () => {
    expect(tried(given, end(given, 'kept', friday))).toMatchObject({ state: 'kept', endedAt: friday });
    expect(tried(given, end(given, 'kept', friday.add({ seconds: 1 })))).toMatchObject({ state: 'kept_late' });
  });

  test('is possible once', () => {
    const kept = standingOf([
      { kind: 'given', at: monday, dueAt: friday },
      { kind: 'kept', at: hours(5) },
    ]);
    expect(tried(kept, end(kept, 'kept', hours(6)))).toBe('promise.already_kept');
    expect(tried(kept, end(kept, 'released', hours(6)))).toBe('promise.already_kept');
    expect(tried(kept, askTime(kept, nextWeek, hours(6)))).toBe('promise.already_kept');
    expect(tried(given, reopen(given, hours(6)))).toBe('promise.already_open');
  });

  test('marked by mistake, it is open again with the moment that was promised', () => {
    const kept = after(given, { kind: 'kept', at: hours(5) });
    expect(tried(kept, reopen(kept, hours(6)))).toEqual({ ...given, endedAt: null });
  });
});

describe('asking for more time', () => {
  test('before the moment does no harm', () => {
    const asked = tried(given, askTime(given, nextWeek, hours(1)));
    expect(asked).toMatchObject({ state: 'open', dueAt: nextWeek, dueSinceAt: hours(1), timesAsked: 1, askedLate: false });
    if (typeof asked !== 'string') expect(tried(asked, end(asked, 'kept', nextWeek))).toMatchObject({ state: 'kept' });
  });

  test('after the moment is late, whatever follows', () => {
    const asked = after(given, { kind: 'time_asked', at: friday.add({ hours: 1 }), dueAt: nextWeek });
    expect(after(asked, { kind: 'kept', at: friday.add({ hours: 2 }) })).toMatchObject({ state: 'kept_late' });
  });

  test('means a later moment, and one to come', () => {
    expect(tried(given, askTime(given, friday, hours(1)))).toBe('promise.not_later');
    expect(tried(given, askTime(given, hours(2), hours(1)))).toBe('promise.not_later');
    expect(tried(given, askTime(given, hours(1), hours(2)))).toBe('promise.due_in_past');
  });
});

test('a promise is overdue only while it is open and its moment has passed', () => {
  expect(isOverdue(given, friday)).toBe(false);
  expect(isOverdue(given, friday.add({ seconds: 1 }))).toBe(true);
  expect(isOverdue(after(given, { kind: 'released', at: hours(1) }), nextWeek)).toBe(false);
});

describe('on the list of the day', () => {
  const promise = {
    id: '1',
    what: 'send the price list',
    dueAt: Temporal.Instant.from('2026-03-06T22:30:00Z'),
    owner: 'n',
    ownerName: 'Nikos',
  };
  const on = (day: string, stake = 1000) => promiseDue(promise, Temporal.PlainDate.from(day), 'Europe/Athens', stake);

  test('a promise stands on the day it is due where the business is, not where the server is', () => {
    expect(daysLate(promise.dueAt, Temporal.PlainDate.from('2026-03-07'), 'Europe/Athens')).toBe(0);
    expect(on('2026-03-06')).toBeUndefined();
    expect(on('2026-03-07')).toMatchObject({
      kind: 'promises.due',
      colleague: 'n',
      cost: 50,
      evidence: { what: 'send the price list', by: 'Nikos', dueAt: '2026-03-06T22:30:00Z', daysLate: 0 },
    });
  });

  test('waiting costs more each day, and more with a larger customer', () => {
    const day = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(day, day, fc.nat(1e6), fc.nat(1e6), (late, more, stake, larger) => {
        const cost = (days: number, worth: number) => on(Temporal.PlainDate.from('2026-03-07').add({ days }).toString(), worth)?.cost ?? 0;
        expect(cost(late + more, stake + larger)).toBeGreaterThanOrEqual(cost(late, stake));
      }),
    );
  });
});

describe('whatever colleagues do, in whatever order', () => {
  type Step = { wait: number; do: 'kept' | 'broken' | 'released' | 'reopen' | 'ask'; more: number };
  const step: fc.Arbitrary<Step> = fc.record({
    wait: fc.integer({ min: 0, max: 200 }),
    do: fc.constantFrom('kept', 'broken', 'released', 'reopen', 'ask'),
    more: fc.integer({ min: -50, max: 400 }),
  });

  /** Lives through the steps; refused ones change nothing. */
  function live(steps: readonly Step[]): { events: PromiseEvent[]; promise: PromiseStanding } {
    const events: PromiseEvent[] = [{ kind: 'given', at: monday, dueAt: friday }];
    let now = monday;
    for (const { wait, do: what, more } of steps) {
      now = now.add({ hours: wait });
      const promise = standingOf(events);
      const decision =
        what === 'ask'
          ? askTime(promise, promise.dueAt.add({ hours: more }), now)
          : what === 'reopen'
            ? reopen(promise, now)
            : end(promise, what, now);
      if (decision.ok) events.push(decision.value);
    }
    return { events, promise: standingOf(events) };
  }

  test('a promise is open exactly as long as it has no end', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const { promise } = live(steps);
        expect(promise.state === 'open').toBe(promise.endedAt === null);
        expect(Temporal.Instant.compare(promise.dueAt, friday)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('one kept in time was never asked for late, and every promise asked for late is late', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const { promise } = live(steps);
        if (promise.state === 'kept') {
          expect(promise.askedLate).toBe(false);
          expect(Temporal.Instant.compare(promise.endedAt ?? promise.dueAt, promise.dueAt)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  test('asking for time in time never turns a promise that would have been kept into a late one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 1, max: 300 }),
        (askAfter, keepAfter, more) => {
          const asking = hours(askAfter);
          const keeping = asking.add({ hours: keepAfter });
          fc.pre(!isOverdue(given, asking));
          const without = tried(given, end(given, 'kept', keeping));
          const asked = tried(given, askTime(given, friday.add({ hours: more }), asking));
          if (typeof asked === 'string' || typeof without === 'string') return;
          if (without.state === 'kept') expect(tried(asked, end(asked, 'kept', keeping))).toMatchObject({ state: 'kept' });
        },
      ),
    );
  });
});
