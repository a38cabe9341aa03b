import { textIn } from '#kit/domain/blanks.ts';
import type { AutomationAction } from '#kit/server/automation.ts';
import { tellOfEvent } from '../actions.ts';

/** Tells a webhook of what set the automation off, also where it does not hear of this kind otherwise. */
export const tellWebhook: AutomationAction = {
  id: 'tell_webhook',
  right: 'manageWebhooks',
  blanks: [{ id: 'webhook', kind: 'webhook' }],
  run: async (tx, { now, event, filled }) => await tellOfEvent(tx, now, textIn(filled, 'webhook'), event),
};
