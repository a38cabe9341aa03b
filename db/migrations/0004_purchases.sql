-- What customers buy. Lines stand together with their purchase, in arrays of one row: half a million lines are then twenty-six thousand rows,
-- checked and indexed a purchase at a time (measured: with a row and two foreign keys a line, importing takes ten times as long).

-- Without references to the workspace, here and below: row-level security admits no other one, and asking for it once a row costs as much as
-- an index.

create table product (
  workspace_id uuid not null,
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
  workspace_id uuid not null,
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
call make_tenant_table('purchase');

-- The lines of a purchase, under its id. No foreign key: it would take as long as writing the lines, and nothing but the import writes here, lines
-- together with their purchase; when a purchase goes, its lines go by the trigger below.
create table purchase_lines (
  workspace_id uuid not null,
  purchase_id uuid not null,
  -- One entry a line, in the order of the file. Prices may be finer than the currency's smallest coin, so they are exact decimals.
  product_ids uuid[] not null,
  quantities numeric[] not null,
  unit_prices numeric[] not null,
  primary key (workspace_id, purchase_id),
  check (cardinality(product_ids) = cardinality(quantities) and cardinality(quantities) = cardinality(unit_prices))
);
-- Packing long arrays takes as long as writing them, and saves a sixth of the room.
alter table purchase_lines
  alter product_ids set storage external, alter quantities set storage external, alter unit_prices set storage external;
call make_tenant_table('purchase_lines');

create function forget_lines_of_deleted_purchases() returns trigger
  language plpgsql
  as $$
begin
  delete from purchase_lines l using gone where l.workspace_id = gone.workspace_id and l.purchase_id = gone.id;
  return null;
end
$$;
create trigger forget_lines after delete on purchase
  referencing old table as gone for each statement execute function forget_lines_of_deleted_purchases();
