-- What an owner has been told of the moment of a promise: that it is near, or that it has come. So whoever has not been told is found by that, however it came about (another owner, another
-- time before, opened again), and not by when the clock passed.
alter table promise add column told text check (told in ('soon', 'due'));
update promise p set told = 'soon' from reminder r
where r.workspace_id = p.workspace_id and r.promise_id = p.id and r.colleague_id = p.owner_id and r.kind = 'promise_soon' and p.ended_at is null and r.owed_at < p.due_at;
update promise p set told = 'due' from reminder r
where r.workspace_id = p.workspace_id and r.promise_id = p.id and r.colleague_id = p.owner_id and r.kind = 'promise_due' and p.ended_at is null and r.owed_at = p.due_at;

drop index promise_open_by_beginning;
create index promise_untold_by_beginning on promise (workspace_id, (case when due_from is null then due_at else due_from end)) where ended_at is null and told is null;
create index promise_untold_by_due on promise (workspace_id, due_at) where ended_at is null and told is distinct from 'due';

-- Since when a business is reminded of its word: of what fell due before there was Tend nobody is.
alter table reminder_progress add column since timestamptz;
update reminder_progress r set since = least(r.done_until, w.created_at) from workspace w where w.workspace_id = r.workspace_id;
alter table reminder_progress alter column since set not null;

-- A hand-over falls back to its owner when it is declined, and when it is taken back.
drop index promise_event_declined;
create index promise_event_fallen_back on promise_event (workspace_id, happened_at) where kind in ('declined', 'withdrawn');

alter table reminder drop constraint reminder_kind_check;
alter table reminder add constraint reminder_kind_check
  check (kind in ('promise_soon', 'promise_due', 'handed_to_you', 'hand_over_declined', 'hand_over_withdrawn', 'talks_today', 'webhook_paused', 'automation_says',
    'automation_stopped', 'backup_failed', 'audit_tampered'));
