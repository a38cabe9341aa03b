import { expect, test } from 'vitest';
import { textIn, withText } from './entry-text.ts';

const about = { what: 'conversations.said.call_out', customer: { id: 'maria', name: 'Maria' } };
const logged = { body: { touchpoint: { kind: 'call', summary: 'called' }, promises: [] }, about: { ...about, text: 'touchpoint.summary' } };

test('what was typed is found wherever it stands in what will be sent', () => {
  expect(textIn(logged)).toBe('called');
  expect(textIn({ body: undefined, about })).toBeNull();
  expect(textIn({ body: {}, about: { ...about, text: 'touchpoint.summary' } })).toBeNull();
});

test('correcting the words leaves everything else as it was', () => {
  expect(withText(logged, 'called twice')).toEqual({ touchpoint: { kind: 'call', summary: 'called twice' }, promises: [] });
  expect(textIn(logged)).toBe('called');
});
