import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentThere, readDue } from './index.ts';

const athens = 'Europe/Athens';
const local = (text: string) => Temporal.PlainDateTime.from(text);
const read = (at: string, more: { from?: string; clock?: 'earlier' | 'later' } = {}, zone = athens) => {
  const due = readDue({ at, ...more }, zone);
  return due.ok ? [due.value.from?.toString() ?? null, due.value.at.toString()] : due.failure;
};

describe('by when', () => {
  test('is told with its offset, or as clocks show it where the customer is', () => {
    expect(read('2026-03-06T10:00:00+02:00')).toEqual([null, '2026-03-06T08:00:00Z']);
    expect(read('2026-03-06T10:00')).toEqual([null, '2026-03-06T08:00:00Z']);
    expect(read('2026-03-06T10:00', {}, 'America/New_York')).toEqual([null, '2026-03-06T15:00:00Z']);
    expect(read('2026-03-06T12:00', { from: '2026-03-06T09:00' })).toEqual(['2026-03-06T07:00:00Z', '2026-03-06T10:00:00Z']);
    expect(read('on Friday')).toMatchObject({ code: 'promise.due_unreadable', field: 'dueAt' });
  });

  test('is refused where clocks skip it, with the nearest before and after', () => {
    expect(read('2026-03-29T03:30')).toMatchObject({
      code: 'promise.due_in_gap',
      field: 'dueAt',
      values: { time: '03:30', before: '02:59', after: '04:00' },
    });
    expect(read('2026-03-29T12:00', { from: '2026-03-29T03:00' })).toMatchObject({ code: 'promise.due_in_gap', field: 'dueFrom' });
    expect(read('2026-03-29T03:30', { clock: 'later' })).toMatchObject({ code: 'promise.due_in_gap' });
  });

  test('is asked for where clocks show it twice', () => {
    expect(read('2026-10-25T03:30')).toMatchObject({
      code: 'promise.due_twice',
      values: { time: '03:30', earlier: '+03:00', later: '+02:00' },
    });
    expect(read('2026-10-25T03:30', { clock: 'earlier' })).toEqual([null, '2026-10-25T00:30:00Z']);
    expect(read('2026-10-25T03:30', { clock: 'later' })).toEqual([null, '2026-10-25T01:30:00Z']);
  });

  test('in a gap of half an hour as of an hour', () => {
    expect(momentThere(local('2026-10-04T02:15'), 'Australia/Lord_Howe')).toMatchObject({
      shown: 'never',
      before: local('2026-10-04T01:59'),
      after: local('2026-10-04T02:30'),
    });
  });

  test('is shown by the clocks that it was read on, whenever and wherever they show it', () => {
    const zone = fc.constantFrom(athens, 'Asia/Tehran', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Yerevan');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 800 }), zone, (minutes, timeZone) => {
        const wanted = local('2026-01-01T00:00').add({ minutes });
        const there = momentThere(wanted, timeZone);
        const shows = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(timeZone).toPlainDateTime().equals(wanted);
        if (there.shown === 'once') expect(shows(there.at)).toBe(true);
        if (there.shown === 'twice') {
          expect([shows(there.earlier.toInstant()), shows(there.later.toInstant())]).toEqual([true, true]);
          expect(Temporal.Instant.compare(there.earlier.toInstant(), there.later.toInstant())).toBe(-1);
        }
        if (there.shown === 'never') {
          expect(Temporal.PlainDateTime.compare(there.before, wanted)).toBe(-1);
          expect(Temporal.PlainDateTime.compare(there.after, wanted)).toBe(1);
        }
      }),
    );
  });
});
