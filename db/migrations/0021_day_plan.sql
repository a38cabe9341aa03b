-- How a colleague means to spend one day, and what its list and its review need.

alter table attention
  -- When the first of the promises is due that are to be kept on the day; null where none is. These stand on the day whatever its hours.
  add column promised_at timestamptz;
create index attention_by_promise on attention (workspace_id, as_of_on, colleague_id, cost desc, customer_id) include (minutes, promised_at)
  where promised_at is not null;

create table day_plan (
  workspace_id uuid not null,
  colleague_id uuid not null,
  planned_on date not null,
  -- For this day alone; null for as many as usual.
  minutes integer check (minutes between 0 and 960),
  started_at timestamptz,
  primary key (workspace_id, colleague_id, planned_on),
  foreign key (workspace_id, colleague_id) references colleague
);
call make_tenant_table('day_plan');

-- Who comes first on the day, by place, and who is not for this day (no place).
create table day_plan_entry (
  workspace_id uuid not null,
  colleague_id uuid not null,
  planned_on date not null,
  customer_id uuid not null,
  place integer check (place >= 0),
  primary key (workspace_id, colleague_id, planned_on, customer_id),
  foreign key (workspace_id, colleague_id, planned_on) references day_plan on delete cascade,
  foreign key (workspace_id, customer_id) references customer on delete cascade
);
create index day_plan_entry_by_customer on day_plan_entry (workspace_id, customer_id);
call make_tenant_table('day_plan_entry');

-- Who said no to what, when: for what is declined again and again.
create index reason_answer_declined on reason_answer (workspace_id, answered_at) where answer = 'declined';

-- What became of promises on a day.
create index promise_event_end on promise_event (workspace_id, happened_at) where kind in ('kept', 'broken', 'released');
