-- What is done by itself when something happens.

create table automation (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  -- Under whose rights it acts: whoever saved it last.
  owner_id uuid not null,
  trigger text not null,
  -- What was filled into the sentence of the trigger, what has to hold of the customer, and what is done, each with what was filled in.
  filled jsonb not null,
  conditions text not null,
  actions jsonb not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  paused_at timestamptz,
  stopped_at timestamptz,
  stopped_why text check (stopped_why in ('owner_left', 'right_lost')),
  primary key (workspace_id, id),
  foreign key (workspace_id, owner_id) references colleague,
  check ((stopped_at is null) = (stopped_why is null))
);
create index automation_by_owner on automation (workspace_id, owner_id);
call make_tenant_table('automation');

-- What came of each event: once for each automation.
create table automation_run (
  workspace_id uuid not null,
  id uuid not null,
  automation_id uuid not null,
  event_id uuid not null,
  customer_id uuid,
  -- The run whose doing the event was.
  cause_id uuid,
  ran_at timestamptz not null,
  outcome text not null check (outcome in ('done', 'not_fitting', 'held', 'refused')),
  why text,
  detail jsonb not null default '{}',
  primary key (workspace_id, id),
  unique (workspace_id, automation_id, event_id),
  foreign key (workspace_id, automation_id) references automation on delete cascade,
  foreign key (workspace_id, event_id) references event on delete cascade,
  foreign key (workspace_id, customer_id) references customer on delete cascade,
  check ((why is null) = (outcome = 'done'))
);
create index automation_run_latest on automation_run (workspace_id, automation_id, ran_at desc, id desc);
create index automation_run_done on automation_run (workspace_id, automation_id, ran_at) where outcome = 'done';
create index automation_run_by_event on automation_run (workspace_id, event_id);
create index automation_run_by_customer on automation_run (workspace_id, customer_id) where customer_id is not null;
create index automation_run_by_age on automation_run (workspace_id, ran_at);
call make_tenant_table('automation_run');
