import type { ReminderKind } from './owed.ts';

/** How a device is told of a reminder (RFC 8030): how soon it wants to be woken, and for how long it is worth telling. */
export type Telling = { readonly urgency: 'normal' | 'high'; readonly seconds: number };

const hour = 3600;

/** A word that falls due wakes a sleeping telephone; the talks of the day can wait until it wakes by itself, and are stale the next morning. */
export function tellingOf(kind: ReminderKind): Telling {
  switch (kind) {
    case 'promise_soon':
      return { urgency: 'high', seconds: 4 * hour };
    case 'promise_due':
      return { urgency: 'high', seconds: 24 * hour };
    case 'handed_to_you':
    case 'hand_over_declined':
    case 'hand_over_withdrawn':
    case 'webhook_paused':
    case 'automation_says':
    case 'automation_stopped':
    case 'backup_failed':
    case 'audit_tampered':
      return { urgency: 'normal', seconds: 24 * hour };
    case 'talks_today':
      return { urgency: 'normal', seconds: 12 * hour };
  }
}
