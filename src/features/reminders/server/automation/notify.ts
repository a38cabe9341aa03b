import { colleagueOf } from '#features/people/server/index.ts';
import { textIn } from '#kit/domain/blanks.ts';
import type { AutomationAction } from '#kit/server/automation.ts';
import { remind } from '../making.ts';

/** Tells a colleague by the bell, and on their devices. Of one event of a customer a colleague is told once, whoever else says it. */
export const notify: AutomationAction = {
  id: 'notify',
  right: 'workWithCustomers',
  blanks: [
    { id: 'whom', kind: 'colleague', parts: ['owner', 'deputy'] },
    { id: 'words', kind: 'text', longest: 200 },
  ],
  run: async (tx, { now, who, customer, event, filled }) => {
    const colleague = await colleagueOf(tx, customer, filled, 'whom');
    const words = textIn(filled, 'words');
    const about = { customer, promise: null, by: who.colleague, count: 1, at: now };
    await remind(tx, now, [{ ...about, colleague, kind: 'automation_says', occasion: `${event.id}/${words}`, words }]);
  },
};
