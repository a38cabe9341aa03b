import { expect, test } from 'vitest';
import { dueWritten, momentOf, toggleWindow } from './due-draft.ts';

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
