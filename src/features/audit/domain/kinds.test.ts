import { expect, test } from 'vitest';
import { groupOf } from './index.ts';

test.each([
  ['fact.looked_at', 'looks'],
  ['fact.corrected', 'customers'],
  ['access.signed_in', 'sign_ins'],
  ['access.sign_in_failed', 'sign_ins'],
  ['access.role_changed', 'rights'],
  ['access.colleague_invited', 'rights'],
  ['access.preferences_changed', 'settings'],
  ['cadence.settings_changed', 'settings'],
  ['customers.exported', 'exports'],
  ['audit.exported', 'exports'],
  ['personal_data.erased', 'personal_data'],
  ['customer.changed', 'customers'],
  ['promise.kept', 'work'],
])('%s is looked for among %s', (kind, group) => {
  expect(groupOf(kind)).toBe(group);
});
