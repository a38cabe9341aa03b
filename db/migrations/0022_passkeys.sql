-- Passkeys, and what single sign-on needs.

-- A key that a device or a password manager keeps, with which an account is entered. Here stands its public half.
create table account_passkey (
  id uuid primary key,
  account_id text not null references account on delete cascade,
  name text not null,
  -- As the device calls it when it signs, in base64url.
  credential_id text not null unique,
  public_key bytea not null,
  -- How often it has signed, where the device counts: one that goes back is a copy.
  counter bigint not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index account_passkey_by_account on account_passkey (account_id);

-- What a browser was given for a proof and has brought back: good once. Forgotten when it would be too old anyway.
create table account_token_used (
  id uuid primary key,
  expires_at timestamptz not null
);
create index account_token_used_by_age on account_token_used (expires_at);

grant select, insert, update, delete on account_passkey, account_token_used to tend_app;

-- Who somebody is at a provider opens one account.
create unique index account_credential_by_provider on account_credential (provider_id, provider_account_id);

-- An address that a provider vouches for takes the place that it is invited to, whatever the workspace: which that is, and nothing else, is told here.
create index invitation_by_address on invitation (email) where ended_at is null;
create policy operator on invitation for select to tend_operator using (true);
grant select on invitation to tend_operator;
create function invitations_of_address(address text)
  returns table (workspace_id uuid, id uuid)
  language sql stable security definer
  set search_path = pg_catalog, public
  as $$ select workspace_id, id from public.invitation where email = address and ended_at is null order by invited_at desc, id $$;
revoke execute on function invitations_of_address from public;
grant create on schema public to tend_operator;
alter function invitations_of_address owner to tend_operator;
revoke create on schema public from tend_operator;
grant execute on function invitations_of_address to tend_app;
