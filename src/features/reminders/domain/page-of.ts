import type { ReminderKind } from './owed.ts';

/** The page where that is set right of which reminders of a kind tell; null of those that lead to a promise, a customer or the day. */
export function pageOf(kind: ReminderKind): string | null {
  if (kind === 'webhook_paused') return '/settings/webhooks';
  if (kind === 'backup_failed') return '/settings/status';
  if (kind === 'audit_tampered') return '/settings/audit';
  return kind === 'automation_stopped' ? '/settings/automations' : null;
}
