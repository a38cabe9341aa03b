import { describe, expect, test } from 'vitest';
import { changeGoal, circumstanceChanged, isChangedSince, keyReviewDue, readGoal, reviewDue } from '../index.ts';

const today = Temporal.PlainDate.from('2026-03-02');
const at = (moment: string) => Temporal.Instant.from(moment);

describe('a goal', () => {
  test('is looked at again in three months, unless somebody says otherwise', () => {
    expect(readGoal({ wish: ' Open a second café ' }, today)).toEqual({
      ok: true,
      value: { wish: 'Open a second café', help: null, sign: null, reviewOn: Temporal.PlainDate.from('2026-06-02') },
    });
  });

  test.each([
    [{ wish: ' ' }, 'goal.wish_missing'],
    [{ wish: 'a', help: 'x'.repeat(501) }, 'goal.text_too_long'],
    [{ wish: 'a', reviewOn: today }, 'goal.review_in_past'],
    [{ wish: 'a', reviewOn: today.add({ years: 3 }) }, 'goal.review_too_far'],
  ])('%o is refused', (told, code) => {
    expect(readGoal(told, today)).toMatchObject({ ok: false, failure: { code } });
  });

  test('whose day of review has come can be changed without naming a new one', () => {
    const before = { wish: 'a', help: 'b', sign: null, reviewOn: today.subtract({ days: 3 }) };
    expect(changeGoal(before, { help: 'c' }, today)).toMatchObject({
      ok: true,
      value: { wish: 'a', help: 'c', reviewOn: today.add({ months: 3 }) },
    });
  });

  test('should be thought through when a circumstance changed since, or its day has come', () => {
    const goal = { reviewOn: Temporal.PlainDate.from('2026-06-01') };
    expect(isChangedSince(at('2026-03-01T10:00:00Z'), at('2026-03-01T10:00:00Z'))).toBe(false);
    expect(isChangedSince(at('2026-03-01T10:00:00Z'), at('2026-03-01T10:00:01Z'))).toBe(true);
    expect(reviewDue(goal, false, today)).toBeNull();
    expect(reviewDue(goal, true, today)).toBe('circumstance');
    expect(reviewDue(goal, false, Temporal.PlainDate.from('2026-06-01'))).toBe('day');
  });
});

describe('a circumstance that changed', () => {
  const change = {
    fact: 'f1',
    changedAt: at('2026-03-01T10:00:00Z'),
    changedOn: Temporal.PlainDate.from('2026-03-01'),
    wishes: ['Open a second café', 'Learn latte art'],
    stake: 50_000,
  } as const;

  test('says what changed and which goal it may touch', () => {
    expect(circumstanceChanged({ ...change, text: 'Moved to Patras' })).toMatchObject({
      cost: 1000,
      evidence: { circumstance: 'Moved to Patras', isTold: 'yes', changedOn: '2026-03-01', wish: 'Open a second café', more: 1 },
    });
  });

  test('does not say what is too sensitive for a list', () => {
    expect(circumstanceChanged({ ...change, text: null }).evidence).toMatchObject({ circumstance: '', isTold: 'no' });
  });

  test('is another occasion when it changes again', () => {
    const again = circumstanceChanged({ ...change, text: null, changedAt: at('2026-03-02T10:00:00Z') });
    expect(again.occasion).not.toBe(circumstanceChanged({ ...change, text: null }).occasion);
  });
});

test('a key customer is looked at again from the day of the review on, and it presses more after a month', () => {
  const review = { reason: 'Brings half the street', reviewOn: Temporal.PlainDate.from('2026-03-02'), stake: 10_000 };
  expect(keyReviewDue({ ...review, day: Temporal.PlainDate.from('2026-03-01') })).toBeUndefined();
  expect(keyReviewDue({ ...review, day: today })).toMatchObject({ occasion: '2026-03-02', cost: 50, action: 'review' });
  expect(keyReviewDue({ ...review, day: today.add({ days: 40 }) })).toMatchObject({ occasion: '2026-03-02', cost: 100 });
});
