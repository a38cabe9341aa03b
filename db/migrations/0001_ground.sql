-- The ground under every feature: roles, tenancy, the event log, idempotency, and the way into the job queue.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- tend_app is what every login role of the application is a member of: it can never bypass row-level security.
-- tend_operator owns the few functions that must look across workspaces; nobody logs in as it.
do $$
declare
  role_name text;
begin
  foreach role_name in array array['tend_app', 'tend_operator'] loop
    begin
      execute format('create role %I nologin', role_name);
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant tend_operator to %I', current_user);
  end if;
end
$$;

grant usage on schema public to tend_app, tend_operator;
revoke create on schema public from public;

create function current_workspace() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('tend.workspace', true), '')::uuid $$;

create function current_account() returns text
  language sql stable parallel safe
  as $$ select nullif(current_setting('tend.account', true), '') $$;

-- Makes a table a tenant table. The sub-select lets the planner read the setting once a statement, not once a row.
create procedure make_tenant_table(target regclass, rights text default 'select, insert, update, delete')
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
end
$$;

-- What happened, in one log: jobs, webhooks, audit and live updates read it. Append-only for the application.
create table event (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null,
  happened_at timestamptz not null,
  colleague_id uuid,
  customer_id uuid,
  subject_id uuid,
  detail jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index event_by_customer on event (workspace_id, customer_id, id) where customer_id is not null;
call make_tenant_table('event', 'select, insert');

-- The answer to a request that carried an Idempotency-Key, written in the same transaction as what the request did.
create table request_answer (
  workspace_id uuid not null,
  key text not null,
  fingerprint text not null,
  answer jsonb,
  answered_at timestamptz not null default now(),
  primary key (workspace_id, key)
);
create index request_answer_by_age on request_answer (workspace_id, answered_at);
call make_tenant_table('request_answer');

-- The only way for the application to enqueue a job: always for the workspace of its own transaction.
create function enqueue_job(task text, payload jsonb, job_key text default null, run_at timestamptz default null, queue text default null)
  returns void
  language plpgsql
  security definer
  set search_path = pg_catalog, public
  as $$
begin
  if current_workspace() is null then
    raise exception 'a job belongs to a workspace';
  end if;
  perform graphile_worker.add_job(
    task,
    json_build_object('workspace', current_workspace(), 'input', payload),
    queue_name := queue,
    run_at := run_at,
    max_attempts := 8,
    job_key := current_workspace()::text || ':' || job_key
  );
end
$$;
revoke execute on function enqueue_job from public;
grant execute on function enqueue_job to tend_app;
