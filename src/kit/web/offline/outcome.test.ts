import { expect, test } from 'vitest';
import { outcomeOf } from './outcome.ts';

test('what was answered well is done', () => {
  expect([200, 204].map((status) => outcomeOf(status, '', 1))).toEqual(['sent', 'sent']);
});

test('what the server refuses is kept for correction, and the others go on', () => {
  for (const status of [400, 403, 404, 409, 410, 413, 422]) expect(outcomeOf(status, 'promise.due_in_past', 1)).toBe('refused');
});

test('without an answer everything waits, however often it was tried', () => {
  for (const status of [0, 502, 503, 504]) expect(outcomeOf(status, '', 99)).toBe('wait');
});

test('whoever has to sign in first, or asked too often, waits', () => {
  expect([401, 429].map((status) => outcomeOf(status, 'session.required', 7))).toEqual(['wait', 'wait']);
});

test('what somebody else wrote on this device stays for them', () => {
  expect(outcomeOf(409, 'session.another', 1)).toBe('skip');
});

test('an entry over which the server stumbles again and again no longer holds up those after it', () => {
  expect([1, 4, 5].map((tries) => outcomeOf(500, 'server.failed', tries))).toEqual(['wait', 'wait', 'refused']);
});
