import { numberIn, textIn } from '#kit/domain/blanks.ts';
import { fail } from '#kit/domain/result.ts';
import type { AutomationAction } from '#kit/server/automation.ts';
import { channels } from '../../domain/index.ts';
import { makeRoutine } from '../routines.ts';

/** A routine for this one customer. One who has a routine of their own keeps it (`routine.already_there`). */
export const startRoutine: AutomationAction = {
  id: 'start_routine',
  right: 'workWithCustomers',
  blanks: [
    { id: 'channel', kind: 'choice', choices: channels },
    { id: 'everyDays', kind: 'number', least: 1, most: 730, usual: 30 },
    { id: 'purpose', kind: 'text', longest: 200 },
  ],
  run: async (tx, { now, who, customer, filled }) => {
    const channel = channels.find((one) => one === textIn(filled, 'channel'));
    if (!channel) throw fail('blank.unusable', {}, 'channel');
    const told = { everyDays: numberIn(filled, 'everyDays'), channel, purpose: textIn(filled, 'purpose') };
    await makeRoutine(tx, now, who, { kind: 'customer', id: customer }, told);
  },
};
