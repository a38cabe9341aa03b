import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reason } from '#features/people/domain/index.ts';
import { standingReasons, type LastTouch, type ReasonAnswer } from './index.ts';

const silent: Reason = {
  kind: 'purchases.silent',
  occasion: '2026-01-10',
  cost: 500,
  stake: 500,
  factors: [],
  evidence: {},
  action: 'call',
  minutes: 10,
  sinceOn: '2026-02-20',
};
const promised: Reason = {
  kind: 'promises.due',
  occasion: 'p1',
  cost: 900,
  stake: 900,
  factors: [],
  evidence: {},
  action: 'keep_promise',
  minutes: 15,
};
const nothing: LastTouch = { contactOn: null, fromUsOn: null, attemptOn: null };

const snoozed = (untilOn: string): ReasonAnswer => ({ kind: silent.kind, occasion: silent.occasion, answer: 'snoozed', untilOn });
const declined: ReasonAnswer = { kind: silent.kind, occasion: silent.occasion, answer: 'declined', untilOn: null };
const kindsOn = (day: string, answers: readonly ReasonAnswer[] = [], touch = nothing) =>
  standingReasons([silent, promised], answers, touch, day).map(({ kind }) => kind);

test('a reason nobody has answered stands', () => {
  expect(kindsOn('2026-03-02')).toEqual(['purchases.silent', 'promises.due']);
});

describe('a snoozed reason', () => {
  test('is away until its day and back on it', () => {
    expect(kindsOn('2026-03-02', [snoozed('2026-03-03')])).toEqual(['promises.due']);
    expect(kindsOn('2026-03-03', [snoozed('2026-03-03')])).toEqual(['purchases.silent', 'promises.due']);
  });

  test('does not hide what arises in the meantime', () => {
    const other = { ...silent, occasion: '2026-03-01' };
    expect(standingReasons([other], [snoozed('2026-04-01')], nothing, '2026-03-02')).toEqual([other]);
  });
});

describe('a declined reason', () => {
  test('never comes back for the same occasion', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), (days) => {
        const day = Temporal.PlainDate.from('2026-03-02').add({ days }).toString();
        expect(kindsOn(day, [declined])).toEqual(['promises.due']);
      }),
    );
  });

  test('is a new reason on a new occasion', () => {
    const again = { ...silent, occasion: '2026-06-01', sinceOn: '2026-07-01' };
    expect(standingReasons([again], [declined], nothing, '2026-07-02')).toEqual([again]);
  });
});

describe('a conversation', () => {
  test('settles what arose before it, for a month', () => {
    const touch = { ...nothing, contactOn: '2026-03-01' };
    expect(kindsOn('2026-03-02', [], touch)).toEqual(['promises.due']);
    expect(kindsOn('2026-03-30', [], touch)).toEqual(['promises.due']);
    expect(kindsOn('2026-03-31', [], touch)).toEqual(['purchases.silent', 'promises.due']);
  });

  test('on the day a reason arises settles it too', () => {
    expect(kindsOn('2026-02-20', [], { ...nothing, contactOn: '2026-02-20' })).toEqual(['promises.due']);
  });

  test('before a reason arose says nothing about it', () => {
    expect(kindsOn('2026-03-02', [], { ...nothing, contactOn: '2026-02-19', fromUsOn: '2026-02-19' })).toEqual([
      'purchases.silent',
      'promises.due',
    ]);
  });

  test('does not keep a promise', () => {
    expect(kindsOn('2026-03-02', [], { contactOn: '2026-03-02', fromUsOn: '2026-03-02', attemptOn: '2026-03-02' })).toEqual([
      'promises.due',
    ]);
  });
});

test('a message that went out gives them a week to answer', () => {
  const touch = { ...nothing, fromUsOn: '2026-03-01' };
  expect(kindsOn('2026-03-07', [], touch)).toEqual(['promises.due']);
  expect(kindsOn('2026-03-08', [], touch)).toEqual(['purchases.silent', 'promises.due']);
});

test('an attempt that reached nobody was enough for the day', () => {
  const touch = { ...nothing, attemptOn: '2026-03-02' };
  expect(kindsOn('2026-03-02', [], touch)).toEqual(['promises.due']);
  expect(kindsOn('2026-03-03', [], touch)).toEqual(['purchases.silent', 'promises.due']);
});
