import { expect, test } from 'vitest';
import { draftOfWritten, dueWritten, isElsewhere, momentOf, toggleWindow, withMoment } from './due-draft.ts';

test('a moment is sent as the customer’s clocks show it, with their place', () => {
  expect(dueWritten({ at: '2026-03-06T10:00' }, 'Asia/Tehran')).toEqual({ dueAt: '2026-03-06T10:00:00', timeZone: 'Asia/Tehran' });
  expect(dueWritten({ at: '2026-10-25T03:30', from: '2026-10-25T01:00', clock: 'later' }, 'Europe/Athens')).toEqual({
    dueAt: '2026-10-25T03:30:00',
    dueFrom: '2026-10-25T01:00:00',
    timeZone: 'Europe/Athens',
    clock: 'later',
  });
});

test('a moment becomes a window of three hours, and one moment again', () => {
  const window = toggleWindow({ at: '2026-03-06T12:00' }, true);
  expect(window).toEqual({ at: '2026-03-06T12:00', from: '2026-03-06T09:00' });
  expect(toggleWindow(window, false)).toEqual({ at: '2026-03-06T12:00' });
  expect(toggleWindow({ at: null }, true)).toEqual({ at: null, from: null });
});

test('it is known which moments clocks skip or show twice', () => {
  expect(momentOf(null, 'Europe/Athens')).toBeNull();
  expect(momentOf('2026-03-29T03:30', 'Europe/Athens')).toMatchObject({ shown: 'never' });
  expect(momentOf('2026-10-25T03:30', 'Europe/Athens')).toMatchObject({ shown: 'twice' });
});

test('another moment keeps the length of the window', () => {
  expect(withMoment({ at: '2026-03-06T12:00', from: '2026-03-06T10:00' }, '2026-03-07T17:00')).toEqual({
    at: '2026-03-07T17:00',
    from: '2026-03-07T15:00',
  });
  expect(withMoment({ at: null, from: null }, '2026-03-06T12:00')).toEqual({ at: '2026-03-06T12:00', from: '2026-03-06T09:00' });
  expect(withMoment({ at: null }, '2026-03-06T12:00')).toEqual({ at: '2026-03-06T12:00' });
});

test('what was written is filled in once more as it was', () => {
  for (const draft of [
    { at: '2026-03-06T12:00' },
    { at: '2026-03-06T12:00', from: '2026-03-06T09:00' },
    { at: '2026-10-25T03:30', clock: 'later' as const },
    { at: null },
  ])
    expect(draftOfWritten(dueWritten(draft, 'Europe/Athens'))).toEqual(draft);
});

test('a place of another name whose clocks show the same is not elsewhere', () => {
  const at = Temporal.Instant.from('2026-03-06T10:00:00Z');
  expect(isElsewhere('Europe/Sofia', 'Europe/Athens', at)).toBe(false);
  expect(isElsewhere('Asia/Tehran', 'Europe/Athens', at)).toBe(true);
});
