import { expect, test } from 'vitest';
import { proofOf } from './proof.ts';

const event = {
  id: '0197f3c2-1d2e-7a3b-8c4d-5e6f70819293',
  kind: 'customer.made',
  happenedAt: Temporal.Instant.from('2026-03-02T08:00:00Z'),
  colleague: 'eleni',
  customer: 'maria',
  subject: null,
  via: null,
};
const written = (text: string) => text;

test('what was done in person is proved as it was before events said by what they were done', () => {
  expect(proofOf(written, 'shop', event, 'digest')).toBe(
    '["event","shop","0197f3c2-1d2e-7a3b-8c4d-5e6f70819293","customer.made","1772438400000000","eleni","maria",null,"digest"]',
  );
});

test('by what it was done is proved where it was not', () => {
  expect(proofOf(written, 'shop', { ...event, via: 'terminal' }, null)).toBe(
    '["event","shop","0197f3c2-1d2e-7a3b-8c4d-5e6f70819293","customer.made","1772438400000000","eleni","maria",null,null,"terminal"]',
  );
});
