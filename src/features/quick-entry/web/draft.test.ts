import { expect, test } from 'vitest';
import { draftOf, missingIn, toSave, unchanged, type Reading } from './draft.ts';

const zone = 'Europe/Athens';
const maria = { id: '01890000-0000-7000-8000-000000000001', name: 'Maria' };
const reading: Reading = {
  named: 'Maria',
  customer: maria,
  candidates: [],
  timeZone: zone,
  touchpoint: { kind: 'call', direction: 'out', reached: null, minutes: 12, pulse: 4, summary: 'she prefers mornings' },
  promises: [{ what: 'send price list', dueAt: '2026-03-06T15:00:00', hasHour: true }],
  facts: [{ kind: 'preference', text: 'prefers mornings', sensitivity: 'ordinary' }],
};

test('a line is saved as it was read', () => {
  const draft = draftOf(reading, unchanged, zone);
  expect(draft.promises[0]?.due).toEqual({ at: '2026-03-06T15:00' });
  expect(missingIn(draft)).toBeNull();
  expect(toSave(draft)).toEqual({
    customerId: maria.id,
    touchpoint: { kind: 'call', direction: 'out', reached: true, minutes: 12, pulse: 4, summary: 'she prefers mornings' },
    promises: [{ what: 'send price list', dueAt: '2026-03-06T15:00:00', timeZone: zone }],
    facts: [{ kind: 'preference', text: 'prefers mornings', sensitivity: 'ordinary' }],
  });
});

test('what is set by hand stands, and what is left out is not saved', () => {
  const changes = {
    touchpoint: { pulse: 2 },
    promises: { 0: { what: 'send it', due: { at: '2026-03-09T10:00' } } },
    facts: { 0: { isLeft: true } },
  };
  expect(toSave(draftOf(reading, changes, zone))).toMatchObject({
    touchpoint: { pulse: 2, minutes: 12 },
    promises: [{ what: 'send it', dueAt: '2026-03-09T10:00:00', timeZone: zone }],
    facts: [],
  });
});

test('a promise without a moment cannot be saved, but it can be left out', () => {
  const undated = { ...reading, promises: [{ what: 'call back', dueAt: null, hasHour: false }] };
  expect(missingIn(draftOf(undated, unchanged, zone))).toBe('due');
  const without = draftOf(undated, { ...unchanged, promises: { 0: { isLeft: true } } }, zone);
  expect([missingIn(without), toSave(without).promises]).toEqual([null, []]);
});

test('a moment is sent as the clocks of the customer show it, and with which of two where it is said', () => {
  const there = { ...reading, timeZone: 'America/New_York', promises: [{ what: 'call', dueAt: '2026-11-01T01:30:00', hasHour: true }] };
  const written = { what: 'call', dueAt: '2026-11-01T01:30:00', timeZone: 'America/New_York' };
  expect(toSave(draftOf(there, unchanged, zone)).promises).toEqual([written]);
  const said = { ...unchanged, promises: { 0: { due: { at: '2026-11-01T01:30', clock: 'later' as const } } } };
  expect(toSave(draftOf(there, said, zone)).promises).toEqual([{ ...written, clock: 'later' }]);
});

test('a window that was read stays one', () => {
  const afternoon = {
    ...reading,
    promises: [{ what: 'call', dueAt: '2026-03-06T18:00:00', dueFrom: '2026-03-06T12:00:00', hasHour: true }],
  };
  expect(toSave(draftOf(afternoon, unchanged, zone)).promises).toMatchObject([
    { dueFrom: '2026-03-06T12:00:00', dueAt: '2026-03-06T18:00:00' },
  ]);
});

test('nobody is guessed: without a customer nothing is saved', () => {
  expect(missingIn(draftOf({ ...reading, customer: null }, unchanged, zone))).toBe('customer');
  expect(missingIn(draftOf({ ...reading, customer: null }, { ...unchanged, customer: maria }, zone))).toBeNull();
});
