-- What we know of a customer: facts, goals, whom they know, and the files we keep for them.

-- A fact is what its changes make of it; the columns repeat what the last of them says, written together with it.
create table fact (
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('preference', 'need', 'circumstance', 'interest', 'constraint')),
  text text not null check (text <> ''),
  source text not null check (source in ('told', 'observed', 'third_person', 'public', 'imported')),
  -- Who or what told us, where it was not the customer.
  told_by text,
  touchpoint_id uuid,
  learned_on date not null,
  learned_by uuid,
  sensitivity text not null check (sensitivity in ('ordinary', 'personal', 'sensitive')),
  -- What it may be used for.
  uses text[] not null check (uses <@ array['service', 'greeting', 'offer', 'analysis']),
  changed_at timestamptz not null,
  retired_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references customer on delete cascade,
  foreign key (workspace_id, learned_by) references colleague,
  foreign key (workspace_id, touchpoint_id) references touchpoint on delete set null (touchpoint_id)
);
create index fact_by_customer on fact (workspace_id, customer_id);
create index fact_by_touchpoint on fact (workspace_id, touchpoint_id) where touchpoint_id is not null;
call make_tenant_table('fact');

-- Each holds the words that stood from then on, so that nothing once known is lost and a past day reads as it was.
create table fact_change (
  workspace_id uuid not null,
  id uuid not null,
  fact_id uuid not null,
  -- 1 is the learning.
  number integer not null check (number > 0),
  what text not null check (what in ('learned', 'corrected', 'retired', 'restored')),
  happened_at timestamptz not null,
  colleague_id uuid,
  note text,
  kind text not null,
  text text not null,
  source text not null,
  told_by text,
  learned_on date not null,
  sensitivity text not null,
  uses text[] not null,
  primary key (workspace_id, id),
  unique (workspace_id, fact_id, number),
  foreign key (workspace_id, fact_id) references fact on delete cascade,
  foreign key (workspace_id, colleague_id) references colleague
);
call make_tenant_table('fact_change', 'select, insert');

-- What a customer wants to reach. As with facts, the columns repeat what the last event says. Each event is a moment at which somebody thought
-- the goal through: a circumstance that changed after the last of them asks for a review.
create table goal (
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  wish text not null check (wish <> ''),
  help text,
  sign text,
  review_on date not null,
  state text not null check (state in ('open', 'reached', 'given_up')),
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references customer on delete cascade
);
create index goal_by_customer on goal (workspace_id, customer_id);
call make_tenant_table('goal');

create table goal_event (
  workspace_id uuid not null,
  id uuid not null,
  goal_id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('set', 'changed', 'reviewed', 'reached', 'given_up', 'reopened')),
  happened_at timestamptz not null,
  colleague_id uuid not null,
  note text,
  wish text not null,
  help text,
  sign text,
  review_on date not null,
  primary key (workspace_id, id),
  unique (workspace_id, goal_id, number),
  foreign key (workspace_id, goal_id) references goal on delete cascade,
  foreign key (workspace_id, colleague_id) references colleague
);
call make_tenant_table('goal_event', 'select, insert');

-- Who knows whom, and who sent whom: `from_id` sent `to_id`. Only the last has a direction.
create table circle_link (
  workspace_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  kind text not null check (kind in ('family', 'friend', 'colleague', 'neighbour', 'referred')),
  note text,
  added_at timestamptz not null,
  added_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, from_id) references customer on delete cascade,
  foreign key (workspace_id, to_id) references customer on delete cascade,
  foreign key (workspace_id, added_by) references colleague,
  foreign key (workspace_id, ended_by) references colleague,
  check (from_id <> to_id)
);
create index circle_link_from on circle_link (workspace_id, from_id) where ended_at is null;
create index circle_link_to on circle_link (workspace_id, to_id) where ended_at is null;
create unique index circle_link_once on circle_link (workspace_id, least(from_id, to_id), greatest(from_id, to_id), kind) where ended_at is null;
-- One person sent a customer, so that who came through whom is counted once.
create unique index circle_link_one_referrer on circle_link (workspace_id, to_id) where kind = 'referred' and ended_at is null;
call make_tenant_table('circle_link');

-- The bytes lie in the file storage under `<workspace>/<id>`. One that was removed can be brought back for a day; then both go.
create table attachment (
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  purpose text not null check (purpose in ('file', 'photo')),
  name text not null check (name <> ''),
  media_type text not null,
  size_bytes bigint not null check (size_bytes > 0),
  sha256 text not null,
  added_at timestamptz not null,
  added_by uuid not null,
  removed_at timestamptz,
  removed_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references customer on delete cascade,
  foreign key (workspace_id, added_by) references colleague,
  foreign key (workspace_id, removed_by) references colleague
);
create index attachment_by_customer on attachment (workspace_id, customer_id);
create index attachment_removed on attachment (workspace_id, removed_at) where removed_at is not null;
create unique index attachment_one_photo on attachment (workspace_id, customer_id) where purpose = 'photo' and removed_at is null;
call make_tenant_table('attachment');
