-- More roles, invitations, and what the sign-in remembers.

alter table colleague drop constraint colleague_role_check;
alter table colleague add constraint colleague_role_check check (role in ('owner', 'manager', 'colleague', 'reader'));
alter table colleague add column last_seen_at timestamptz;

-- Where a session works, of the workspaces in which its account has a place; null for the first of them.
alter table account_session add column workspace_id uuid;

-- Somebody may take a place in the workspace: a new one, or that of a colleague who stands there already without an account.
create table invitation (
  workspace_id uuid not null references workspace,
  id uuid not null,
  colleague_id uuid,
  name text not null,
  email text not null,
  role text not null check (role in ('owner', 'manager', 'colleague', 'reader')),
  -- The link holds the secret; here stands only what it can be told by.
  secret_hash text not null,
  invited_by uuid not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > invited_at),
  ended_at timestamptz,
  outcome text check (outcome in ('accepted', 'revoked', 'replaced')),
  ended_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, colleague_id) references colleague,
  foreign key (workspace_id, invited_by) references colleague,
  foreign key (workspace_id, ended_by) references colleague,
  check ((ended_at is null) = (outcome is null))
);
create unique index invitation_open on invitation (workspace_id, email) where ended_at is null;
call make_tenant_table('invitation', 'select, insert, update');

-- How often a sign-in went wrong for an account from an address, by a hash of both: whoever tries passwords waits, and nobody else does.
create table account_sign_in_failure (
  key text primary key,
  failures integer not null,
  last_at timestamptz not null
);
create index account_sign_in_failure_by_age on account_sign_in_failure (last_at);
grant select, insert, update, delete on account_sign_in_failure to tend_app;

-- A second factor beside the password: the secret of an authenticator app and the recovery codes, both encrypted. Columns are those that better-auth asks for.
alter table account add column has_second_factor boolean not null default false;
create table account_second_factor (
  id text primary key,
  account_id text not null unique references account on delete cascade,
  secret text not null,
  recovery_codes text not null,
  is_verified boolean not null default true,
  failures integer not null default 0,
  locked_until timestamptz,
  -- A code of the app is good for a minute and a half; here stands which was the last to be used, by its hash, so that it is good once.
  used_code text,
  used_at timestamptz
);
grant select, insert, update, delete on account_second_factor to tend_app;
