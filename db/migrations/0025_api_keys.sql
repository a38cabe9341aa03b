-- Keys with which programs act for a colleague. Of the key itself only a digest is kept: 256 random bits need no slow one.
create table api_key (
  workspace_id uuid not null references workspace,
  id uuid not null,
  colleague_id uuid not null,
  name text not null,
  secret_hash text not null,
  -- The last letters of the key, to tell it from others.
  ending text not null,
  rights text[] not null check (cardinality(rights) > 0),
  is_read_only boolean not null,
  made_at timestamptz not null,
  expires_at timestamptz,
  -- Roughly: neither each use nor the exact address is anybody's business.
  used_at timestamptz,
  used_from text,
  revoked_at timestamptz,
  -- Null: it ended with its colleague's place.
  revoked_by uuid,
  primary key (workspace_id, id),
  unique (workspace_id, secret_hash),
  foreign key (workspace_id, colleague_id) references colleague,
  foreign key (workspace_id, revoked_by) references colleague,
  check (revoked_by is null or revoked_at is not null)
);
create index api_key_by_colleague on api_key (workspace_id, colleague_id);
call make_tenant_table('api_key', 'select, insert, update');
