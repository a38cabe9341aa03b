-- The audit log: every event is proved by the installation when it is written, and sealed into a chain soon after. The keys are not here.

-- What became different, before and after. Together with `detail` it is the part that may be forgotten; the digest of both stays.
alter table event add column changes jsonb;
alter table event add column salt uuid;
alter table event add column digest bytea;
-- Null in those that were written before there was an audit log.
alter table event add column proof bytea;
-- Ids begin with the moment at which it happened, so they are the order, too.
create index event_by_kind on event (workspace_id, kind, id);
create index event_by_colleague on event (workspace_id, colleague_id, id) where colleague_id is not null;

-- What waits to be sealed: written with the event, so that no writer ever waits for another.
create table event_unsealed (
  workspace_id uuid not null,
  event_id uuid not null,
  primary key (workspace_id, event_id)
);
call make_tenant_table('event_unsealed', 'select, insert, delete');

-- The chain: one link an event, each made of the one before it.
create table event_seal (
  workspace_id uuid not null,
  number bigint not null check (number > 0),
  event_id uuid not null,
  link bytea not null,
  primary key (workspace_id, number),
  unique (workspace_id, event_id)
);
call make_tenant_table('event_seal', 'select, insert');

-- The only way in which anything of an event goes: what it said of somebody is emptied, never changed, and that it happened stays.
create policy operator on event for update to tend_operator using (true) with check (true);
create policy operator_reads on event for select to tend_operator using (true);
grant select, update (detail, changes, salt) on event to tend_operator;
create function forget_event_details(customers uuid[], before timestamptz)
  returns bigint
  language sql security definer
  set search_path = pg_catalog, public
  as $$
    with gone as (
      update public.event set detail = '{}', changes = null, salt = null
      where workspace_id = (select public.current_workspace()) 
        and (salt is not null or proof is null) and (customer_id = any(customers) or happened_at < before)
        -- What accounts for the log itself stays readable.
        and kind !~ '^(?:audit|personal_data)[.]'
      returning 1
    )
    select count(*) from gone
  $$;
revoke execute on function forget_event_details from public;
grant create on schema public to tend_operator;
alter function forget_event_details owner to tend_operator;
revoke create on schema public from tend_operator;
grant execute on function forget_event_details to tend_app;
