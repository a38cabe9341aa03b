import { textIn } from '#kit/domain/blanks.ts';
import type { AutomationAction } from '#kit/server/automation.ts';
import { requireCustomer } from '../actions.ts';
import { changeTags, ensureTagsNamed } from '../tags/actions.ts';

/** By its word: a tag that nobody uses any more comes back when it is given again. */
export const giveTag: AutomationAction = {
  id: 'give_tag',
  right: 'workWithCustomers',
  blanks: [{ id: 'tag', kind: 'text', longest: 40 }],
  run: async (tx, { now, who, customer, filled }) => {
    await requireCustomer(tx, customer);
    const give = await ensureTagsNamed(tx, now, who.colleague, [textIn(filled, 'tag')]);
    await changeTags(tx, now, who.colleague, [customer], { give, take: [] });
  },
};
