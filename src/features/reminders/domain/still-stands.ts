import type { ReminderKind } from './owed.ts';

/** How the promise of a reminder stands now. */
export type RemindedPromise = { readonly isOpen: boolean; readonly owner: string; readonly handedTo: string | null };

/**
 * Whether a reminder still asks something of the colleague who got it. One of a promise that has ended, gone over to another or been answered asks nothing, and is not
 * counted among those unseen, whether or not it was looked at.
 */
export function stillStands(kind: ReminderKind, colleague: string, promise: RemindedPromise | undefined): boolean {
  switch (kind) {
    case 'talks_today':
    case 'webhook_paused':
    case 'automation_says':
    case 'automation_stopped':
    case 'backup_failed':
    case 'audit_tampered':
      return true;
    case 'handed_to_you':
      return promise?.isOpen === true && promise.handedTo === colleague;
    case 'hand_over_declined':
    case 'hand_over_withdrawn':
      return promise?.isOpen === true && promise.handedTo === null;
    case 'promise_soon':
    case 'promise_due':
      return promise?.isOpen === true && promise.owner === colleague;
  }
}
