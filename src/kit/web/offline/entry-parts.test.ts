import { expect, test } from 'vitest';
import { partAt, textIn, withPart } from './entry-parts.ts';

const about = { what: 'conversations.said.call_out', customer: { id: 'maria', name: 'Maria' } };
const promises = [{ what: 'call', dueAt: '2026-03-06T15:00:00' }, { what: 'write' }];
const logged = { body: { touchpoint: { kind: 'call', summary: 'called' }, promises }, about: { ...about, text: 'touchpoint.summary' } };

test('what was typed is found wherever it stands in what will be sent', () => {
  expect(textIn(logged)).toBe('called');
  expect(textIn({ body: undefined, about })).toBeNull();
  expect(textIn({ body: {}, about: { ...about, text: 'touchpoint.summary' } })).toBeNull();
  expect(partAt(logged.body, 'promises.0.dueAt')).toBe('2026-03-06T15:00:00');
  expect(partAt(logged.body, '')).toBe(logged.body);
});

test('correcting a part leaves everything else as it was', () => {
  expect(withPart(logged.body, 'touchpoint.summary', 'called twice')).toEqual({
    touchpoint: { kind: 'call', summary: 'called twice' },
    promises,
  });
  expect(withPart(logged.body, 'promises.0', { what: 'ring' })).toEqual({
    ...logged.body,
    promises: [{ what: 'ring' }, { what: 'write' }],
  });
  expect(withPart({ what: 'call' }, '', { what: 'ring' })).toEqual({ what: 'ring' });
  expect(textIn(logged)).toBe('called');
});
