-- The list of every morning: what each customer asks of a colleague, and what colleagues answered.

-- One row a colleague and customer with a standing reason, as of the day of `as_of_on` ('infinity': the living ones). Kept beside
-- customer_summary, not in it: what waiting costs changes every night, and a change of an indexed column there touches all its indexes.
create table attention (
  workspace_id uuid not null,
  as_of_on date not null,
  customer_id uuid not null,
  colleague_id uuid not null,
  -- Expected minor units of the workspace's currency, for another week of waiting.
  cost bigint not null check (cost > 0),
  minutes integer not null,
  primary key (workspace_id, as_of_on, customer_id, colleague_id)
);
create index attention_by_cost on attention (workspace_id, as_of_on, colleague_id, cost desc, customer_id) include (minutes);
call make_tenant_table('attention');

-- What a colleague said to reasons: not now, or no. One answer may be to several reasons at once. The last answer to an occasion counts;
-- taking one back removes it.
create table reason_answer (
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  kind text not null,
  occasion text not null,
  answer text not null check (answer in ('snoozed', 'declined')),
  until_on date,
  why text,
  colleague_id uuid not null,
  answered_at timestamptz not null,
  primary key (workspace_id, id, kind, occasion),
  foreign key (workspace_id, customer_id) references customer on delete cascade,
  foreign key (workspace_id, colleague_id) references colleague,
  check ((until_on is not null) = (answer = 'snoozed')),
  check ((why is not null) = (answer = 'declined'))
);
create index reason_answer_by_customer on reason_answer (workspace_id, customer_id, answered_at);
create index reason_answer_by_colleague on reason_answer (workspace_id, colleague_id);
call make_tenant_table('reason_answer');
