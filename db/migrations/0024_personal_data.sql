-- That somebody was erased, or is to be: who asked for it, when and why, and nothing of whoever it was but an id that leads nowhere any more.
create table erasure (
  workspace_id uuid not null references workspace,
  id uuid not null,
  customer_id uuid not null,
  why text not null check (why <> ''),
  -- Null where it was the terminal of the machine.
  asked_by uuid,
  asked_at timestamptz not null,
  due_on date not null,
  done_at timestamptz,
  -- How many purchases stayed, as anonymous sales.
  purchases integer,
  cancelled_at timestamptz,
  cancelled_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, asked_by) references colleague,
  foreign key (workspace_id, cancelled_by) references colleague,
  check (done_at is null or cancelled_at is null),
  check ((done_at is null) = (purchases is null))
);
create unique index erasure_open on erasure (workspace_id, customer_id) where done_at is null and cancelled_at is null;
create index erasure_by_time on erasure (workspace_id, asked_at, id);
call make_tenant_table('erasure', 'select, insert, update');

-- What a customer allowed, for which purpose and by which way, and took back: each word of theirs is a row of its own, and the latest counts.
create table consent (
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  purpose text not null check (purpose in ('offers', 'greetings', 'surveys', 'news')),
  channel text not null check (channel in ('call', 'message', 'email', 'letter')),
  is_given boolean not null,
  -- How they said it, and what shows that they did.
  source text not null check (source in ('talk', 'form', 'email', 'letter', 'website', 'import')),
  evidence text,
  said_at timestamptz not null,
  noted_by uuid,
  noted_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references customer on delete cascade,
  foreign key (workspace_id, noted_by) references colleague
);
create index consent_by_customer on consent (workspace_id, customer_id, said_at desc, id desc);
call make_tenant_table('consent');

-- For how long what is kept; null for ever.
create table retention (
  workspace_id uuid primary key references workspace,
  -- Customers of whom nothing was heard for so many years are erased.
  customer_years integer check (customer_years between 1 and 30),
  -- Rows of files that were set aside.
  file_days integer check (file_days between 1 and 3650),
  -- What events say; that they happened stays.
  event_years integer check (event_years between 1 and 30)
);
call make_tenant_table('retention');
