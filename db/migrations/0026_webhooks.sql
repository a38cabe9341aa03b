-- Telling programs outside what happened.

-- Who follows what happens: a row for each webhook and each automation, with the job that is called and the kinds of events, null for all of them.
create table event_follower (
  workspace_id uuid not null references workspace,
  id uuid not null,
  job text not null,
  kinds text[],
  primary key (workspace_id, id)
);
call make_tenant_table('event_follower');

-- What happened and was not followed yet: written in the transaction in which it happened, taken in the transaction in which the follower took it on.
create table event_waiting (
  workspace_id uuid not null,
  follower_id uuid not null,
  event_id uuid not null,
  -- Whose doing it was, where it was that of a follower: of which run.
  cause_id uuid,
  primary key (workspace_id, follower_id, event_id),
  foreign key (workspace_id, follower_id) references event_follower on delete cascade,
  foreign key (workspace_id, event_id) references event on delete cascade
);
create index event_waiting_by_event on event_waiting (workspace_id, event_id);
call make_tenant_table('event_waiting');

-- An address outside that is told what happens.
create table webhook (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  url text not null,
  -- Sealed by a key of the installation; told nothing before it has one. The earlier one is good beside it for a while, so that the other side can change over.
  secret text,
  earlier_secret text,
  earlier_until timestamptz,
  made_by uuid not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  paused_at timestamptz,
  paused_why text check (paused_why in ('by_hand', 'failing', 'gone')),
  -- How it stands with the other side: since when nothing was taken, and until when it is left alone.
  failures_in_row integer not null default 0,
  failing_since timestamptz,
  rests_until timestamptz,
  taken_at timestamptz,
  -- Somebody is telling it, until then at the latest; and whether there is more since they began.
  busy_until timestamptz,
  has_more boolean not null default false,
  primary key (workspace_id, id),
  foreign key (workspace_id, made_by) references colleague,
  check ((earlier_secret is null) = (earlier_until is null)),
  check ((paused_at is null) = (paused_why is null)),
  check ((failing_since is null) = (failures_in_row = 0))
);
create index webhook_by_maker on webhook (workspace_id, made_by);
call make_tenant_table('webhook');

-- One thing to be told to one webhook.
create table webhook_delivery (
  workspace_id uuid not null,
  id uuid not null,
  webhook_id uuid not null,
  kind text not null,
  -- Null for a test.
  event_id uuid,
  made_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'given_up')),
  tries integer not null default 0,
  next_at timestamptz,
  settled_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, webhook_id, event_id),
  foreign key (workspace_id, webhook_id) references webhook on delete cascade,
  foreign key (workspace_id, event_id) references event on delete cascade,
  check ((state = 'waiting') = (next_at is not null)),
  check ((state = 'waiting') = (settled_at is null))
);
create index webhook_delivery_waiting on webhook_delivery (workspace_id, webhook_id, id) where state = 'waiting';
create index webhook_delivery_given_up on webhook_delivery (workspace_id, webhook_id, made_at desc, id desc) where state = 'given_up';
create index webhook_delivery_latest on webhook_delivery (workspace_id, webhook_id, made_at desc, id desc);
create index webhook_delivery_by_event on webhook_delivery (workspace_id, event_id) where event_id is not null;
create index webhook_delivery_by_age on webhook_delivery (workspace_id, made_at);
call make_tenant_table('webhook_delivery');

-- Each time it was tried, and what came of it.
create table webhook_try (
  workspace_id uuid not null,
  id uuid not null,
  delivery_id uuid not null,
  began_at timestamptz not null,
  milliseconds integer not null,
  -- The status of the answer and its beginning, or why there was none.
  status integer,
  failure text,
  reason text,
  answer text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, delivery_id) references webhook_delivery on delete cascade,
  check ((status is null) = (failure is not null))
);
create index webhook_try_by_delivery on webhook_try (workspace_id, delivery_id, id);
call make_tenant_table('webhook_try');

-- Reminders that are about neither a promise nor a talk: what they say stands with them.
alter table reminder add column words text;
alter table reminder drop constraint reminder_kind_check;
alter table reminder add constraint reminder_kind_check check (kind in (
  'promise_soon', 'promise_due', 'handed_to_you', 'hand_over_declined', 'talks_today', 'webhook_paused', 'automation_says', 'automation_stopped'
));
