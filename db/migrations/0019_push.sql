-- Reminders outside of Tend: the calendar feed of a colleague, and the devices on which they want to be told.

-- The address under which calendar programs read what a colleague promised and whom they are to talk to. Of its secret only a hash is kept.
create table calendar_feed (
  workspace_id uuid not null,
  colleague_id uuid not null,
  secret_hash text not null check (secret_hash ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  read_at timestamptz,
  primary key (workspace_id, colleague_id),
  foreign key (workspace_id, colleague_id) references colleague on delete cascade
);
create index calendar_feed_by_secret on calendar_feed (secret_hash);
call make_tenant_table('calendar_feed');

-- A calendar program knows the secret and nothing else: whose feed it is gets told to whoever knows it, and only that.
create policy operator on calendar_feed for select to tend_operator using (true);
grant select on calendar_feed to tend_operator;
create function find_calendar_feed(hash text)
  returns table (workspace uuid, colleague uuid)
  language sql stable security definer
  set search_path = pg_catalog, public
  as $$ select workspace_id, colleague_id from public.calendar_feed where secret_hash = hash $$;
revoke execute on function find_calendar_feed from public;
grant create on schema public to tend_operator;
alter function find_calendar_feed owner to tend_operator;
revoke create on schema public from tend_operator;
grant execute on function find_calendar_feed to tend_app;

-- A browser in which a colleague turned reminders on. Its keys encrypt what it is told, so that nobody on the way can read it.
create table push_device (
  workspace_id uuid not null,
  id uuid not null,
  colleague_id uuid not null,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  name text not null,
  made_at timestamptz not null,
  told_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, endpoint),
  foreign key (workspace_id, colleague_id) references colleague on delete cascade
);
create index push_device_by_colleague on push_device (workspace_id, colleague_id);
call make_tenant_table('push_device');

-- Which reminder was told on which device, so that none is told there twice.
create table push_delivery (
  workspace_id uuid not null,
  reminder_id uuid not null,
  device_id uuid not null,
  told_at timestamptz not null,
  primary key (workspace_id, reminder_id, device_id),
  foreign key (workspace_id, reminder_id) references reminder on delete cascade,
  foreign key (workspace_id, device_id) references push_device on delete cascade
);
create index push_delivery_by_device on push_delivery (workspace_id, device_id);
call make_tenant_table('push_delivery');
