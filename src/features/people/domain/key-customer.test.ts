import { expect, test } from 'vitest';
import { readKeyListing } from './index.ts';

const today = Temporal.PlainDate.from('2026-03-02');
const on = (day: string) => Temporal.PlainDate.from(day);

test('a key customer has a written reason and a day to look again', () => {
  expect(readKeyListing({ reason: ' Brings   half the street ', reviewOn: on('2026-09-01') }, today)).toEqual({
    ok: true,
    value: { reason: 'Brings half the street', reviewOn: on('2026-09-01') },
  });
});

test.each([
  ['  ', '2026-09-01', 'key_customer.reason_missing'],
  ['loyal', '2026-03-02', 'key_customer.review_in_past'],
  ['loyal', '2025-09-01', 'key_customer.review_in_past'],
  ['loyal', '2028-03-20', 'key_customer.review_too_far'],
])('"%s" until %s is refused: %s', (reason, day, code) => {
  expect(readKeyListing({ reason, reviewOn: on(day) }, today)).toMatchObject({ ok: false, failure: { code } });
});
