-- A business that uses Tend, the accounts that sign in, and the colleagues they are in a workspace.

create table workspace (
  workspace_id uuid primary key,
  name text not null,
  language text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  time_zone text not null,
  -- Shares are kept as parts per ten thousand, so that a setting is shown again exactly as it was typed.
  gross_margin_bp integer not null default 4000 check (gross_margin_bp between 1 and 10000),
  discount_rate_bp integer not null default 1000 check (discount_rate_bp between 0 and 10000),
  follow_up_from_days integer not null default 3 check (follow_up_from_days >= 0),
  follow_up_until_days integer not null default 21 check (follow_up_until_days between follow_up_from_days and 365),
  key_contact_days integer not null default 30 check (key_contact_days between 1 and 365),
  refreshed_on date,
  refreshed_at timestamptz,
  created_at timestamptz not null default now()
);
call make_tenant_table('workspace');

-- Accounts stand outside the workspaces: one account may be a colleague in several. Columns are those that
-- better-auth asks for, under our names.
create table account (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table account_session (
  id text primary key,
  account_id text not null references account on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index account_session_by_account on account_session (account_id);

create table account_credential (
  id text primary key,
  account_id text not null references account on delete cascade,
  provider_account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index account_credential_by_account on account_credential (account_id);

create table account_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index account_verification_by_identifier on account_verification (identifier);

grant select, insert, update, delete on account, account_session, account_credential, account_verification to tend_app;

create table colleague (
  workspace_id uuid not null references workspace,
  id uuid not null,
  -- Null for a colleague who does not sign in (yet): somebody may own customers before having an account.
  account_id text references account,
  name text not null,
  email text not null,
  role text not null check (role in ('owner', 'colleague')),
  language text not null,
  calendar text not null default 'gregorian' check (calendar in ('gregorian', 'persian')),
  digits text not null default 'latin' check (digits in ('latin', 'persian')),
  theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
  density text not null default 'comfortable' check (density in ('comfortable', 'compact')),
  minutes_a_day integer not null default 120 check (minutes_a_day between 5 and 960),
  -- Who has left may come in no more, and keeps their name under what they did.
  suspended_at timestamptz,
  suspended_by uuid,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, account_id),
  foreign key (workspace_id, suspended_by) references colleague,
  check ((suspended_at is null) = (suspended_by is null))
);
create index colleague_by_account on colleague (account_id);
call make_tenant_table('colleague');

-- An account may see which workspaces it belongs to, before it has chosen one.
create policy own_seat on colleague for select using (account_id = (select current_account()));

-- What must know of every workspace (the nightly round, the terminal) gets their names here and nothing else.
create policy operator on workspace for select to tend_operator using (true);
grant select on workspace to tend_operator;
create function list_workspaces()
  returns table (id uuid, name text, language text, time_zone text, refreshed_on date)
  language sql stable security definer
  set search_path = pg_catalog, public
  as $$ select workspace_id, name, language, time_zone, refreshed_on from public.workspace order by created_at, workspace_id $$;
revoke execute on function list_workspaces from public;
grant create on schema public to tend_operator;
alter function list_workspaces owner to tend_operator;
revoke create on schema public from tend_operator;
grant execute on function list_workspaces to tend_app;
