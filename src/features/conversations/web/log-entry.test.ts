import { expect, test } from 'vitest';
import { readQuickEntry } from '../domain/index.ts';
import { entryOf } from './log-entry.ts';

const zone = 'Europe/Athens';

test('a line is logged as it reads', () => {
  expect(entryOf(readQuickEntry('called 12 min, prefers mornings :4'), {}, zone)).toEqual({
    kind: 'call',
    direction: 'out',
    reached: true,
    minutes: 12,
    pulse: 4,
    summary: 'prefers mornings',
  });
});

test('a line that does not say what happened is a note', () => {
  expect(entryOf(readQuickEntry('prefers mornings'), {}, zone)).toMatchObject({ kind: 'note', summary: 'prefers mornings' });
});

test('what is set by hand stands whatever the line says', () => {
  const entry = entryOf(
    readQuickEntry('called 12 min :4'),
    { kind: 'visit', direction: 'in', minutes: null, pulse: 2, at: '2026-03-02T09:30' },
    zone,
  );
  expect(entry).toMatchObject({ kind: 'visit', direction: 'in', minutes: null, pulse: 2, at: '2026-03-02T07:30:00Z' });
});

test('whoever was not reached has no pulse to read', () => {
  expect(entryOf(readQuickEntry('called :4'), { reached: false }, zone)).toMatchObject({ reached: false, pulse: null });
});
