-- Files of purchases on their way in: uploaded, looked at, taken, with what became of them.

create table purchase_import (
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
create index purchase_import_by_age on purchase_import (workspace_id, added_at);
call make_tenant_table('purchase_import');

-- The lines that an import did not take, as they stood in the file.
create table purchase_import_set_aside (
  workspace_id uuid not null,
  import_id uuid not null,
  line integer not null,
  reason text not null,
  cells text[] not null,
  primary key (workspace_id, import_id, line),
  foreign key (workspace_id, import_id) references purchase_import on delete cascade
);
call make_tenant_table('purchase_import_set_aside');
