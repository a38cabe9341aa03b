import { expect, test } from 'vitest';
import { noticePromises } from '../../domain/index.ts';
import { asGiven, isWhole, openSuggestions, stillSaid } from './suggestions.ts';

const now = Temporal.PlainDateTime.from('2026-11-18T11:20');
const suggest = (text: string, settled: readonly string[] = []) => openSuggestions(noticePromises(text, now), settled);

test('what is promised while one writes is suggested with its window', () => {
  expect(suggest("I'll call you back on Tuesday afternoon")).toEqual([
    { said: 'call you back', what: 'call you back', due: { from: '2026-11-24T12:00', at: '2026-11-24T18:00' } },
  ]);
});

test('what was left does not come back while one goes on writing it', () => {
  expect(suggest("I'll call you back about the lamp", ['call you back'])).toEqual([]);
  expect(suggest("I'll call", ['call you back'])).toEqual([]);
  expect(suggest("I'll call you back. I'll send the list on Friday", ['call you back']).map(({ what }) => what)).toEqual(['send the list']);
});

test('deleting the words takes back the promise that was accepted', () => {
  const [accepted] = suggest("I'll send the list by Friday");
  const all = accepted ? [accepted] : [];
  expect(stillSaid(all, "I'll send the new list by Friday morning")).toEqual(all);
  expect(stillSaid(all, 'talked about the weather')).toEqual([]);
});

test('without a moment it cannot be given yet', () => {
  const [open] = suggest("I'll send the list");
  expect(open && isWhole(open)).toBe(false);
  expect(open && isWhole({ ...open, due: { at: '2026-11-20T17:00' } })).toBe(true);
  expect(open && asGiven([{ ...open, due: { at: '2026-11-20T17:00' } }], 'Europe/Athens')).toEqual([
    { what: 'send the list', dueAt: '2026-11-20T17:00:00', timeZone: 'Europe/Athens' },
  ]);
});
