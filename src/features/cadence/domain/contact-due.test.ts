import { expect, test } from 'vitest';
import { contactDue, underTheFloor, type DueContact } from './index.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const due: DueContact = {
  by: 'stage',
  purpose: 'ask how the grinder runs',
  everyDays: 30,
  dueOn: day('2026-03-01'),
  latestOn: day('2026-03-11'),
  plannedOn: day('2026-03-02'),
  heardOn: day('2026-01-30'),
  attempts: 0,
  suggested: { channel: 'call', because: 'usual' },
  standIn: undefined,
  day: day('2026-03-02'),
  stake: 100_000,
};

test('a talk that is due says since when, how often, how and what for', () => {
  expect(contactDue(due)).toMatchObject({
    kind: 'cadence.due',
    occasion: '2026-03-01',
    sinceOn: '2026-03-02',
    evidence: { by: 'stage', purpose: 'ask how the grinder runs', everyDays: 30, heard: 'yes', days: 31, lastOn: '2026-01-30', late: 'no' },
    action: 'call',
    minutes: 10,
  });
});

test('waiting costs more the later it gets, up to a bound', () => {
  const costOn = (iso: string) => contactDue({ ...due, day: day(iso) }).cost;
  expect(costOn('2026-03-01')).toBeCloseTo(500);
  expect(costOn('2026-03-11')).toBeCloseTo(1500);
  expect(costOn('2026-12-01')).toBeCloseTo(2500);
});

test('whoever stands in is the one to act', () => {
  expect(contactDue(due)).not.toHaveProperty('colleague');
  expect(contactDue({ ...due, standIn: 'petra' })).toMatchObject({ colleague: 'petra' });
});

test('who is under the floor is a reason of its own, however large or small', () => {
  const since = (iso: string) => underTheFloor({ ...due, day: day('2026-03-02') }, 180, day(iso));
  expect(since('2025-09-03')).toBeUndefined();
  expect(since('2025-09-02')).toMatchObject({ kind: 'cadence.floor', evidence: { days: 181, floorDays: 180 }, sinceOn: '2026-03-02' });
  expect(since('2020-01-01')?.cost).toBeCloseTo(3000);
});
