-- How people are reached, and at which organizations they work.

-- E-mails in lower case, telephone numbers as E.164 where they could be understood, websites. The first of a kind is the one to use.
create table contact_point (
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('email', 'phone', 'website')),
  value text not null check (value <> ''),
  -- What it is for, in the words of whoever wrote it: work, home, mobile.
  label text,
  place smallint not null check (place >= 0),
  primary key (workspace_id, id),
  unique (workspace_id, customer_id, kind, value),
  foreign key (workspace_id, customer_id) references customer on delete cascade
);
create index contact_point_by_value on contact_point (workspace_id, kind, value);
call make_tenant_table('contact_point');

create table postal_address (
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  label text,
  street text,
  postal_code text,
  city text,
  region text,
  country text,
  place smallint not null check (place >= 0),
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references customer on delete cascade,
  check (coalesce(street, postal_code, city, region, country) is not null)
);
create index postal_address_by_customer on postal_address (workspace_id, customer_id, place);
call make_tenant_table('postal_address');

-- A person in a role at an organization, since and until; one who comes back has another row.
create table contact_role (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  organization_id uuid not null,
  role text,
  since_on date,
  until_on date,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references customer on delete cascade,
  foreign key (workspace_id, organization_id) references customer on delete cascade,
  check (person_id <> organization_id),
  check (until_on >= since_on)
);
create index contact_role_by_person on contact_role (workspace_id, person_id);
create index contact_role_by_organization on contact_role (workspace_id, organization_id);
call make_tenant_table('contact_role');

-- Words that colleagues put on customers.
create table tag (
  workspace_id uuid not null,
  id uuid not null,
  name text not null check (name <> ''),
  -- Without capitals and accents, so that one word is one tag however people write it.
  folded_name text not null,
  made_by uuid,
  made_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, folded_name),
  foreign key (workspace_id, made_by) references colleague
);
call make_tenant_table('tag');

create table customer_tag (
  workspace_id uuid not null,
  customer_id uuid not null,
  tag_id uuid not null,
  tagged_by uuid,
  tagged_at timestamptz not null,
  primary key (workspace_id, customer_id, tag_id),
  foreign key (workspace_id, customer_id) references customer on delete cascade,
  foreign key (workspace_id, tag_id) references tag on delete cascade,
  foreign key (workspace_id, tagged_by) references colleague
);
create index customer_tag_by_tag on customer_tag (workspace_id, tag_id, customer_id);
call make_tenant_table('customer_tag');
