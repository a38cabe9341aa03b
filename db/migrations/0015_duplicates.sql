-- Customers who may be one and the same, what colleagues said of them, and merges that can be undone.

-- How many bear a name, for the names that several bear, as of the last look at everybody: two of a rare name are more likely one.
create table name_frequency (
  workspace_id uuid not null,
  name bigint not null,
  bearers integer not null,
  primary key (workspace_id, name)
);
call make_tenant_table('name_frequency');

create table duplicate_look (
  workspace_id uuid primary key,
  looked_at timestamptz not null,
  customers integer not null
);
call make_tenant_table('duplicate_look');

-- Who is new or changed, and is to be looked at soon. Without a reference: whoever is gone by then is passed over.
create table duplicate_wish (
  workspace_id uuid not null,
  customer_id uuid not null,
  primary key (workspace_id, customer_id)
);
call make_tenant_table('duplicate_wish');

create table duplicate_candidate (
  workspace_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  probability double precision not null check (probability between 0 and 1),
  -- Field by field how far they agree, the weightiest first.
  reasons jsonb not null,
  found_at timestamptz not null,
  primary key (workspace_id, one_id, other_id),
  foreign key (workspace_id, one_id) references customer on delete cascade,
  foreign key (workspace_id, other_id) references customer on delete cascade,
  check (one_id < other_id)
);
create index duplicate_candidate_by_probability on duplicate_candidate (workspace_id, probability desc, one_id, other_id);
create index duplicate_candidate_by_other on duplicate_candidate (workspace_id, other_id);
call make_tenant_table('duplicate_candidate');

-- A colleague said that the two are not the same. That holds for good.
create table not_duplicate (
  workspace_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  said_by uuid,
  said_at timestamptz not null,
  primary key (workspace_id, one_id, other_id),
  foreign key (workspace_id, one_id) references customer on delete cascade,
  foreign key (workspace_id, other_id) references customer on delete cascade,
  foreign key (workspace_id, said_by) references colleague,
  check (one_id < other_id)
);
create index not_duplicate_by_other on not_duplicate (workspace_id, other_id);
call make_tenant_table('not_duplicate');

-- The customer that is gone leads to the one that was kept, for ever; who merged them may be changed back for thirty days. Without references
-- to customers: one of the two is gone, and the other may go the same way.
create table customer_merge (
  workspace_id uuid not null,
  id uuid not null,
  kept_id uuid not null,
  gone_id uuid not null,
  gone_name text not null,
  merged_by uuid not null,
  merged_at timestamptz not null,
  -- Both as they were and the kept one as it became, until it cannot be undone any more.
  memory jsonb,
  undone_by uuid,
  undone_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, merged_by) references colleague,
  foreign key (workspace_id, undone_by) references colleague,
  check (kept_id <> gone_id),
  check ((undone_at is null) = (undone_by is null))
);
create unique index customer_merge_by_gone on customer_merge (workspace_id, gone_id) where undone_at is null;
create index customer_merge_by_kept on customer_merge (workspace_id, kept_id);
create index customer_merge_by_age on customer_merge (workspace_id, merged_at);
call make_tenant_table('customer_merge');

-- The rows that a merge gave to the kept customer, and those that it took away because the kept one had their like.
create table customer_merge_row (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  merge_id uuid not null,
  table_name text not null,
  column_name text not null,
  what text not null check (what in ('moved', 'changed', 'dropped')),
  data jsonb not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, merge_id) references customer_merge on delete cascade
);
create index customer_merge_row_by_merge on customer_merge_row (workspace_id, merge_id, table_name);
call make_tenant_table('customer_merge_row');

-- Numbers under which other systems know customers that were merged: what comes under them goes to the customer that was kept.
create table customer_alias (
  workspace_id uuid not null,
  external_id text not null,
  customer_id uuid not null,
  primary key (workspace_id, external_id),
  foreign key (workspace_id, customer_id) references customer on delete cascade
);
create index customer_alias_by_customer on customer_alias (workspace_id, customer_id);
call make_tenant_table('customer_alias');
