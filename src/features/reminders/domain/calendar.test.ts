import { expect, test } from 'vitest';
import { entryOfPromise, entryOfTalk } from './calendar.ts';

const at = (text: string) => Temporal.Instant.from(text);
const promise = {
  id: '01890000-0000-7000-8000-000000000001',
  what: 'Send the invoice',
  customer: 'Maria',
  dueFrom: null,
  dueAt: at('2026-03-06T10:00:00Z'),
  happenedAt: [at('2026-03-02T08:00:00Z')],
};

test('a promise by a moment ends at that moment', () => {
  const { time } = entryOfPromise(promise);
  expect(time).toEqual({ from: at('2026-03-06T09:30:00Z'), until: at('2026-03-06T10:00:00Z') });
});

test('a window is shown as the window it is', () => {
  const { time } = entryOfPromise({ ...promise, dueFrom: at('2026-03-06T07:00:00Z') });
  expect(time).toEqual({ from: at('2026-03-06T07:00:00Z'), until: promise.dueAt });
});

test('more time makes it a later version of the same entry, not another one', () => {
  const later = { ...promise, dueAt: at('2026-03-09T10:00:00Z'), happenedAt: [...promise.happenedAt, at('2026-03-05T08:00:00Z')] };
  const [before, after] = [entryOfPromise(promise), entryOfPromise(later)];
  expect(after.uid).toBe(before.uid);
  expect(after.sequence).toBeGreaterThan(before.sequence);
  expect(after.changedAt).toEqual(at('2026-03-05T08:00:00Z'));
});

test('a talk that is planned for another day is another entry', () => {
  const customer = { id: promise.id, name: 'Maria' };
  const since = at('2026-03-01T08:00:00Z');
  const uids = ['2026-03-04', '2026-03-05'].map((on) => entryOfTalk({ customer, on: Temporal.PlainDate.from(on) }, since).uid);
  expect(new Set(uids).size).toBe(2);
});
