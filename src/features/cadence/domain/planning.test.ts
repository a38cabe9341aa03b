import { describe, expect, test } from 'vitest';
import { dayNumberOf, planWindow, readAbsence, readWorkingWeek, stillHolds, weekdayOf, workingCalendar, type Absence } from './index.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const number = (iso: string) => dayNumberOf(day(iso));
const today = number('2026-03-02');
const shopWeek = { weekdays: [1, 2, 3, 4, 5], fromTime: '09:00', untilTime: '17:00' };

const away = (colleague: string, fromOn: string, untilOn: string, standIn: string | null = null): Absence => ({
  colleague,
  fromOn: day(fromOn),
  untilOn: day(untilOn),
  standIn,
});

function calendar(...absences: Absence[]) {
  const holidays = new Set([number('2026-03-25')]);
  const weeks = new Map([['nikos', { ...shopWeek, weekdays: [2, 3, 4, 5, 6] }]]);
  return workingCalendar({ today, days: 400, week: shopWeek, weeks, holidays, absences, lastResort: 'eleni' });
}

const contact = (dueOn: string, latestOn: string) => ({
  customer: 'maria',
  owner: 'nikos',
  deputy: 'petra',
  dueOn: number(dueOn),
  latestOn: number(latestOn),
  quiet: [],
});

describe('workdays', () => {
  test('are those of the week, of one’s own where one has one, without public holidays and absences', () => {
    expect(weekdayOf(number('2026-03-02'))).toBe(1);
    const { works } = calendar(away('eleni', '2026-03-05', '2026-03-06'));
    expect(['2026-03-02', '2026-03-07', '2026-03-25', '2026-03-05', '2026-03-09'].map((on) => works('eleni', number(on)))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
    expect(['2026-03-02', '2026-03-07', '2026-03-25'].map((on) => works('nikos', number(on)))).toEqual([false, true, false]);
  });

  test('a week without one is refused, since nothing would ever be planned', () => {
    expect(readWorkingWeek({ ...shopWeek, weekdays: [] })).toMatchObject({ failure: { code: 'working_week.no_day', field: 'weekdays' } });
    expect(readWorkingWeek({ ...shopWeek, untilTime: '09:00' })).toMatchObject({ failure: { code: 'working_week.ends_before_it_begins' } });
    expect(readWorkingWeek({ ...shopWeek, weekdays: [5, 1, 5] })).toMatchObject({ value: { weekdays: [1, 5] } });
  });
});

test.each([
  ['that ends before it begins', away('nikos', '2026-03-10', '2026-03-09'), 'absence.ends_before_it_begins'],
  ['that is over', away('nikos', '2026-02-10', '2026-02-20'), 'absence.in_past'],
  ['longer than a year', away('nikos', '2026-03-10', '2027-03-11'), 'absence.too_long'],
  ['in which one stands in for oneself', away('nikos', '2026-03-10', '2026-03-11', 'nikos'), 'absence.stands_in_for_oneself'],
  ['that overlaps another', away('nikos', '2026-03-10', '2026-04-01'), 'absence.overlaps'],
])('an absence %s is refused', (_, told, code) => {
  expect(readAbsence(told, day('2026-03-02'), [away('nikos', '2026-04-01', '2026-04-05')])).toMatchObject({ failure: { code } });
});

describe('a talk', () => {
  test('is planned between the ideal and the latest day, with who answers for the customer', () => {
    expect(planWindow(contact('2026-03-10', '2026-03-20'), calendar(), today)).toEqual({
      colleague: 'nikos',
      from: number('2026-03-10'),
      until: number('2026-03-20'),
    });
  });

  test('that is late is planned within four weeks', () => {
    expect(planWindow(contact('2026-01-10', '2026-01-20'), calendar(), today)).toEqual({
      colleague: 'nikos',
      from: today,
      until: number('2026-03-29'),
      lateSince: number('2026-01-20'),
    });
  });

  test('stays with its owner while an absence leaves a day for it', () => {
    expect(planWindow(contact('2026-03-10', '2026-03-20'), calendar(away('nikos', '2026-03-09', '2026-03-19')), today).colleague).toBe(
      'nikos',
    );
  });

  test('goes to the stand-in, else the deputy, else the owner of the workspace, where it leaves none', () => {
    const window = contact('2026-03-10', '2026-03-20');
    const absent = away('nikos', '2026-03-09', '2026-03-31');
    expect(planWindow(window, calendar({ ...absent, standIn: 'iris' }), today).colleague).toBe('iris');
    expect(planWindow(window, calendar(absent), today).colleague).toBe('petra');
    expect(planWindow({ ...window, deputy: null }, calendar(absent), today).colleague).toBe('eleni');
    expect(planWindow(window, calendar(absent, away('petra', '2026-03-01', '2026-04-10')), today).colleague).toBe('eleni');
  });

  test('waits until its owner is back where nobody is there', () => {
    const all = ['nikos', 'petra', 'eleni'].map((one) => away(one, '2026-03-09', '2026-03-31'));
    expect(planWindow(contact('2026-03-10', '2026-03-20'), calendar(...all), today)).toEqual({
      colleague: 'nikos',
      from: number('2026-04-01'),
      until: number('2026-04-07'),
    });
  });

  test('keeps out of a quiet time: before it where there is room, else after it', () => {
    const quiet = (fromOn: string, untilOn: string) => [{ fromOn: day(fromOn), untilOn: day(untilOn), yearly: false }];
    const window = contact('2026-03-10', '2026-03-20');
    expect(planWindow({ ...window, quiet: quiet('2026-03-13', '2026-04-13') }, calendar(), today)).toMatchObject({
      from: number('2026-03-10'),
      until: number('2026-03-12'),
    });
    expect(planWindow({ ...window, quiet: quiet('2026-03-01', '2026-04-13') }, calendar(), today)).toMatchObject({
      from: number('2026-04-14'),
      until: number('2026-04-20'),
    });
  });
});

describe('a plan made before', () => {
  const plan = (by: string, on: string) => ({ owner: 'nikos', by, on: number(on) });

  test('holds while its day is a workday, and while it is only not done yet', () => {
    expect(stillHolds(plan('nikos', '2026-03-10'), calendar(), today)).toBe(true);
    expect(stillHolds(plan('nikos', '2026-02-25'), calendar(), today)).toBe(true);
  });

  test('is made anew where an absence came in between, and when who was away is back', () => {
    const absent = calendar(away('nikos', '2026-03-01', '2026-03-11'));
    expect(stillHolds(plan('nikos', '2026-03-10'), absent, today)).toBe(false);
    expect(stillHolds(plan('nikos', '2026-02-25'), absent, today)).toBe(false);
    expect(stillHolds(plan('petra', '2026-02-25'), absent, today)).toBe(true);
    expect(stillHolds(plan('petra', '2026-03-10'), calendar(), today)).toBe(false);
    expect(stillHolds(plan('petra', '2026-02-25'), calendar(), today)).toBe(false);
  });

  test('is made anew when the customer has another owner', () => {
    expect(stillHolds({ ...plan('nikos', '2026-03-10'), owner: 'iris' }, calendar(), today)).toBe(false);
  });
});
