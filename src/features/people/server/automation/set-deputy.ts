import { textIn } from '#kit/domain/blanks.ts';
import type { AutomationAction } from '#kit/server/automation.ts';
import { changeCustomer } from '../actions.ts';

export const setDeputy: AutomationAction = {
  id: 'set_deputy',
  right: 'workWithCustomers',
  blanks: [{ id: 'to', kind: 'colleague', parts: [], whoWorks: true }],
  run: async (tx, { now, who, customer, filled }) =>
    await changeCustomer(tx, now, who.colleague, customer, { deputyId: textIn(filled, 'to') }),
};
