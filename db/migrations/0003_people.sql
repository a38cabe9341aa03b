-- Who the customers are, and the one row a customer that lists, views and Today read.

create table customer (
  -- The owner is a colleague of the workspace, which makes a reference to it needless.
  workspace_id uuid not null,
  id uuid not null,
  kind text not null default 'person' check (kind in ('person', 'organization')),
  -- The number or name under which the business's other systems know this customer.
  external_id text,
  -- A person known only for a role at organizations: found, and merged with a customer, but no customer.
  contact_only boolean not null default false,
  -- As it stands on lists, in the script of its bearer: a person's whole name, the trade name of an organization.
  name text not null,
  latin_name text,
  -- Both follow from the names, by the one function that also reads what people type.
  sort_name text not null,
  search_name text not null,
  given text,
  patronymic text,
  family text,
  prefix text,
  suffix text,
  nickname text,
  -- Maiden, middle and former names.
  other_names text,
  -- How a letter to them begins, where somebody wants it otherwise than it would be computed.
  greeting text,
  -- The first of the contact points of its kind, kept beside them so that a list need not look further.
  email text,
  phone text,
  country text,
  language text,
  time_zone text,
  formality text check (formality in ('formal', 'familiar')),
  -- In the calendar in which it is kept; the year is often not told.
  birth_calendar text check (birth_calendar in ('gregory', 'persian')),
  birth_year smallint,
  birth_month smallint check (birth_month between 1 and 12),
  birth_day smallint check (birth_day between 1 and 31),
  profession text,
  legal_name text,
  founded_on date,
  industry text,
  employees integer check (employees > 0),
  -- The organization that this one belongs to.
  parent_id uuid,
  note text,
  owner_id uuid not null,
  deputy_id uuid,
  -- The first day we can have known of them: a past day does not show customers who came later.
  known_since_on date not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, owner_id) references colleague,
  foreign key (workspace_id, deputy_id) references colleague,
  foreign key (workspace_id, parent_id) references customer on delete set null (parent_id),
  check (deputy_id is distinct from owner_id),
  check (parent_id is distinct from id),
  check ((birth_month is null) = (birth_day is null) and (birth_month is null) = (birth_calendar is null) and (birth_year is null or birth_month is not null))
);
-- Of the indexes, only that of the primary key can look up a customer by id: where nothing is known yet of how many customers a workspace has,
-- the planner takes one index that begins with the workspace for another, and every reference to a customer is checked by walking along it.
create unique index customer_by_external_id on customer (workspace_id, external_id) where external_id is not null;
create index customer_by_parent on customer (workspace_id, parent_id) where parent_id is not null;
create index customer_by_owner on customer (owner_id, workspace_id);
create index customer_by_deputy on customer (workspace_id, deputy_id) where deputy_id is not null;
call make_tenant_table('customer');

-- A listing that ended stays, so that the list of a past day can still be read.
create table key_customer (
  workspace_id uuid not null,
  customer_id uuid not null,
  reason text not null check (reason <> ''),
  listed_by uuid,
  listed_on date not null,
  review_on date not null,
  removed_by uuid,
  removed_on date,
  primary key (workspace_id, customer_id, listed_on),
  foreign key (workspace_id, customer_id) references customer on delete cascade,
  foreign key (workspace_id, listed_by) references colleague,
  foreign key (workspace_id, removed_by) references colleague,
  check (removed_on >= listed_on)
);
create unique index key_customer_listed on key_customer (workspace_id, customer_id) where removed_on is null;
call make_tenant_table('key_customer');

-- The order of names. The root order of Unicode holds for Greek, Cyrillic and Armenian; Persian and the Latin letters of Serbian want their own,
-- which CLDR has and which stand in nobody else's way, so that one list is right for everybody. PostgreSQL before 16 takes no rules: there the
-- Persian order stands alone.
do $$
begin
  if current_setting('server_version_num')::integer < 160000 then
    create collation names (provider = icu, locale = 'fa-u-kr-latn-grek-cyrl-armn-arab');
  else
    create collation names (provider = icu, locale = 'und', rules = '
      &C<č<<<Č<ć<<<Ć
      &D<dž<<<ǆ<<<ǅ<<<Dž<<<DŽ<<<Ǆ<đ<<<Đ
      &L<lj<<<ǉ<<<ǈ<<<Lj<<<LJ<<<Ǉ
      &N<nj<<<ǌ<<<ǋ<<<Nj<<<NJ<<<Ǌ
      &S<š<<<Š
      &Z<ž<<<Ž
      &ք<և<<<Եւ
      &[before 1]ا<آ
      &ا<<ٱ<ء<<أ<<ٲ<<إ<<ٳ<<ؤ<<یٔ<<<ىٔ<<<ئ
      &ک<<*ڪګكڬڭڮ
      &ۏ<ه<<ە<<ہ<<ة<<ۃ<<ۀ<<ھ
      &ی<<*ىےيېۑۍێ');
  end if;
end
$$;

-- `as_of_on` is 'infinity' for the living row; a past day that somebody looks at gets rows of its own, so that
-- every list and every reason reads the past exactly as it reads the present. Columns belong to the feature whose
-- migration adds them. Nothing references this table: it can be made again from the others at any time.
-- Every night nearly every row is written anew, mostly without touching what the indexes hold: where half of each page is free, the new row stands
-- beside the old one, and no index has to learn where it went.
create table customer_summary (
  workspace_id uuid not null,
  as_of_on date not null default 'infinity',
  customer_id uuid not null,
  kind text not null,
  name text not null,
  sort_name text collate names not null,
  search_name text not null,
  external_id text,
  country text,
  language text,
  owner_id uuid not null,
  deputy_id uuid,
  key_since_on date,
  primary key (workspace_id, as_of_on, customer_id)
) with (fillfactor = 45);
create index customer_summary_by_owner on customer_summary (workspace_id, as_of_on, owner_id);
create index customer_summary_by_external_id on customer_summary (workspace_id, as_of_on, external_id);
call make_tenant_table('customer_summary');

-- The past days whose rows stand in customer_summary.
create table past_day (
  workspace_id uuid not null,
  as_of_on date not null,
  made_at timestamptz not null default now(),
  primary key (workspace_id, as_of_on)
);
call make_tenant_table('past_day');
