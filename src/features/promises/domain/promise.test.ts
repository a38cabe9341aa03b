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
  toldToOwner,
  type PromiseEvent,
  type PromiseStanding,
} from './index.ts';

const monday = Temporal.Instant.from('2026-03-02T08:00:00Z');
const friday = Temporal.Instant.from('2026-03-06T15:00:00Z');
const nextWeek = Temporal.Instant.from('2026-03-13T15:00:00Z');
const by = 'nikos';
const due = (at: Temporal.Instant, from: Temporal.Instant | null = null) => ({ from, at });
const begun: PromiseEvent = { kind: 'given', at: monday, by, due: due(friday) };
const given = standingOf([begun]);
const hours = (count: number, from = monday) => from.add({ hours: count });

/** What follows, or the code of the refusal. */
function tried(promise: PromiseStanding, decision: ReturnType<typeof end>): PromiseStanding | string {
  return decision.ok ? after(promise, decision.value) : decision.failure.code;
}

describe('giving our word', () => {
  test('needs words and a moment to come, and makes it the giver’s', () => {
    expect(give({ what: ' send the   price list\n', due: due(friday) }, by, monday)).toEqual({
      ok: true,
      value: { what: 'send the price list', event: begun },
    });
    expect(given).toMatchObject({ state: 'open', owner: by, countsFor: by, handed: null });
  });

  test.each([
    [' \u202e ', due(friday), 'promise.what_missing'],
    ['x'.repeat(501), due(friday), 'promise.what_too_long'],
    ['call', due(monday), 'promise.due_in_past'],
    ['call', due(hours(-1)), 'promise.due_in_past'],
    ['call', due(Temporal.Instant.from('2036-03-02T08:00:01Z')), 'promise.due_too_far'],
    ['call', due(friday, friday), 'promise.window_backwards'],
    ['call', due(friday, nextWeek), 'promise.window_backwards'],
  ])('"%s" is refused: %s', (what, by_, code) => {
    expect(give({ what, due: by_ }, by, monday)).toMatchObject({ ok: false, failure: { code } });
  });

  test('a window that has begun can still be promised', () => {
    expect(give({ what: 'call', due: due(friday, hours(-1)) }, by, monday).ok).toBe(true);
  });
});

describe('keeping it', () => {
  test('at the very moment is keeping it; a second later is late', () => {
    expect(tried(given, end(given, 'kept', by, friday))).toMatchObject({ state: 'kept', endedAt: friday, missedAt: null });
    const late = tried(given, end(given, 'kept', by, friday.add({ seconds: 1 })));
    expect(late).toMatchObject({ state: 'kept_late', missedAt: friday });
  });

  test('of a window is possible until its end', () => {
    const morning = standingOf([{ ...begun, due: due(friday, friday.subtract({ hours: 4 })) }]);
    expect(tried(morning, end(morning, 'kept', by, friday))).toMatchObject({ state: 'kept' });
    expect(isOverdue(morning, friday.subtract({ hours: 1 }))).toBe(false);
  });

  test('is possible once', () => {
    const kept = standingOf([begun, { kind: 'kept', at: hours(5), by }]);
    expect(tried(kept, end(kept, 'kept', by, hours(6)))).toBe('promise.already_kept');
    expect(tried(kept, end(kept, 'released', by, hours(6)))).toBe('promise.already_kept');
    expect(tried(kept, askTime(kept, 'time_asked', due(nextWeek), by, hours(6)))).toBe('promise.already_kept');
    expect(tried(given, reopen(given, by, hours(6)))).toBe('promise.already_open');
  });

  test('is not late for a reminder that was written before it was told', () => {
    const soonAfter = friday.add({ seconds: 20 });
    const reminded = after(given, { kind: 'reminded', at: soonAfter, by: null, to: by });
    expect(reminded.missedAt).toBeNull();
    expect(tried(reminded, end(reminded, 'kept', by, hours(-1, friday)))).toMatchObject({ state: 'kept', endedAt: hours(-1, friday) });
    expect(tried(reminded, end(reminded, 'kept', by, soonAfter))).toMatchObject({ state: 'kept_late', missedAt: friday });
  });

  test('cannot have been before what happened to it last', () => {
    const asked = after(given, { kind: 'time_asked', at: hours(3), by, due: due(nextWeek) });
    expect(tried(asked, end(asked, 'kept', by, hours(1)))).toMatchObject({ state: 'kept', endedAt: hours(3) });
  });

  test('who comes second learns who was quicker, and when', () => {
    const kept = after(given, { kind: 'kept', at: hours(5), by: 'eleni' });
    expect(end(kept, 'broken', by, hours(6))).toMatchObject({
      ok: false,
      failure: { code: 'promise.already_kept', values: { by: 'eleni', at: hours(5).toString() } },
    });
  });

  test('marked by mistake, it is open again with the moment that was promised', () => {
    const kept = after(given, { kind: 'kept', at: hours(5), by });
    expect(tried(kept, reopen(kept, by, hours(6)))).toEqual({ ...given, last: { at: hours(6), by } });
  });
});

describe.each(['time_asked', 'called_anyway'] as const)('more time (%s)', (kind) => {
  test('before the moment does no harm', () => {
    const asked = tried(given, askTime(given, kind, due(nextWeek), by, hours(1)));
    expect(asked).toMatchObject({ state: 'open', due: due(nextWeek), timesAsked: 1, missedAt: null });
    if (typeof asked !== 'string') expect(tried(asked, end(asked, 'kept', by, nextWeek))).toMatchObject({ state: 'kept' });
  });

  test('after the moment is late, whatever follows', () => {
    const asked = after(given, { kind, at: friday.add({ hours: 1 }), by, due: due(nextWeek) });
    expect(after(asked, { kind: 'kept', at: friday.add({ hours: 2 }), by })).toMatchObject({ state: 'kept_late', missedAt: friday });
  });

  test('means a later moment, and one to come', () => {
    expect(tried(given, askTime(given, kind, due(friday), by, hours(1)))).toBe('promise.not_later');
    expect(tried(given, askTime(given, kind, due(hours(2)), by, hours(1)))).toBe('promise.not_later');
    expect(tried(given, askTime(given, kind, due(hours(1)), by, hours(2)))).toBe('promise.due_in_past');
  });
});

test('a promise is overdue only while it is open and its moment has passed', () => {
  expect(isOverdue(given, friday)).toBe(false);
  expect(isOverdue(given, friday.add({ seconds: 1 }))).toBe(true);
  expect(isOverdue(after(given, { kind: 'released', at: hours(1), by }), nextWeek)).toBe(false);
});

describe('on the list of the day', () => {
  const promise = {
    id: '1',
    what: 'send the price list',
    firmness: 'firm',
    dueAt: Temporal.Instant.from('2026-03-06T22:30:00Z'),
    owner: 'n',
    ownerName: 'Nikos',
  } as const;
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

  test('what we only aim at weighs half', () => {
    const aim = promiseDue({ ...promise, firmness: 'aim' }, Temporal.PlainDate.from('2026-03-07'), 'Europe/Athens', 1000);
    expect(aim?.cost).toBe(25);
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

describe('what its owner has been told', () => {
  const tells = (at: Temporal.Instant, to = by): PromiseEvent => ({ kind: 'reminded', at, by: null, to });
  const toldAfter = (...events: PromiseEvent[]) => toldToOwner(standingOf([begun, ...events]));

  test('is that the moment is near, or that it has come', () => {
    expect([toldAfter(), toldAfter(tells(hours(1))), toldAfter(tells(friday)), toldAfter(tells(friday), tells(hours(1)))]).toEqual([
      null,
      'soon',
      'due',
      'due',
    ]);
  });

  test('is nothing of another moment, nor by what a colleague said', () => {
    expect(toldAfter(tells(hours(1)), { kind: 'time_asked', at: hours(2), by, due: due(nextWeek) })).toBeNull();
    expect(toldAfter({ kind: 'reminded', at: hours(1), by: 'anna', to: by })).toBeNull();
  });

  test('is nothing yet where another was told, and what it was where it comes back', () => {
    const over = (from: string, to: string): PromiseEvent[] => [
      { kind: 'handed_over', at: hours(2), by: from, to },
      { kind: 'accepted', at: hours(2), by: to },
    ];
    expect(toldAfter(tells(hours(1)), ...over(by, 'anna'))).toBeNull();
    expect(toldAfter(tells(hours(1)), ...over(by, 'anna'), ...over('anna', by))).toBe('soon');
  });

  test('stays when it is opened again', () => {
    expect(toldAfter(tells(friday), { kind: 'kept', at: nextWeek, by }, { kind: 'reopened', at: nextWeek, by })).toBe('due');
    expect(toldAfter({ kind: 'kept', at: hours(1), by }, { kind: 'reopened', at: nextWeek, by })).toBeNull();
  });
});
