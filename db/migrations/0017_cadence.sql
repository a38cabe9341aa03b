-- How often, and how, customers hear from us without another reason; when each colleague is there for it; and the least that every customer gets.

-- How a workspace keeps in touch; where there is no row, as the columns' defaults say.
create table cadence (
  workspace_id uuid primary key references workspace,
  -- Every active customer and we have heard each other within so many days. There is no way to have no floor.
  floor_days integer not null default 180 check (floor_days between 30 and 365),
  -- Active is who has bought within so many days.
  active_days integer not null default 730 check (active_days between 90 and 1825),
  -- Whose public holidays are kept; null for none.
  country text check (country ~ '^[A-Z]{2}$'),
  -- When people work who have no week of their own. Weekdays are digits, 1 for Monday; null for what is usual in the country.
  weekdays text check (weekdays ~ '^[1-7]{1,7}$'),
  from_time time not null default '09:00',
  until_time time not null default '17:00' check (until_time > from_time)
);
call make_tenant_table('cadence');

create table working_week (
  workspace_id uuid not null,
  colleague_id uuid not null,
  weekdays text not null check (weekdays ~ '^[1-7]{1,7}$'),
  from_time time not null,
  until_time time not null check (until_time > from_time),
  primary key (workspace_id, colleague_id),
  foreign key (workspace_id, colleague_id) references colleague on delete cascade
);
call make_tenant_table('working_week');

create table absence (
  workspace_id uuid not null,
  id uuid not null,
  colleague_id uuid not null,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  -- Who stands in for everything; otherwise each customer's deputy does.
  stand_in_id uuid check (stand_in_id <> colleague_id),
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, colleague_id) references colleague,
  foreign key (workspace_id, stand_in_id) references colleague,
  foreign key (workspace_id, noted_by) references colleague
);
create index absence_by_colleague on absence (workspace_id, colleague_id, until_on);
call make_tenant_table('absence');

-- For one customer, for those of a kept list, with a tag or of a stage, or for the key customers: one routine each.
create table routine (
  workspace_id uuid not null references workspace,
  id uuid not null,
  customer_id uuid,
  -- A kept list belongs to a feature above; whom it holds is told from there, into routine_member.
  list_id uuid,
  list_name text check ((list_name is not null) = (list_id is not null)),
  tag_id uuid,
  stage text check (stage in ('prospect', 'first-time', 'returning', 'lapsed')),
  for_key boolean not null default false,
  every_days integer not null check (every_days between 1 and 730),
  latest_days integer not null check (latest_days between every_days and 730),
  channel text not null check (channel in ('call', 'message', 'email', 'visit', 'meeting', 'letter')),
  purpose text not null check (purpose <> ''),
  made_by uuid not null,
  -- Who never talked to us nor bought is counted from here; a past day does not know routines that came later.
  made_on date not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references customer on delete cascade,
  foreign key (workspace_id, tag_id) references tag on delete cascade,
  foreign key (workspace_id, made_by) references colleague,
  check (num_nonnulls(customer_id, list_id, tag_id, stage) + for_key::integer = 1)
);
create unique index routine_of_customer on routine (workspace_id, customer_id) where customer_id is not null;
create unique index routine_of_list on routine (workspace_id, list_id) where list_id is not null;
create unique index routine_of_tag on routine (workspace_id, tag_id) where tag_id is not null;
create unique index routine_of_stage on routine (workspace_id, stage) where stage is not null;
create unique index routine_of_key on routine (workspace_id) where for_key;
call make_tenant_table('routine');

create table routine_member (
  workspace_id uuid not null,
  routine_id uuid not null,
  customer_id uuid not null,
  primary key (workspace_id, routine_id, customer_id),
  foreign key (workspace_id, routine_id) references routine on delete cascade,
  foreign key (workspace_id, customer_id) references customer on delete cascade
);
create index routine_member_by_customer on routine_member (workspace_id, customer_id);
call make_tenant_table('routine_member');

-- Times in which a customer asked not to be called, both days included; of a yearly one the years mean nothing.
create table quiet_period (
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  yearly boolean not null,
  note text,
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references customer on delete cascade,
  foreign key (workspace_id, noted_by) references colleague
);
create index quiet_period_by_customer on quiet_period (workspace_id, customer_id, until_on);
call make_tenant_table('quiet_period');

alter table customer_summary
  -- Of conversations: on how many days we tried since we last heard each other, without an answer.
  add column attempts integer not null default 0,
  add column last_attempt_at timestamptz,
  -- By which routine the next talk is due, the days from and by which it is, and the day and the colleague it is planned for. Without a
  -- routine, by the floor.
  add column routine_id uuid,
  add column contact_due_on date,
  add column contact_latest_on date,
  add column contact_on date,
  add column contact_by uuid;
-- What stands on a colleague's days, without looking at the customers.
create index customer_summary_by_contact on customer_summary (workspace_id, as_of_on, contact_by, contact_on, customer_id) include (routine_id)
  where contact_on is not null;
