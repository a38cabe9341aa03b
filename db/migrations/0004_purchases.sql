-- What customers buy. Lines stand together with their purchase, in arrays of one row: half a million lines are then twenty-six thousand rows,
-- checked and indexed a purchase at a time (measured: with a row and two foreign keys a line, importing takes ten times as long).

create table product (
  workspace_id uuid not null references workspace,
  id uuid not null,
  code text not null,
  name text not null,
  first_seen_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, code)
);
-- Lines name products by id, so a product is never deleted by the application.
call make_tenant_table('product', 'select, insert, update');

create table purchase (
  workspace_id uuid not null references workspace,
  id uuid not null,
  -- The number of the order or invoice in the system it came from.
  number text not null,
  -- Null: an anonymous sale.
  customer_id uuid,
  kind text not null check (kind in ('sale', 'return', 'adjustment')),
  placed_at timestamptz not null,
  -- The day of the business on which it was placed: what rhythm counts in.
  placed_on date not null,
  currency text not null,
  -- What was paid, rounded once from the exact sum of the lines; negative for what was given back.
  total_minor bigint not null,
  line_count integer not null,
  import_id uuid,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  foreign key (workspace_id, customer_id) references customer
);
create index purchase_by_customer on purchase (workspace_id, customer_id, placed_on) include (kind, total_minor) where customer_id is not null;
create index purchase_by_day on purchase (workspace_id, placed_on);
call make_tenant_table('purchase');

create table purchase_lines (
  workspace_id uuid not null,
  purchase_id uuid not null,
  -- One entry a line, in the order of the file. Prices may be finer than the currency's smallest coin, so they are exact decimals.
  product_ids uuid[] not null,
  quantities numeric[] not null,
  unit_prices numeric[] not null,
  primary key (workspace_id, purchase_id),
  foreign key (workspace_id, purchase_id) references purchase on delete cascade,
  check (cardinality(product_ids) = cardinality(quantities) and cardinality(quantities) = cardinality(unit_prices))
);
call make_tenant_table('purchase_lines');
