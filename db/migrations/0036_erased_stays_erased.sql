-- By what a file tells somebody again who was erased: keyed hashes of their numbers, addresses and telephone numbers. The key is not in the database, so nobody
-- can tell from these rows who it was.
create table erased_trace (
  workspace_id uuid not null references workspace,
  trace bytea not null,
  -- What one person leaves belongs together: whoever had two numbers was one customer.
  erasure_id uuid not null,
  -- A colleague wrote the person down again.
  is_back boolean not null default false,
  primary key (workspace_id, trace)
);
call make_tenant_table('erased_trace', 'select, insert, update');
