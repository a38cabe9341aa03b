import { textIn } from '#kit/domain/blanks.ts';
import type { Trigger } from '#kit/server/automation.ts';

export const customerTagged: Trigger = {
  id: 'customer_tagged',
  event: 'customer.tagged',
  blanks: [{ id: 'tag', kind: 'tag' }],
  fits: ({ given }, filled) => Array.isArray(given) && given.includes(textIn(filled, 'tag')),
};
