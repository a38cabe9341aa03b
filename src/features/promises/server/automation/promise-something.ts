import { colleagueOf } from '#features/people/server/index.ts';
import { numberIn, textIn } from '#kit/domain/blanks.ts';
import type { AutomationAction } from '#kit/server/automation.ts';
import { givePromise } from '../actions.ts';

/** Whoever the automation belongs to promises it, and asks the other to take it over, as among colleagues. */
export const promiseSomething: AutomationAction = {
  id: 'promise',
  right: 'workWithCustomers',
  blanks: [
    { id: 'what', kind: 'text', longest: 200 },
    { id: 'days', kind: 'number', least: 1, most: 365, usual: 1 },
    { id: 'by', kind: 'colleague', parts: ['owner', 'deputy'], whoWorks: true },
  ],
  run: async (tx, { now, who, customer, filled }) => {
    const to = await colleagueOf(tx, customer, filled, 'by');
    const dueAt = now.add({ hours: 24 * numberIn(filled, 'days') });
    await givePromise(tx, now, who.colleague, { customer, what: textIn(filled, 'what'), dueAt, to });
  },
};
