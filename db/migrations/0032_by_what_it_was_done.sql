-- By what an event was done where nobody did it in person: the id of an API key, 'terminal', or 'automation'. Part of what is proved.
alter table event add column via text;
create index event_by_via on event (workspace_id, via, id) where via is not null;

-- A code of an authenticator app is good once, and none from before the last that was used: by its time step (RFC 6238).
alter table account_second_factor add column last_step bigint;
alter table account_second_factor drop column used_code, drop column used_at;
