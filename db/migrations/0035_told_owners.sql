-- Owners are told in time that somebody tampered with the audit log.
alter table reminder drop constraint reminder_kind_check;
alter table reminder add constraint reminder_kind_check
  check (kind in ('promise_soon', 'promise_due', 'handed_to_you', 'hand_over_declined', 'hand_over_withdrawn', 'talks_today', 'webhook_paused', 'automation_says',
    'automation_stopped', 'backup_failed', 'audit_tampered'));

-- Attached files that a backup should hold and that were not there, because somebody or something had removed them.
alter table backup add column missing_files integer not null default 0 check (missing_files >= 0);
