import { textIn } from '#kit/domain/blanks.ts';
import type { AutomationAction } from '#kit/server/automation.ts';
import { changeCustomer } from '../actions.ts';

export const setOwner: AutomationAction = {
  id: 'set_owner',
  right: 'workWithCustomers',
  blanks: [{ id: 'to', kind: 'colleague', parts: [], whoWorks: true }],
  run: async (tx, { now, who, customer, filled }) =>
    await changeCustomer(tx, now, who.colleague, customer, { ownerId: textIn(filled, 'to') }),
};
