import { expect, test } from 'vitest';
import { readDecline, readSnooze } from './index.ts';

const today = Temporal.PlainDate.from('2026-03-02');
const silent = { action: 'call' } as const;
const promised = { action: 'keep_promise' } as const;

test('a reason is snoozed until a later day, within a year', () => {
  expect(readSnooze([silent], today.add({ days: 1 }), today)).toMatchObject({ ok: true });
  expect(readSnooze([silent], today, today)).toMatchObject({ ok: false, failure: { code: 'today.snooze_in_past', field: 'untilOn' } });
  expect(readSnooze([silent], today.add({ days: 367 }), today)).toMatchObject({ ok: false, failure: { code: 'today.snooze_too_far' } });
});

test('a no has a reason of its own', () => {
  expect(readDecline([silent], '  moved\nabroad ')).toEqual({ ok: true, value: 'moved abroad' });
  expect(readDecline([silent], ' \u0000 ')).toMatchObject({ ok: false, failure: { code: 'today.why_missing', field: 'why' } });
});

test('our word can neither be put off quietly nor declined', () => {
  expect(readSnooze([silent, promised], today.add({ days: 1 }), today)).toMatchObject({ failure: { code: 'today.promise_not_snoozed' } });
  expect(readDecline([silent, promised], 'too busy')).toMatchObject({ failure: { code: 'today.promise_not_declined' } });
});
