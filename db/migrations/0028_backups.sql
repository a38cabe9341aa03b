-- Backups: who may read everything for them, what became of each, and what is still to be settled after one was restored.

-- What a backup reads as, where the owner of the database is no superuser and so stands beneath row-level security. Nobody logs in as it, and it changes nothing.
do $$
begin
  begin
    create role tend_backup nologin;
  exception when duplicate_object or unique_violation then null;
  end;
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant tend_backup to %I', current_user);
  end if;
end
$$;
grant usage on schema public to tend_backup;

create procedure let_backups_read(target regclass)
  language plpgsql
  as $$
begin
  execute format('create policy backup on %s for select to tend_backup using (true)', target);
  execute format('grant select on %s to tend_backup', target);
end
$$;

-- From now on, a table of a business is one that backups read.
create or replace procedure make_tenant_table(target regclass, rights text default 'select, insert, update, delete')
  language plpgsql
  as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant on %s using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))',
    target
  );
  execute format('grant %s on %s to tend_app', rights, target);
  call let_backups_read(target);
end
$$;

-- Each backup that was begun, of the whole installation.
create table backup (
  id uuid primary key,
  began_at timestamptz not null,
  is_scheduled boolean not null,
  file text not null,
  is_encrypted boolean not null,
  finished_at timestamptz,
  size_bytes bigint,
  verified_at timestamptz,
  -- A code, never what was worked on.
  failure text,
  check (failure is null or finished_at is not null),
  check (verified_at is null or size_bytes is not null)
);
create index backup_by_age on backup (began_at);
grant select, insert, update, delete on backup to tend_app;

-- Made by whoever restores where the backup is older than this table.
create table if not exists restoration (
  restored_at timestamptz primary key,
  backup_made_at timestamptz not null,
  -- Null as long as what may have been told outside since may still be told twice.
  settled_at timestamptz
);
grant select, update on restoration to tend_app;

-- Whoever looks after the server sees how far the schema is.
grant select on migration to tend_app;

do $$
declare
  target regclass;
begin
  for target in
    select c.oid::regclass from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname
  loop
    if (select c.relrowsecurity from pg_class c where c.oid = target) then
      call let_backups_read(target);
    else
      execute format('grant select on %s to tend_backup', target);
    end if;
  end loop;
end
$$;

-- How many jobs stand in the queue for all workspaces together: figures for whoever watches the server.
create function count_all_jobs() returns table (name text, waiting integer, retrying integer, given_up integer)
  language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    select t.identifier, (count(*) filter (where j.attempts = 0))::integer,
      (count(*) filter (where j.attempts between 1 and j.max_attempts - 1))::integer,
      (count(*) filter (where j.attempts >= j.max_attempts))::integer
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    group by t.identifier order by t.identifier
  $$;
revoke execute on function count_all_jobs from public;
grant execute on function count_all_jobs to tend_app;

-- Owners are told in time that a backup could not be made.
alter table reminder drop constraint reminder_kind_check;
alter table reminder add constraint reminder_kind_check
  check (kind in ('promise_soon', 'promise_due', 'handed_to_you', 'hand_over_declined', 'talks_today', 'webhook_paused', 'automation_says',
    'automation_stopped', 'backup_failed'));
