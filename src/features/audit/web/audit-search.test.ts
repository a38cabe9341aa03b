import { expect, test } from 'vitest';
import { auditSearch } from './audit-search.ts';

const id = '01997d5e-0000-7000-8000-000000000001';

test('what is looked for stands in the address, and what cannot be read is left out', () => {
  expect(auditSearch({ group: 'looks', colleague: id, from: '2026-03-01' })).toEqual({ group: 'looks', colleague: id, from: '2026-03-01' });
  expect(auditSearch({ group: 'nobody', colleague: 'x', customer: '../..', from: 'yesterday', until: '2026' })).toEqual({});
});
