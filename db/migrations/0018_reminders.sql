-- What Tend reminded whom of, how far it has come with that, and the letters that it writes to colleagues.

-- When each duty of the installation ran, of whatever workspace: one row each.
create table duty (
  name text primary key,
  began_at timestamptz not null,
  -- When the last run began that went well.
  good_at timestamptz,
  failed_at timestamptz,
  -- A code, never what was worked on.
  failure text,
  -- Rounds that fell out because no server ran, made up for by one run each time; and when that was last.
  caught_up integer not null default 0,
  missed_from timestamptz,
  missed_until timestamptz,
  check ((missed_from is null) = (missed_until is null))
);
grant select, insert, update on duty to tend_app;

-- What waits in the queue of jobs for the workspace of the transaction, what failed and is tried again, and what the queue gave up.
create function count_jobs() returns table (name text, waiting integer, retrying integer, given_up integer)
  language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    select t.identifier, (count(*) filter (where j.attempts = 0))::integer,
      (count(*) filter (where j.attempts between 1 and j.max_attempts - 1))::integer,
      (count(*) filter (where j.attempts >= j.max_attempts))::integer
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.payload ->> 'workspace' = public.current_workspace()::text
    group by t.identifier order by t.identifier
  $$;
revoke execute on function count_jobs from public;
grant execute on function count_jobs to tend_app;

-- How a colleague is reminded; where there is no row, as the columns' defaults say.
create table reminder_settings (
  workspace_id uuid not null,
  colleague_id uuid not null,
  -- So long before a promise falls due its owner is reminded; 0 for not at all.
  minutes_before integer not null default 60 check (minutes_before between 0 and 2880),
  digest boolean not null default false,
  digest_hour smallint not null default 8 check (digest_hour between 0 and 23),
  -- Weekdays are digits, 1 for Monday; null for the days on which the colleague works.
  digest_weekdays text check (digest_weekdays ~ '^[1-7]{1,7}$'),
  -- Whose clocks the hour is on; null for those of the business.
  time_zone text,
  -- No digest is owed for what was before.
  changed_at timestamptz not null,
  primary key (workspace_id, colleague_id),
  foreign key (workspace_id, colleague_id) references colleague on delete cascade
);
call make_tenant_table('reminder_settings');

-- Up to when everything that calls for a reminder has got it. Works on from here, not from the clock.
create table reminder_progress (
  workspace_id uuid primary key references workspace,
  done_until timestamptz not null
);
call make_tenant_table('reminder_progress');
-- What stood open before there were reminders is not reminded of all at once.
insert into reminder_progress (workspace_id, done_until) select workspace_id, now() from workspace;

create table reminder (
  workspace_id uuid not null references workspace,
  id uuid not null,
  colleague_id uuid not null,
  kind text not null check (kind in ('promise_soon', 'promise_due', 'handed_to_you', 'hand_over_declined', 'talks_today')),
  -- Which occurrence it is: of each, a colleague is reminded once.
  occasion text not null,
  customer_id uuid,
  promise_id uuid,
  -- Who did what it tells of.
  by_id uuid,
  -- How many, where it is of several at once.
  count integer not null default 1 check (count > 0),
  -- The moment at which it was owed, and at which it was made.
  owed_at timestamptz not null,
  made_at timestamptz not null,
  late_seconds integer generated always as (greatest(0, extract(epoch from made_at - owed_at))::integer) stored,
  seen_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, colleague_id, kind, occasion),
  foreign key (workspace_id, colleague_id) references colleague,
  foreign key (workspace_id, customer_id) references customer on delete cascade,
  foreign key (workspace_id, promise_id) references promise on delete cascade,
  foreign key (workspace_id, by_id) references colleague
);
create index reminder_latest on reminder (workspace_id, colleague_id, made_at desc, id desc);
create index reminder_unseen on reminder (workspace_id, colleague_id, made_at desc, id desc) where seen_at is null;
create index reminder_by_customer on reminder (workspace_id, customer_id) where customer_id is not null;
create index reminder_by_promise on reminder (workspace_id, promise_id) where promise_id is not null;
create index reminder_by_doer on reminder (workspace_id, by_id) where by_id is not null;
call make_tenant_table('reminder');

-- What calls for reminders is found by when it does, however many promises there are.
-- (Beneath row-level security no index is asked by coalesce.)
create index promise_open_by_beginning on promise (workspace_id, (case when due_from is null then due_at else due_from end)) where ended_at is null;
create index promise_by_handing on promise (workspace_id, handed_at) where handed_to_id is not null;
create index promise_event_declined on promise_event (workspace_id, happened_at) where kind = 'declined';

-- What Tend itself writes by e-mail. What it said is forgotten once it is sent or given up.
create table letter (
  workspace_id uuid not null references workspace,
  id uuid not null,
  purpose text not null,
  to_address text not null,
  subject text,
  body_text text,
  body_html text,
  made_at timestamptz not null,
  give_up_at timestamptz not null,
  attempts integer not null default 0,
  -- Being sent since; a server that ends meanwhile leaves it standing, and nobody knows whether it arrived.
  begun_at timestamptz,
  sent_at timestamptz,
  failed_at timestamptz,
  -- A code, and what the mail server answered.
  failure text,
  answer text,
  primary key (workspace_id, id),
  check (sent_at is null or failed_at is null),
  check (failed_at is null or failure is not null),
  check ((body_text is null) = (sent_at is not null or failed_at is not null))
);
create index letter_waiting on letter (workspace_id, made_at) where sent_at is null and failed_at is null;
create index letter_failed on letter (workspace_id, failed_at desc) where failed_at is not null;
create index letter_sent on letter (workspace_id, sent_at desc) where sent_at is not null;
call make_tenant_table('letter');

-- The digest of a colleague for a day: at most one, whoever makes it.
create table digest (
  workspace_id uuid not null,
  colleague_id uuid not null,
  due_on date not null,
  owed_at timestamptz not null,
  -- Null while it is being put together.
  outcome text check (outcome in ('mailed', 'nothing_to_say', 'no_mail', 'missed')),
  letter_id uuid,
  settled_at timestamptz,
  primary key (workspace_id, colleague_id, due_on),
  foreign key (workspace_id, colleague_id) references colleague on delete cascade,
  foreign key (workspace_id, letter_id) references letter,
  check ((outcome is null) = (settled_at is null)),
  check ((letter_id is not null) = (outcome is not null and outcome in ('mailed', 'missed')))
);
create index digest_by_letter on digest (workspace_id, letter_id) where letter_id is not null;
call make_tenant_table('digest');
