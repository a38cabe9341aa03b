-- What passed between us and the customers, and what we promised them.

create table touchpoint (
  workspace_id uuid not null references workspace,
  id uuid not null,
  customer_id uuid not null,
  colleague_id uuid not null,
  kind text not null check (kind in ('call', 'email', 'meeting', 'visit', 'message', 'letter', 'gift', 'delivery', 'note')),
  -- 'in': it began with the customer.
  direction text not null check (direction in ('in', 'out')),
  -- False for an attempt that reached nobody.
  reached boolean not null,
  happened_at timestamptz not null,
  minutes integer check (minutes between 1 and 1440),
  summary text not null default '',
  pulse smallint check (pulse between 1 and 5),
  -- How much of the talk was theirs.
  listening_percent smallint check (listening_percent between 0 and 100),
  logged_at timestamptz not null,
  -- What stood before stands in the event log.
  changed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references customer on delete cascade,
  foreign key (workspace_id, colleague_id) references colleague
);
create index touchpoint_by_customer on touchpoint (workspace_id, customer_id, happened_at desc, id desc);
create index touchpoint_by_colleague on touchpoint (workspace_id, colleague_id, happened_at desc);
create index touchpoint_unreached on touchpoint (workspace_id, happened_at) include (customer_id) where not reached;
-- Talks in which we spoke more than we listened are few enough to look for.
create index touchpoint_unheard on touchpoint (workspace_id, happened_at) include (customer_id) where listening_percent < 50;
call make_tenant_table('touchpoint');

-- Who took part besides the customer and whoever logged it: people around the customer, and colleagues.
create table touchpoint_person (
  workspace_id uuid not null,
  touchpoint_id uuid not null,
  person_id uuid not null,
  primary key (workspace_id, touchpoint_id, person_id),
  foreign key (workspace_id, touchpoint_id) references touchpoint on delete cascade,
  foreign key (workspace_id, person_id) references customer on delete cascade
);
create index touchpoint_person_by_person on touchpoint_person (workspace_id, person_id);
call make_tenant_table('touchpoint_person');

create table touchpoint_colleague (
  workspace_id uuid not null,
  touchpoint_id uuid not null,
  colleague_id uuid not null,
  primary key (workspace_id, touchpoint_id, colleague_id),
  foreign key (workspace_id, touchpoint_id) references touchpoint on delete cascade,
  foreign key (workspace_id, colleague_id) references colleague
);
create index touchpoint_colleague_by_colleague on touchpoint_colleague (workspace_id, colleague_id);
call make_tenant_table('touchpoint_colleague');

-- A promise is what its events make of it. Its row repeats what they say, written together with them, so that what is open, due, handed over or counted
-- is one indexed read.
create table promise (
  workspace_id uuid not null references workspace,
  id uuid not null,
  customer_id uuid not null,
  -- To whom there in particular.
  person_id uuid,
  what text not null check (what <> ''),
  firmness text not null default 'firm' check (firmness in ('firm', 'aim')),
  giver_id uuid not null,
  touchpoint_id uuid,
  given_at timestamptz not null,
  owner_id uuid not null,
  -- Who is asked to take it over; until they accept it is the owner's.
  handed_to_id uuid,
  handed_at timestamptz,
  -- A window has a beginning; its end is the moment by which.
  due_from timestamptz,
  due_at timestamptz not null,
  state text not null check (state in ('open', 'kept', 'kept_late', 'broken', 'released')),
  ended_at timestamptz,
  -- For whose reliability it counts, and when it is settled whether it was kept: when a moment was missed, at its end, or while it is open at the moment
  -- to come. Nothing for one that the customer let us off in time.
  counts_for_id uuid not null,
  counted_at timestamptz,
  -- When the last event happened: a look at an earlier day asks the events.
  changed_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references customer on delete cascade,
  foreign key (workspace_id, person_id) references customer on delete set null (person_id),
  foreign key (workspace_id, giver_id) references colleague,
  foreign key (workspace_id, owner_id) references colleague,
  foreign key (workspace_id, handed_to_id) references colleague,
  foreign key (workspace_id, counts_for_id) references colleague,
  foreign key (workspace_id, touchpoint_id) references touchpoint on delete set null (touchpoint_id),
  check ((state = 'open') = (ended_at is null)),
  check (due_from < due_at),
  check ((handed_to_id is null) = (handed_at is null)),
  check (handed_to_id is null or (ended_at is null and handed_to_id <> owner_id))
);
create index promise_by_customer on promise (workspace_id, customer_id, due_at);
create index promise_by_person on promise (workspace_id, person_id) where person_id is not null;
create index promise_open_by_due on promise (workspace_id, due_at, id) where ended_at is null;
create index promise_open_by_owner on promise (workspace_id, owner_id, due_at, id) where ended_at is null;
create index promise_handed on promise (workspace_id, handed_to_id, due_at, id) where handed_to_id is not null;
create index promise_by_giver on promise (workspace_id, giver_id);
create index promise_by_touchpoint on promise (workspace_id, touchpoint_id) where touchpoint_id is not null;
-- All that figures of reliability read, without a look at the rows.
create index promise_counted on promise (workspace_id, counted_at) include (state, counts_for_id, customer_id) where counted_at is not null;
call make_tenant_table('promise');

create table promise_event (
  workspace_id uuid not null,
  id uuid not null,
  promise_id uuid not null,
  -- 1 is the giving; the next number is taken under a lock of the promise, so two ends cannot both be the end.
  number integer not null check (number > 0),
  kind text not null check (
    kind in (
      'given', 'time_asked', 'called_anyway', 'handed_over', 'accepted', 'declined', 'withdrawn', 'reminded', 'kept', 'broken', 'released', 'reopened'
    )
  ),
  happened_at timestamptz not null,
  -- Null where Tend itself reminded.
  colleague_id uuid check (colleague_id is not null or kind = 'reminded'),
  -- Who was asked to take it over, who is reminded, and whose it is once accepted.
  to_id uuid,
  -- The moment promised, and where it is a window its beginning.
  due_from timestamptz,
  due_at timestamptz,
  -- The conversation in which it happened.
  touchpoint_id uuid,
  note text,
  primary key (workspace_id, id),
  unique (workspace_id, promise_id, number),
  foreign key (workspace_id, promise_id) references promise on delete cascade,
  foreign key (workspace_id, colleague_id) references colleague,
  foreign key (workspace_id, to_id) references colleague,
  foreign key (workspace_id, touchpoint_id) references touchpoint on delete set null (touchpoint_id),
  check ((due_at is not null) = (kind in ('given', 'time_asked', 'called_anyway'))),
  check ((to_id is not null) = (kind in ('handed_over', 'accepted', 'reminded')))
);
create index promise_event_by_colleague on promise_event (workspace_id, colleague_id);
create index promise_event_by_touchpoint on promise_event (workspace_id, touchpoint_id) where touchpoint_id is not null;
call make_tenant_table('promise_event', 'select, insert');

alter table customer_summary
  -- When we last really heard each other: they spoke or wrote to us. Attempts do not count.
  add column last_contact_at timestamptz,
  add column last_from_us_at timestamptz,
  add column last_from_them_at timestamptz,
  add column last_pulse smallint,
  add column last_pulse_at timestamptz,
  add column open_promises integer not null default 0,
  add column next_promise_due_at timestamptz;
