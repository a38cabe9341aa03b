-- Files of contacts on their way in, and what we remember of where customers came from.

create table contact_import (
  workspace_id uuid not null references workspace,
  id uuid not null,
  file_name text not null,
  file_size bigint not null,
  added_at timestamptz not null,
  added_by uuid,
  -- How the file is to be read; null until somebody has agreed to the guess.
  mapping jsonb,
  started_at timestamptz,
  started_by uuid,
  -- What is told while the work is under way.
  read_bytes bigint not null default 0,
  cancelled_at timestamptz,
  cancelled_by uuid,
  finished_at timestamptz,
  result jsonb,
  failure jsonb,
  primary key (workspace_id, id),
  foreign key (workspace_id, added_by) references colleague,
  foreign key (workspace_id, started_by) references colleague,
  foreign key (workspace_id, cancelled_by) references colleague,
  check ((result is null or failure is null) and (finished_at is not null) = (result is not null or failure is not null))
);
create index contact_import_by_age on contact_import (workspace_id, added_at);
call make_tenant_table('contact_import');

-- The rows of which something was not taken, as they stood in the file: all of it, or, where `taken`, only the values named.
create table contact_import_row (
  workspace_id uuid not null,
  import_id uuid not null,
  line integer not null,
  taken boolean not null,
  -- [{reason, value}]
  reasons jsonb not null,
  cells text[] not null,
  primary key (workspace_id, import_id, line),
  foreign key (workspace_id, import_id) references contact_import on delete cascade
);
call make_tenant_table('contact_import_row');

-- Under which key a customer stands in another program, and what an import of that program's files wrote: only that may the next one overwrite,
-- and only while nobody has changed it since.
create table contact_origin (
  workspace_id uuid not null,
  source text not null,
  key text not null,
  customer_id uuid not null,
  written jsonb not null,
  primary key (workspace_id, source, key),
  foreign key (workspace_id, customer_id) references customer on delete cascade
);
create index contact_origin_by_customer on contact_origin (workspace_id, customer_id);
call make_tenant_table('contact_origin');
