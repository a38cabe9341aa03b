import { expect, test } from 'vitest';
import { withoutReasons } from './without-reasons.ts';

const reason = (kind: string) => ({ kind, occasion: '1' });
const today = {
  day: '2026-03-02',
  entries: [
    { customer: { id: 'maria' }, reasons: [reason('silent'), reason('anniversary')] },
    { customer: { id: 'nikos' }, reasons: [reason('silent')] },
  ],
};

const left = (customer: string, ...kinds: string[]) =>
  withoutReasons(today, customer, kinds.map(reason)).entries.map((entry) => [entry.customer.id, entry.reasons.map(({ kind }) => kind)]);

test('who has a reason left stays on the list with it', () => {
  expect(left('maria', 'silent')).toEqual([
    ['maria', ['anniversary']],
    ['nikos', ['silent']],
  ]);
});

test('who has none left leaves it', () => {
  expect(left('maria', 'silent', 'anniversary')).toEqual([['nikos', ['silent']]]);
});

test('the same reason of somebody else is untouched', () => {
  expect(left('petros', 'silent').length).toBe(2);
});
