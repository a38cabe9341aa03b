-- What a business wants to know of its customers besides what everybody does: fields that its owner defines.

create table custom_field (
  workspace_id uuid not null,
  id uuid not null,
  name text not null check (name <> ''),
  -- Without capitals and accents, as names are compared.
  folded_name text not null,
  -- Never changes: the values stand in the column of their kind.
  kind text not null check (kind in ('text', 'number', 'money', 'date', 'choice', 'choices', 'person')),
  applies_to text not null check (applies_to in ('persons', 'organizations', 'everyone')),
  currency text,
  help text,
  place integer not null,
  made_by uuid,
  made_at timestamptz not null,
  archived_by uuid,
  archived_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, made_by) references colleague,
  foreign key (workspace_id, archived_by) references colleague,
  check ((kind = 'money') = (currency is not null))
);
create unique index custom_field_by_name on custom_field (workspace_id, folded_name) where archived_at is null;
call make_tenant_table('custom_field');

create table custom_choice (
  workspace_id uuid not null,
  id uuid not null,
  field_id uuid not null,
  name text not null check (name <> ''),
  place integer not null,
  -- Whoever has it keeps it; nobody is given it any more.
  withdrawn_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, field_id, id),
  foreign key (workspace_id, field_id) references custom_field on delete cascade
);
call make_tenant_table('custom_choice');

-- One value a row, in the column of its kind, so that an index holds the values of a field in their order and lists are narrowed and sorted by
-- them as by their own columns. Comparing any of these types is safe under row-level security; of exact decimals it would not be.
create table custom_value (
  workspace_id uuid not null,
  customer_id uuid not null,
  field_id uuid not null,
  -- Of several choices the first, the second and so on; nought of everything else.
  place smallint not null default 0,
  text_value text collate names,
  number_value double precision,
  minor_value bigint,
  date_value date,
  choice_id uuid,
  person_id uuid,
  -- By which lists are sorted, as it stands with the person.
  person_name text collate names,
  primary key (workspace_id, customer_id, field_id, place),
  foreign key (workspace_id, customer_id) references customer on delete cascade,
  foreign key (workspace_id, field_id) references custom_field on delete cascade,
  foreign key (workspace_id, field_id, choice_id) references custom_choice (workspace_id, field_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references customer on delete cascade,
  check (num_nonnulls(text_value, number_value, minor_value, date_value, choice_id, person_id) = 1),
  check ((person_id is null) = (person_name is null)),
  check (person_id <> customer_id)
);
create index custom_value_by_text on custom_value (workspace_id, field_id, text_value, customer_id) where text_value is not null;
create index custom_value_by_number on custom_value (workspace_id, field_id, number_value, customer_id) where number_value is not null;
create index custom_value_by_minor on custom_value (workspace_id, field_id, minor_value, customer_id) where minor_value is not null;
create index custom_value_by_date on custom_value (workspace_id, field_id, date_value, customer_id) where date_value is not null;
create index custom_value_by_choice on custom_value (workspace_id, field_id, choice_id, place, customer_id) where choice_id is not null;
create index custom_value_by_person on custom_value (workspace_id, person_id, field_id, customer_id) where person_id is not null;
create index custom_value_by_person_name on custom_value (workspace_id, field_id, person_name, customer_id) where person_name is not null;
call make_tenant_table('custom_value');
