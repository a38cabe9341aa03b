-- Lists that colleagues come back to, and changes of many customers at once.

create table saved_view (
  workspace_id uuid not null,
  id uuid not null,
  colleague_id uuid not null,
  name text not null check (name <> ''),
  -- Whether everybody sees it. Only who made it may change it.
  shared boolean not null,
  -- The state of the list as it stands in its address: conditions, order, columns.
  state jsonb not null,
  changed_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, colleague_id, name),
  foreign key (workspace_id, colleague_id) references colleague
);
call make_tenant_table('saved_view');

-- What somebody changed for many at once, with what stood there before, so that it can be taken back.
create table bulk_change (
  workspace_id uuid not null,
  id uuid not null,
  colleague_id uuid not null,
  changed_at timestamptz not null,
  change jsonb not null,
  undone_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, colleague_id) references colleague
);
create index bulk_change_by_colleague on bulk_change (workspace_id, colleague_id);
call make_tenant_table('bulk_change');

create table bulk_changed (
  workspace_id uuid not null,
  change_id uuid not null,
  customer_id uuid not null,
  before jsonb not null,
  primary key (workspace_id, change_id, customer_id),
  foreign key (workspace_id, change_id) references bulk_change on delete cascade,
  foreign key (workspace_id, customer_id) references customer on delete cascade
);
create index bulk_changed_by_customer on bulk_changed (workspace_id, customer_id);
call make_tenant_table('bulk_changed');
