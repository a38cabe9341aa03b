-- What the files in db/migrations add up to, for reading; made by `npm run fix`.
-- made from fd85132756fe5a6f9b277b0ebb6f70cf45cd6392c29c60a6f366204d3da624d8

create extension btree_gin;
create extension pg_trgm;

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

create table absence (
  workspace_id uuid not null,
  id uuid not null,
  colleague_id uuid not null,
  from_on date not null,
  until_on date not null,
  stand_in_id uuid,
  noted_by uuid not null,
  noted_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, id),
  constraint absence_check CHECK ((until_on >= from_on)),
  constraint absence_check1 CHECK ((stand_in_id <> colleague_id)),
  FOREIGN KEY (workspace_id, colleague_id) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, noted_by) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, stand_in_id) REFERENCES colleague(workspace_id, id)
);
CREATE INDEX absence_by_colleague ON absence USING btree (workspace_id, colleague_id, until_on);
alter table absence enable row level security;
alter table absence force row level security;
create policy backup on absence for select to tend_backup using (true);
create policy tenant on absence using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on absence to tend_app;
grant select on absence to tend_backup;

create table account (
  id text not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  has_second_factor boolean not null default false,
  PRIMARY KEY (id),
  UNIQUE (email)
);
grant delete, insert, select, update on account to tend_app;
grant select on account to tend_backup;

create table account_credential (
  id text not null,
  account_id text not null,
  provider_account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
);
CREATE INDEX account_credential_by_account ON account_credential USING btree (account_id);
CREATE UNIQUE INDEX account_credential_by_provider ON account_credential USING btree (provider_id, provider_account_id);
grant delete, insert, select, update on account_credential to tend_app;
grant select on account_credential to tend_backup;

create table account_passkey (
  id uuid not null,
  account_id text not null,
  name text not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone,
  PRIMARY KEY (id),
  UNIQUE (credential_id),
  FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
);
CREATE INDEX account_passkey_by_account ON account_passkey USING btree (account_id);
grant delete, insert, select, update on account_passkey to tend_app;
grant select on account_passkey to tend_backup;

create table account_second_factor (
  id text not null,
  account_id text not null,
  secret text not null,
  recovery_codes text not null,
  is_verified boolean not null default true,
  failures integer not null default 0,
  locked_until timestamp with time zone,
  last_step bigint,
  PRIMARY KEY (id),
  UNIQUE (account_id),
  FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
);
grant delete, insert, select, update on account_second_factor to tend_app;
grant select on account_second_factor to tend_backup;

create table account_session (
  id text not null,
  account_id text not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  workspace_id uuid,
  proven_by text not null default 'password'::text,
  PRIMARY KEY (id),
  UNIQUE (token),
  constraint account_session_proven_by_check CHECK ((proven_by = ANY (ARRAY['password'::text, 'code'::text, 'passkey'::text, 'provider'::text]))),
  FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
);
CREATE INDEX account_session_by_account ON account_session USING btree (account_id);
grant delete, insert, select, update on account_session to tend_app;
grant select on account_session to tend_backup;

create table account_sign_in_failure (
  key text not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  PRIMARY KEY (key)
);
CREATE INDEX account_sign_in_failure_by_age ON account_sign_in_failure USING btree (last_at);
grant delete, insert, select, update on account_sign_in_failure to tend_app;
grant select on account_sign_in_failure to tend_backup;

create table account_token_used (
  id uuid not null,
  expires_at timestamp with time zone not null,
  PRIMARY KEY (id)
);
CREATE INDEX account_token_used_by_age ON account_token_used USING btree (expires_at);
grant delete, insert, select, update on account_token_used to tend_app;
grant select on account_token_used to tend_backup;

create table account_verification (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  PRIMARY KEY (id)
);
CREATE INDEX account_verification_by_identifier ON account_verification USING btree (identifier);
grant delete, insert, select, update on account_verification to tend_app;
grant select on account_verification to tend_backup;

create table api_key (
  workspace_id uuid not null,
  id uuid not null,
  colleague_id uuid not null,
  name text not null,
  secret_hash text not null,
  ending text not null,
  rights text[] not null,
  is_read_only boolean not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  used_at timestamp with time zone,
  used_from text,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, secret_hash),
  constraint api_key_check CHECK (((revoked_by IS NULL) OR (revoked_at IS NOT NULL))),
  constraint api_key_rights_check CHECK ((cardinality(rights) > 0)),
  FOREIGN KEY (workspace_id, colleague_id) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id),
  FOREIGN KEY (workspace_id, revoked_by) REFERENCES colleague(workspace_id, id)
);
CREATE INDEX api_key_by_colleague ON api_key USING btree (workspace_id, colleague_id);
alter table api_key enable row level security;
alter table api_key force row level security;
create policy backup on api_key for select to tend_backup using (true);
create policy tenant on api_key using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant insert, select, update on api_key to tend_app;
grant select on api_key to tend_backup;

create table attachment (
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  purpose text not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  added_at timestamp with time zone not null,
  added_by uuid not null,
  removed_at timestamp with time zone,
  removed_by uuid,
  PRIMARY KEY (workspace_id, id),
  constraint attachment_name_check CHECK ((name <> ''::text)),
  constraint attachment_purpose_check CHECK ((purpose = ANY (ARRAY['file'::text, 'photo'::text]))),
  constraint attachment_size_bytes_check CHECK ((size_bytes > 0)),
  FOREIGN KEY (workspace_id, added_by) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, customer_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, removed_by) REFERENCES colleague(workspace_id, id)
);
CREATE INDEX attachment_by_customer ON attachment USING btree (workspace_id, customer_id);
CREATE UNIQUE INDEX attachment_one_photo ON attachment USING btree (workspace_id, customer_id) WHERE ((purpose = 'photo'::text) AND (removed_at IS NULL));
CREATE INDEX attachment_removed ON attachment USING btree (workspace_id, removed_at) WHERE (removed_at IS NOT NULL);
alter table attachment enable row level security;
alter table attachment force row level security;
create policy backup on attachment for select to tend_backup using (true);
create policy tenant on attachment using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on attachment to tend_app;
grant select on attachment to tend_backup;

create table attention (
  workspace_id uuid not null,
  as_of_on date not null,
  customer_id uuid not null,
  colleague_id uuid not null,
  cost bigint not null,
  minutes integer not null,
  promised_at timestamp with time zone,
  PRIMARY KEY (workspace_id, as_of_on, customer_id, colleague_id),
  constraint attention_cost_check CHECK ((cost > 0))
);
CREATE INDEX attention_by_cost ON attention USING btree (workspace_id, as_of_on, colleague_id, cost DESC, customer_id) INCLUDE (minutes);
CREATE INDEX attention_by_promise ON attention USING btree (workspace_id, as_of_on, colleague_id, cost DESC, customer_id) INCLUDE (minutes, promised_at) WHERE (promised_at IS NOT NULL);
alter table attention enable row level security;
alter table attention force row level security;
create policy backup on attention for select to tend_backup using (true);
create policy tenant on attention using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on attention to tend_app;
grant select on attention to tend_backup;

create table automation (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  owner_id uuid not null,
  trigger text not null,
  filled jsonb not null,
  conditions text not null,
  actions jsonb not null,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  paused_at timestamp with time zone,
  stopped_at timestamp with time zone,
  stopped_why text,
  PRIMARY KEY (workspace_id, id),
  constraint automation_check CHECK (((stopped_at IS NULL) = (stopped_why IS NULL))),
  constraint automation_stopped_why_check CHECK ((stopped_why = ANY (ARRAY['owner_left'::text, 'right_lost'::text]))),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id),
  FOREIGN KEY (workspace_id, owner_id) REFERENCES colleague(workspace_id, id)
);
CREATE INDEX automation_by_owner ON automation USING btree (workspace_id, owner_id);
alter table automation enable row level security;
alter table automation force row level security;
create policy backup on automation for select to tend_backup using (true);
create policy tenant on automation using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on automation to tend_app;
grant select on automation to tend_backup;

create table automation_run (
  workspace_id uuid not null,
  id uuid not null,
  automation_id uuid not null,
  event_id uuid not null,
  customer_id uuid,
  cause_id uuid,
  ran_at timestamp with time zone not null,
  outcome text not null,
  why text,
  detail jsonb not null default '{}'::jsonb,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, automation_id, event_id),
  constraint automation_run_check CHECK (((why IS NULL) = (outcome = 'done'::text))),
  constraint automation_run_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'not_fitting'::text, 'held'::text, 'refused'::text]))),
  FOREIGN KEY (workspace_id, automation_id) REFERENCES automation(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, customer_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, event_id) REFERENCES event(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX automation_run_by_age ON automation_run USING btree (workspace_id, ran_at);
CREATE INDEX automation_run_by_customer ON automation_run USING btree (workspace_id, customer_id) WHERE (customer_id IS NOT NULL);
CREATE INDEX automation_run_by_event ON automation_run USING btree (workspace_id, event_id);
CREATE INDEX automation_run_done ON automation_run USING btree (workspace_id, automation_id, ran_at) WHERE (outcome = 'done'::text);
CREATE INDEX automation_run_latest ON automation_run USING btree (workspace_id, automation_id, ran_at DESC, id DESC);
alter table automation_run enable row level security;
alter table automation_run force row level security;
create policy backup on automation_run for select to tend_backup using (true);
create policy tenant on automation_run using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on automation_run to tend_app;
grant select on automation_run to tend_backup;

create table backup (
  id uuid not null,
  began_at timestamp with time zone not null,
  is_scheduled boolean not null,
  file text not null,
  is_encrypted boolean not null,
  finished_at timestamp with time zone,
  size_bytes bigint,
  verified_at timestamp with time zone,
  failure text,
  missing_files integer not null default 0,
  PRIMARY KEY (id),
  constraint backup_check CHECK (((failure IS NULL) OR (finished_at IS NOT NULL))),
  constraint backup_check1 CHECK (((verified_at IS NULL) OR (size_bytes IS NOT NULL))),
  constraint backup_missing_files_check CHECK ((missing_files >= 0))
);
CREATE INDEX backup_by_age ON backup USING btree (began_at);
grant delete, insert, select, update on backup to tend_app;
grant select on backup to tend_backup;

create table bulk_change (
  workspace_id uuid not null,
  id uuid not null,
  colleague_id uuid not null,
  changed_at timestamp with time zone not null,
  change jsonb not null,
  undone_at timestamp with time zone,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, colleague_id) REFERENCES colleague(workspace_id, id)
);
CREATE INDEX bulk_change_by_colleague ON bulk_change USING btree (workspace_id, colleague_id);
alter table bulk_change enable row level security;
alter table bulk_change force row level security;
create policy backup on bulk_change for select to tend_backup using (true);
create policy tenant on bulk_change using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on bulk_change to tend_app;
grant select on bulk_change to tend_backup;

create table bulk_changed (
  workspace_id uuid not null,
  change_id uuid not null,
  customer_id uuid not null,
  before jsonb not null,
  PRIMARY KEY (workspace_id, change_id, customer_id),
  FOREIGN KEY (workspace_id, change_id) REFERENCES bulk_change(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, customer_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX bulk_changed_by_customer ON bulk_changed USING btree (workspace_id, customer_id);
alter table bulk_changed enable row level security;
alter table bulk_changed force row level security;
create policy backup on bulk_changed for select to tend_backup using (true);
create policy tenant on bulk_changed using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on bulk_changed to tend_app;
grant select on bulk_changed to tend_backup;

create table cadence (
  workspace_id uuid not null,
  floor_days integer not null default 180,
  active_days integer not null default 730,
  country text,
  weekdays text,
  from_time time without time zone not null default '09:00:00'::time without time zone,
  until_time time without time zone not null default '17:00:00'::time without time zone,
  PRIMARY KEY (workspace_id),
  constraint cadence_active_days_check CHECK (((active_days >= 90) AND (active_days <= 1825))),
  constraint cadence_check CHECK ((until_time > from_time)),
  constraint cadence_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint cadence_floor_days_check CHECK (((floor_days >= 30) AND (floor_days <= 365))),
  constraint cadence_weekdays_check CHECK ((weekdays ~ '^[1-7]{1,7}$'::text)),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
alter table cadence enable row level security;
alter table cadence force row level security;
create policy backup on cadence for select to tend_backup using (true);
create policy tenant on cadence using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on cadence to tend_app;
grant select on cadence to tend_backup;

create table calendar_feed (
  workspace_id uuid not null,
  colleague_id uuid not null,
  secret_hash text not null,
  made_at timestamp with time zone not null,
  read_at timestamp with time zone,
  PRIMARY KEY (workspace_id, colleague_id),
  constraint calendar_feed_secret_hash_check CHECK ((secret_hash ~ '^[0-9a-f]{64}$'::text)),
  FOREIGN KEY (workspace_id, colleague_id) REFERENCES colleague(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX calendar_feed_by_secret ON calendar_feed USING btree (secret_hash);
alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy backup on calendar_feed for select to tend_backup using (true);
create policy operator on calendar_feed for select to tend_operator using (true);
create policy tenant on calendar_feed using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on calendar_feed to tend_app;
grant select on calendar_feed to tend_backup;
grant select on calendar_feed to tend_operator;

create table circle_link (
  workspace_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  kind text not null,
  note text,
  added_at timestamp with time zone not null,
  added_by uuid not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  PRIMARY KEY (workspace_id, id),
  constraint circle_link_check CHECK ((from_id <> to_id)),
  constraint circle_link_kind_check CHECK ((kind = ANY (ARRAY['family'::text, 'friend'::text, 'colleague'::text, 'neighbour'::text, 'referred'::text]))),
  FOREIGN KEY (workspace_id, added_by) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, ended_by) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, from_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, to_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX circle_link_from ON circle_link USING btree (workspace_id, from_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX circle_link_once ON circle_link USING btree (workspace_id, LEAST(from_id, to_id), GREATEST(from_id, to_id), kind) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX circle_link_one_referrer ON circle_link USING btree (workspace_id, to_id) WHERE ((kind = 'referred'::text) AND (ended_at IS NULL));
CREATE INDEX circle_link_to ON circle_link USING btree (workspace_id, to_id) WHERE (ended_at IS NULL);
alter table circle_link enable row level security;
alter table circle_link force row level security;
create policy backup on circle_link for select to tend_backup using (true);
create policy tenant on circle_link using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on circle_link to tend_app;
grant select on circle_link to tend_backup;

create table colleague (
  workspace_id uuid not null,
  id uuid not null,
  account_id text,
  name text not null,
  email text not null,
  role text not null,
  language text not null,
  calendar text not null default 'gregorian'::text,
  digits text not null default 'latin'::text,
  theme text not null default 'system'::text,
  density text not null default 'comfortable'::text,
  minutes_a_day integer not null default 120,
  suspended_at timestamp with time zone,
  suspended_by uuid,
  created_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone,
  serbian_names text not null default 'as_written'::text,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, account_id),
  constraint colleague_calendar_check CHECK ((calendar = ANY (ARRAY['gregorian'::text, 'persian'::text]))),
  constraint colleague_check CHECK (((suspended_at IS NULL) = (suspended_by IS NULL))),
  constraint colleague_density_check CHECK ((density = ANY (ARRAY['comfortable'::text, 'compact'::text]))),
  constraint colleague_digits_check CHECK ((digits = ANY (ARRAY['latin'::text, 'persian'::text]))),
  constraint colleague_minutes_a_day_check CHECK (((minutes_a_day >= 5) AND (minutes_a_day <= 960))),
  constraint colleague_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'colleague'::text, 'reader'::text]))),
  constraint colleague_serbian_names_check CHECK ((serbian_names = ANY (ARRAY['as_written'::text, 'latin'::text, 'cyrillic'::text]))),
  constraint colleague_theme_check CHECK ((theme = ANY (ARRAY['system'::text, 'light'::text, 'dark'::text]))),
  FOREIGN KEY (account_id) REFERENCES account(id),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id),
  FOREIGN KEY (workspace_id, suspended_by) REFERENCES colleague(workspace_id, id)
);
CREATE INDEX colleague_by_account ON colleague USING btree (account_id);
alter table colleague enable row level security;
alter table colleague force row level security;
create policy backup on colleague for select to tend_backup using (true);
create policy own_seat on colleague for select using ((account_id = ( SELECT current_account() AS current_account)));
create policy tenant on colleague using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on colleague to tend_app;
grant select on colleague to tend_backup;

create table consent (
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  purpose text not null,
  channel text not null,
  is_given boolean not null,
  source text not null,
  evidence text,
  said_at timestamp with time zone not null,
  noted_by uuid,
  noted_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, id),
  constraint consent_channel_check CHECK ((channel = ANY (ARRAY['call'::text, 'message'::text, 'email'::text, 'letter'::text]))),
  constraint consent_purpose_check CHECK ((purpose = ANY (ARRAY['offers'::text, 'greetings'::text, 'surveys'::text, 'news'::text]))),
  constraint consent_source_check CHECK ((source = ANY (ARRAY['talk'::text, 'form'::text, 'email'::text, 'letter'::text, 'website'::text, 'import'::text]))),
  FOREIGN KEY (workspace_id, customer_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, noted_by) REFERENCES colleague(workspace_id, id)
);
CREATE INDEX consent_by_customer ON consent USING btree (workspace_id, customer_id, said_at DESC, id DESC);
alter table consent enable row level security;
alter table consent force row level security;
create policy backup on consent for select to tend_backup using (true);
create policy tenant on consent using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on consent to tend_app;
grant select on consent to tend_backup;

create table contact_import (
  workspace_id uuid not null,
  id uuid not null,
  file_name text not null,
  file_size bigint not null,
  added_at timestamp with time zone not null,
  added_by uuid,
  mapping jsonb,
  started_at timestamp with time zone,
  started_by uuid,
  read_bytes bigint not null default 0,
  cancelled_at timestamp with time zone,
  cancelled_by uuid,
  finished_at timestamp with time zone,
  result jsonb,
  failure jsonb,
  PRIMARY KEY (workspace_id, id),
  constraint contact_import_check CHECK ((((result IS NULL) OR (failure IS NULL)) AND ((finished_at IS NOT NULL) = ((result IS NOT NULL) OR (failure IS NOT NULL))))),
  FOREIGN KEY (workspace_id, added_by) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, cancelled_by) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id),
  FOREIGN KEY (workspace_id, started_by) REFERENCES colleague(workspace_id, id)
);
CREATE INDEX contact_import_by_age ON contact_import USING btree (workspace_id, added_at);
alter table contact_import enable row level security;
alter table contact_import force row level security;
create policy backup on contact_import for select to tend_backup using (true);
create policy tenant on contact_import using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on contact_import to tend_app;
grant select on contact_import to tend_backup;

create table contact_import_row (
  workspace_id uuid not null,
  import_id uuid not null,
  line integer not null,
  taken boolean not null,
  reasons jsonb not null,
  cells text[] not null,
  PRIMARY KEY (workspace_id, import_id, line),
  FOREIGN KEY (workspace_id, import_id) REFERENCES contact_import(workspace_id, id) ON DELETE CASCADE
);
alter table contact_import_row enable row level security;
alter table contact_import_row force row level security;
create policy backup on contact_import_row for select to tend_backup using (true);
create policy tenant on contact_import_row using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on contact_import_row to tend_app;
grant select on contact_import_row to tend_backup;

create table contact_origin (
  workspace_id uuid not null,
  source text not null,
  key text not null,
  customer_id uuid not null,
  written jsonb not null,
  PRIMARY KEY (workspace_id, source, key),
  FOREIGN KEY (workspace_id, customer_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX contact_origin_by_customer ON contact_origin USING btree (workspace_id, customer_id);
alter table contact_origin enable row level security;
alter table contact_origin force row level security;
create policy backup on contact_origin for select to tend_backup using (true);
create policy tenant on contact_origin using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on contact_origin to tend_app;
grant select on contact_origin to tend_backup;

create table contact_point (
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  kind text not null,
  value text not null,
  label text,
  place smallint not null,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, customer_id, kind, value),
  constraint contact_point_kind_check CHECK ((kind = ANY (ARRAY['email'::text, 'phone'::text, 'website'::text]))),
  constraint contact_point_place_check CHECK ((place >= 0)),
  constraint contact_point_value_check CHECK ((value <> ''::text)),
  FOREIGN KEY (workspace_id, customer_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX contact_point_by_value ON contact_point USING btree (workspace_id, kind, value);
alter table contact_point enable row level security;
alter table contact_point force row level security;
create policy backup on contact_point for select to tend_backup using (true);
create policy tenant on contact_point using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on contact_point to tend_app;
grant select on contact_point to tend_backup;

create table contact_role (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  organization_id uuid not null,
  role text,
  since_on date,
  until_on date,
  PRIMARY KEY (workspace_id, id),
  constraint contact_role_check CHECK ((person_id <> organization_id)),
  constraint contact_role_check1 CHECK ((until_on >= since_on)),
  FOREIGN KEY (workspace_id, organization_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, person_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX contact_role_by_organization ON contact_role USING btree (workspace_id, organization_id);
CREATE INDEX contact_role_by_person ON contact_role USING btree (workspace_id, person_id);
alter table contact_role enable row level security;
alter table contact_role force row level security;
create policy backup on contact_role for select to tend_backup using (true);
create policy tenant on contact_role using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on contact_role to tend_app;
grant select on contact_role to tend_backup;

create table custom_choice (
  workspace_id uuid not null,
  id uuid not null,
  field_id uuid not null,
  name text not null,
  place integer not null,
  withdrawn_at timestamp with time zone,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, field_id, id),
  constraint custom_choice_name_check CHECK ((name <> ''::text)),
  FOREIGN KEY (workspace_id, field_id) REFERENCES custom_field(workspace_id, id) ON DELETE CASCADE
);
alter table custom_choice enable row level security;
alter table custom_choice force row level security;
create policy backup on custom_choice for select to tend_backup using (true);
create policy tenant on custom_choice using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on custom_choice to tend_app;
grant select on custom_choice to tend_backup;

create table custom_field (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  folded_name text not null,
  kind text not null,
  applies_to text not null,
  currency text,
  help text,
  place integer not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  archived_by uuid,
  archived_at timestamp with time zone,
  PRIMARY KEY (workspace_id, id),
  constraint custom_field_applies_to_check CHECK ((applies_to = ANY (ARRAY['persons'::text, 'organizations'::text, 'everyone'::text]))),
  constraint custom_field_check CHECK (((kind = 'money'::text) = (currency IS NOT NULL))),
  constraint custom_field_kind_check CHECK ((kind = ANY (ARRAY['text'::text, 'number'::text, 'money'::text, 'date'::text, 'choice'::text, 'choices'::text, 'person'::text]))),
  constraint custom_field_name_check CHECK ((name <> ''::text)),
  FOREIGN KEY (workspace_id, archived_by) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, made_by) REFERENCES colleague(workspace_id, id)
);
CREATE UNIQUE INDEX custom_field_by_name ON custom_field USING btree (workspace_id, folded_name) WHERE (archived_at IS NULL);
alter table custom_field enable row level security;
alter table custom_field force row level security;
create policy backup on custom_field for select to tend_backup using (true);
create policy tenant on custom_field using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on custom_field to tend_app;
grant select on custom_field to tend_backup;

create table custom_value (
  workspace_id uuid not null,
  customer_id uuid not null,
  field_id uuid not null,
  place smallint not null default 0,
  text_value text collate names,
  number_value double precision,
  minor_value bigint,
  date_value date,
  choice_id uuid,
  person_id uuid,
  person_name text collate names,
  PRIMARY KEY (workspace_id, customer_id, field_id, place),
  constraint custom_value_check CHECK ((num_nonnulls(text_value, number_value, minor_value, date_value, choice_id, person_id) = 1)),
  constraint custom_value_check1 CHECK (((person_id IS NULL) = (person_name IS NULL))),
  constraint custom_value_check2 CHECK ((person_id <> customer_id)),
  FOREIGN KEY (workspace_id, customer_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, field_id, choice_id) REFERENCES custom_choice(workspace_id, field_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, field_id) REFERENCES custom_field(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, person_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX custom_value_by_choice ON custom_value USING btree (workspace_id, field_id, choice_id, place, customer_id) WHERE (choice_id IS NOT NULL);
CREATE INDEX custom_value_by_date ON custom_value USING btree (workspace_id, field_id, date_value, customer_id) WHERE (date_value IS NOT NULL);
CREATE INDEX custom_value_by_minor ON custom_value USING btree (workspace_id, field_id, minor_value, customer_id) WHERE (minor_value IS NOT NULL);
CREATE INDEX custom_value_by_number ON custom_value USING btree (workspace_id, field_id, number_value, customer_id) WHERE (number_value IS NOT NULL);
CREATE INDEX custom_value_by_person ON custom_value USING btree (workspace_id, person_id, field_id, customer_id) WHERE (person_id IS NOT NULL);
CREATE INDEX custom_value_by_person_name ON custom_value USING btree (workspace_id, field_id, person_name, customer_id) WHERE (person_name IS NOT NULL);
CREATE INDEX custom_value_by_text ON custom_value USING btree (workspace_id, field_id, text_value, customer_id) WHERE (text_value IS NOT NULL);
alter table custom_value enable row level security;
alter table custom_value force row level security;
create policy backup on custom_value for select to tend_backup using (true);
create policy tenant on custom_value using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on custom_value to tend_app;
grant select on custom_value to tend_backup;

create table customer (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null default 'person'::text,
  external_id text,
  contact_only boolean not null default false,
  name text not null,
  latin_name text,
  sort_name text not null,
  search_name text not null,
  given text,
  patronymic text,
  family text,
  prefix text,
  suffix text,
  nickname text,
  other_names text,
  greeting text,
  email text,
  phone text,
  country text,
  language text,
  time_zone text,
  formality text,
  birth_calendar text,
  birth_year smallint,
  birth_month smallint,
  birth_day smallint,
  profession text,
  legal_name text,
  founded_on date,
  industry text,
  employees integer,
  parent_id uuid,
  note text,
  owner_id uuid not null,
  deputy_id uuid,
  known_since_on date not null,
  created_at timestamp with time zone not null default now(),
  search_rest text,
  search_digits text not null default ''::text,
  PRIMARY KEY (workspace_id, id),
  constraint customer_birth_calendar_check CHECK ((birth_calendar = ANY (ARRAY['gregory'::text, 'persian'::text]))),
  constraint customer_birth_day_check CHECK (((birth_day >= 1) AND (birth_day <= 31))),
  constraint customer_birth_month_check CHECK (((birth_month >= 1) AND (birth_month <= 12))),
  constraint customer_check CHECK ((deputy_id IS DISTINCT FROM owner_id)),
  constraint customer_check1 CHECK ((parent_id IS DISTINCT FROM id)),
  constraint customer_check2 CHECK ((((birth_month IS NULL) = (birth_day IS NULL)) AND ((birth_month IS NULL) = (birth_calendar IS NULL)) AND ((birth_year IS NULL) OR (birth_month IS NOT NULL)))),
  constraint customer_employees_check CHECK ((employees > 0)),
  constraint customer_formality_check CHECK ((formality = ANY (ARRAY['formal'::text, 'familiar'::text]))),
  constraint customer_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'organization'::text]))),
  FOREIGN KEY (workspace_id, deputy_id) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, owner_id) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, parent_id) REFERENCES customer(workspace_id, id) ON DELETE SET NULL (parent_id)
);
CREATE INDEX customer_by_deputy ON customer USING btree (workspace_id, deputy_id) WHERE (deputy_id IS NOT NULL);
CREATE UNIQUE INDEX customer_by_external_id ON customer USING btree (workspace_id, external_id) WHERE (external_id IS NOT NULL);
CREATE INDEX customer_by_owner ON customer USING btree (owner_id, workspace_id);
CREATE INDEX customer_by_parent ON customer USING btree (workspace_id, parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX customer_by_search ON customer USING gin (search_words(workspace_id, id, search_name, search_rest)) WITH (gin_pending_list_limit='256');
CREATE INDEX customer_without_search ON customer USING btree (workspace_id, id) WHERE (search_rest IS NULL);
alter table customer enable row level security;
alter table customer force row level security;
create policy backup on customer for select to tend_backup using (true);
create policy operator on customer for select to tend_operator using (true);
create policy tenant on customer using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
CREATE TRIGGER forget_words AFTER DELETE ON public.customer REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION forget_words();
CREATE TRIGGER remember_new_words AFTER UPDATE ON public.customer REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION remember_words();
CREATE TRIGGER remember_words AFTER INSERT ON public.customer REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION remember_words();
grant delete, insert, select, update on customer to tend_app;
grant select on customer to tend_backup;
grant select on customer to tend_operator;

create table customer_alias (
  workspace_id uuid not null,
  external_id text not null,
  customer_id uuid not null,
  PRIMARY KEY (workspace_id, external_id),
  FOREIGN KEY (workspace_id, customer_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX customer_alias_by_customer ON customer_alias USING btree (workspace_id, customer_id);
alter table customer_alias enable row level security;
alter table customer_alias force row level security;
create policy backup on customer_alias for select to tend_backup using (true);
create policy tenant on customer_alias using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on customer_alias to tend_app;
grant select on customer_alias to tend_backup;

create table customer_merge (
  workspace_id uuid not null,
  id uuid not null,
  kept_id uuid not null,
  gone_id uuid not null,
  gone_name text not null,
  merged_by uuid not null,
  merged_at timestamp with time zone not null,
  memory jsonb,
  undone_by uuid,
  undone_at timestamp with time zone,
  PRIMARY KEY (workspace_id, id),
  constraint customer_merge_check CHECK ((kept_id <> gone_id)),
  constraint customer_merge_check1 CHECK (((undone_at IS NULL) = (undone_by IS NULL))),
  FOREIGN KEY (workspace_id, merged_by) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, undone_by) REFERENCES colleague(workspace_id, id)
);
CREATE INDEX customer_merge_by_age ON customer_merge USING btree (workspace_id, merged_at);
CREATE UNIQUE INDEX customer_merge_by_gone ON customer_merge USING btree (workspace_id, gone_id) WHERE (undone_at IS NULL);
CREATE INDEX customer_merge_by_kept ON customer_merge USING btree (workspace_id, kept_id);
alter table customer_merge enable row level security;
alter table customer_merge force row level security;
create policy backup on customer_merge for select to tend_backup using (true);
create policy tenant on customer_merge using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on customer_merge to tend_app;
grant select on customer_merge to tend_backup;

create table customer_merge_row (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  merge_id uuid not null,
  table_name text not null,
  column_name text not null,
  what text not null,
  data jsonb not null,
  PRIMARY KEY (workspace_id, id),
  constraint customer_merge_row_what_check CHECK ((what = ANY (ARRAY['moved'::text, 'changed'::text, 'dropped'::text]))),
  FOREIGN KEY (workspace_id, merge_id) REFERENCES customer_merge(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX customer_merge_row_by_merge ON customer_merge_row USING btree (workspace_id, merge_id, table_name);
alter table customer_merge_row enable row level security;
alter table customer_merge_row force row level security;
create policy backup on customer_merge_row for select to tend_backup using (true);
create policy tenant on customer_merge_row using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on customer_merge_row to tend_app;
grant select on customer_merge_row to tend_backup;

create table customer_summary (
  workspace_id uuid not null,
  as_of_on date not null default 'infinity'::date,
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
  stage text not null default 'prospect'::text,
  visits integer not null default 0,
  spent_minor bigint not null default 0,
  first_purchase_on date,
  last_purchase_on date,
  own_gaps integer not null default 0,
  longest_gap_days real,
  usual_gap_days real,
  next_due_on date,
  next_due_from_on date,
  next_due_until_on date,
  silent_from_on date,
  gap_before_days real,
  gap_recent_days real,
  usual_basket_minor bigint,
  last_basket_minor bigint,
  basket_before_minor bigint,
  basket_recent_minor bigint,
  alive real,
  visits_365 real,
  spend_minor bigint,
  value_minor bigint not null default 0,
  risk text not null default 'calm'::text,
  value_at_risk_minor bigint not null default 0,
  last_contact_at timestamp with time zone,
  last_from_us_at timestamp with time zone,
  last_from_them_at timestamp with time zone,
  last_pulse smallint,
  last_pulse_at timestamp with time zone,
  open_promises integer not null default 0,
  next_promise_due_at timestamp with time zone,
  attempts integer not null default 0,
  last_attempt_at timestamp with time zone,
  routine_id uuid,
  contact_due_on date,
  contact_latest_on date,
  contact_on date,
  contact_by uuid,
  PRIMARY KEY (workspace_id, as_of_on, customer_id),
  constraint customer_summary_stage_check CHECK ((stage = ANY (ARRAY['prospect'::text, 'first-time'::text, 'returning'::text, 'lapsed'::text])))
) with (fillfactor=70);
CREATE INDEX customer_summary_by_contact ON customer_summary USING btree (workspace_id, as_of_on, contact_by, contact_on, customer_id) INCLUDE (routine_id) WHERE (contact_on IS NOT NULL);
CREATE INDEX customer_summary_by_external_id ON customer_summary USING btree (workspace_id, as_of_on, external_id);
CREATE INDEX customer_summary_by_last_contact ON customer_summary USING btree (workspace_id, as_of_on, stage, risk, last_contact_at, customer_id);
CREATE INDEX customer_summary_by_last_purchase ON customer_summary USING btree (workspace_id, as_of_on, stage, risk, last_purchase_on, customer_id);
CREATE INDEX customer_summary_by_name ON customer_summary USING btree (workspace_id, as_of_on, stage, risk, sort_name, customer_id);
CREATE INDEX customer_summary_by_next_due ON customer_summary USING btree (workspace_id, as_of_on, stage, risk, next_due_on, customer_id);
CREATE INDEX customer_summary_by_owner ON customer_summary USING btree (workspace_id, as_of_on, owner_id);
CREATE INDEX customer_summary_by_value ON customer_summary USING btree (workspace_id, as_of_on, stage, risk, value_minor, customer_id);
CREATE INDEX customer_summary_by_value_at_risk ON customer_summary USING btree (workspace_id, as_of_on, stage, risk, value_at_risk_minor, customer_id);
alter table customer_summary enable row level security;
alter table customer_summary force row level security;
create policy backup on customer_summary for select to tend_backup using (true);
create policy tenant on customer_summary using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on customer_summary to tend_app;
grant select on customer_summary to tend_backup;

create table customer_tag (
  workspace_id uuid not null,
  customer_id uuid not null,
  tag_id uuid not null,
  tagged_by uuid,
  tagged_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, customer_id, tag_id),
  FOREIGN KEY (workspace_id, customer_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, tag_id) REFERENCES tag(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, tagged_by) REFERENCES colleague(workspace_id, id)
);
CREATE INDEX customer_tag_by_tag ON customer_tag USING btree (workspace_id, tag_id, customer_id);
alter table customer_tag enable row level security;
alter table customer_tag force row level security;
create policy backup on customer_tag for select to tend_backup using (true);
create policy tenant on customer_tag using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on customer_tag to tend_app;
grant select on customer_tag to tend_backup;

create table day_plan (
  workspace_id uuid not null,
  colleague_id uuid not null,
  planned_on date not null,
  minutes integer,
  started_at timestamp with time zone,
  PRIMARY KEY (workspace_id, colleague_id, planned_on),
  constraint day_plan_minutes_check CHECK (((minutes >= 0) AND (minutes <= 960))),
  FOREIGN KEY (workspace_id, colleague_id) REFERENCES colleague(workspace_id, id)
);
alter table day_plan enable row level security;
alter table day_plan force row level security;
create policy backup on day_plan for select to tend_backup using (true);
create policy tenant on day_plan using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on day_plan to tend_app;
grant select on day_plan to tend_backup;

create table day_plan_entry (
  workspace_id uuid not null,
  colleague_id uuid not null,
  planned_on date not null,
  customer_id uuid not null,
  place integer,
  PRIMARY KEY (workspace_id, colleague_id, planned_on, customer_id),
  constraint day_plan_entry_place_check CHECK ((place >= 0)),
  FOREIGN KEY (workspace_id, colleague_id, planned_on) REFERENCES day_plan(workspace_id, colleague_id, planned_on) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, customer_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX day_plan_entry_by_customer ON day_plan_entry USING btree (workspace_id, customer_id);
alter table day_plan_entry enable row level security;
alter table day_plan_entry force row level security;
create policy backup on day_plan_entry for select to tend_backup using (true);
create policy tenant on day_plan_entry using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on day_plan_entry to tend_app;
grant select on day_plan_entry to tend_backup;

create table digest (
  workspace_id uuid not null,
  colleague_id uuid not null,
  due_on date not null,
  owed_at timestamp with time zone not null,
  outcome text,
  letter_id uuid,
  settled_at timestamp with time zone,
  PRIMARY KEY (workspace_id, colleague_id, due_on),
  constraint digest_check CHECK (((outcome IS NULL) = (settled_at IS NULL))),
  constraint digest_check1 CHECK (((letter_id IS NOT NULL) = ((outcome IS NOT NULL) AND (outcome = ANY (ARRAY['mailed'::text, 'missed'::text]))))),
  constraint digest_outcome_check CHECK ((outcome = ANY (ARRAY['mailed'::text, 'nothing_to_say'::text, 'no_mail'::text, 'missed'::text]))),
  FOREIGN KEY (workspace_id, colleague_id) REFERENCES colleague(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, letter_id) REFERENCES letter(workspace_id, id)
);
CREATE INDEX digest_by_letter ON digest USING btree (workspace_id, letter_id) WHERE (letter_id IS NOT NULL);
alter table digest enable row level security;
alter table digest force row level security;
create policy backup on digest for select to tend_backup using (true);
create policy tenant on digest using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on digest to tend_app;
grant select on digest to tend_backup;

create table duplicate_candidate (
  workspace_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  probability double precision not null,
  reasons jsonb not null,
  found_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, one_id, other_id),
  constraint duplicate_candidate_check CHECK ((one_id < other_id)),
  constraint duplicate_candidate_probability_check CHECK (((probability >= (0)::double precision) AND (probability <= (1)::double precision))),
  FOREIGN KEY (workspace_id, one_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, other_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX duplicate_candidate_by_other ON duplicate_candidate USING btree (workspace_id, other_id);
CREATE INDEX duplicate_candidate_by_probability ON duplicate_candidate USING btree (workspace_id, probability DESC, one_id, other_id);
alter table duplicate_candidate enable row level security;
alter table duplicate_candidate force row level security;
create policy backup on duplicate_candidate for select to tend_backup using (true);
create policy tenant on duplicate_candidate using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on duplicate_candidate to tend_app;
grant select on duplicate_candidate to tend_backup;

create table duplicate_look (
  workspace_id uuid not null,
  looked_at timestamp with time zone not null,
  customers integer not null,
  PRIMARY KEY (workspace_id)
);
alter table duplicate_look enable row level security;
alter table duplicate_look force row level security;
create policy backup on duplicate_look for select to tend_backup using (true);
create policy tenant on duplicate_look using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on duplicate_look to tend_app;
grant select on duplicate_look to tend_backup;

create table duplicate_wish (
  workspace_id uuid not null,
  customer_id uuid not null,
  PRIMARY KEY (workspace_id, customer_id)
);
alter table duplicate_wish enable row level security;
alter table duplicate_wish force row level security;
create policy backup on duplicate_wish for select to tend_backup using (true);
create policy tenant on duplicate_wish using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on duplicate_wish to tend_app;
grant select on duplicate_wish to tend_backup;

create table duty (
  name text not null,
  began_at timestamp with time zone not null,
  good_at timestamp with time zone,
  failed_at timestamp with time zone,
  failure text,
  caught_up integer not null default 0,
  missed_from timestamp with time zone,
  missed_until timestamp with time zone,
  PRIMARY KEY (name),
  constraint duty_check CHECK (((missed_from IS NULL) = (missed_until IS NULL)))
);
grant insert, select, update on duty to tend_app;
grant select on duty to tend_backup;

create table erased_trace (
  workspace_id uuid not null,
  trace bytea not null,
  erasure_id uuid not null,
  is_back boolean not null default false,
  PRIMARY KEY (workspace_id, trace),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
alter table erased_trace enable row level security;
alter table erased_trace force row level security;
create policy backup on erased_trace for select to tend_backup using (true);
create policy tenant on erased_trace using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant insert, select, update on erased_trace to tend_app;
grant select on erased_trace to tend_backup;

create table erasure (
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  why text not null,
  asked_by uuid,
  asked_at timestamp with time zone not null,
  due_on date not null,
  done_at timestamp with time zone,
  purchases integer,
  cancelled_at timestamp with time zone,
  cancelled_by uuid,
  PRIMARY KEY (workspace_id, id),
  constraint erasure_check CHECK (((done_at IS NULL) OR (cancelled_at IS NULL))),
  constraint erasure_check1 CHECK (((done_at IS NULL) = (purchases IS NULL))),
  constraint erasure_why_check CHECK ((why <> ''::text)),
  FOREIGN KEY (workspace_id, asked_by) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, cancelled_by) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
CREATE INDEX erasure_by_time ON erasure USING btree (workspace_id, asked_at, id);
CREATE UNIQUE INDEX erasure_open ON erasure USING btree (workspace_id, customer_id) WHERE ((done_at IS NULL) AND (cancelled_at IS NULL));
alter table erasure enable row level security;
alter table erasure force row level security;
create policy backup on erasure for select to tend_backup using (true);
create policy tenant on erasure using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant insert, select, update on erasure to tend_app;
grant select on erasure to tend_backup;

create table event (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null,
  happened_at timestamp with time zone not null,
  colleague_id uuid,
  customer_id uuid,
  subject_id uuid,
  detail jsonb not null default '{}'::jsonb,
  changes jsonb,
  salt uuid,
  digest bytea,
  proof bytea,
  via text,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX event_by_colleague ON event USING btree (workspace_id, colleague_id, id) WHERE (colleague_id IS NOT NULL);
CREATE INDEX event_by_customer ON event USING btree (workspace_id, customer_id, id) WHERE (customer_id IS NOT NULL);
CREATE INDEX event_by_kind ON event USING btree (workspace_id, kind, id);
CREATE INDEX event_by_via ON event USING btree (workspace_id, via, id) WHERE (via IS NOT NULL);
alter table event enable row level security;
alter table event force row level security;
create policy backup on event for select to tend_backup using (true);
create policy operator on event for update to tend_operator using (true) with check (true);
create policy operator_reads on event for select to tend_operator using (true);
create policy tenant on event using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant insert, select on event to tend_app;
grant select on event to tend_backup;
grant select on event to tend_operator;

create table event_follower (
  workspace_id uuid not null,
  id uuid not null,
  job text not null,
  kinds text[],
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
alter table event_follower enable row level security;
alter table event_follower force row level security;
create policy backup on event_follower for select to tend_backup using (true);
create policy tenant on event_follower using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on event_follower to tend_app;
grant select on event_follower to tend_backup;

create table event_seal (
  workspace_id uuid not null,
  number bigint not null,
  event_id uuid not null,
  link bytea not null,
  PRIMARY KEY (workspace_id, number),
  UNIQUE (workspace_id, event_id),
  constraint event_seal_number_check CHECK ((number > 0))
);
alter table event_seal enable row level security;
alter table event_seal force row level security;
create policy backup on event_seal for select to tend_backup using (true);
create policy tenant on event_seal using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant insert, select on event_seal to tend_app;
grant select on event_seal to tend_backup;

create table event_unsealed (
  workspace_id uuid not null,
  event_id uuid not null,
  PRIMARY KEY (workspace_id, event_id)
);
alter table event_unsealed enable row level security;
alter table event_unsealed force row level security;
create policy backup on event_unsealed for select to tend_backup using (true);
create policy tenant on event_unsealed using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select on event_unsealed to tend_app;
grant select on event_unsealed to tend_backup;

create table event_waiting (
  workspace_id uuid not null,
  follower_id uuid not null,
  event_id uuid not null,
  cause_id uuid,
  PRIMARY KEY (workspace_id, follower_id, event_id),
  FOREIGN KEY (workspace_id, event_id) REFERENCES event(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, follower_id) REFERENCES event_follower(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX event_waiting_by_event ON event_waiting USING btree (workspace_id, event_id);
alter table event_waiting enable row level security;
alter table event_waiting force row level security;
create policy backup on event_waiting for select to tend_backup using (true);
create policy tenant on event_waiting using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on event_waiting to tend_app;
grant select on event_waiting to tend_backup;

create table fact (
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  kind text not null,
  text text not null,
  source text not null,
  told_by text,
  touchpoint_id uuid,
  learned_on date not null,
  learned_by uuid,
  sensitivity text not null,
  uses text[] not null,
  changed_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  PRIMARY KEY (workspace_id, id),
  constraint fact_kind_check CHECK ((kind = ANY (ARRAY['preference'::text, 'need'::text, 'circumstance'::text, 'interest'::text, 'constraint'::text]))),
  constraint fact_sensitivity_check CHECK ((sensitivity = ANY (ARRAY['ordinary'::text, 'personal'::text, 'sensitive'::text]))),
  constraint fact_source_check CHECK ((source = ANY (ARRAY['told'::text, 'observed'::text, 'third_person'::text, 'public'::text, 'imported'::text]))),
  constraint fact_text_check CHECK ((text <> ''::text)),
  constraint fact_uses_check CHECK ((uses <@ ARRAY['service'::text, 'greeting'::text, 'offer'::text, 'analysis'::text])),
  FOREIGN KEY (workspace_id, customer_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, learned_by) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, touchpoint_id) REFERENCES touchpoint(workspace_id, id) ON DELETE SET NULL (touchpoint_id)
);
CREATE INDEX fact_by_customer ON fact USING btree (workspace_id, customer_id);
CREATE INDEX fact_by_touchpoint ON fact USING btree (workspace_id, touchpoint_id) WHERE (touchpoint_id IS NOT NULL);
alter table fact enable row level security;
alter table fact force row level security;
create policy backup on fact for select to tend_backup using (true);
create policy tenant on fact using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on fact to tend_app;
grant select on fact to tend_backup;

create table fact_change (
  workspace_id uuid not null,
  id uuid not null,
  fact_id uuid not null,
  number integer not null,
  what text not null,
  happened_at timestamp with time zone not null,
  colleague_id uuid,
  note text,
  kind text not null,
  text text not null,
  source text not null,
  told_by text,
  learned_on date not null,
  sensitivity text not null,
  uses text[] not null,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, fact_id, number),
  constraint fact_change_number_check CHECK ((number > 0)),
  constraint fact_change_what_check CHECK ((what = ANY (ARRAY['learned'::text, 'corrected'::text, 'retired'::text, 'restored'::text]))),
  FOREIGN KEY (workspace_id, colleague_id) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, fact_id) REFERENCES fact(workspace_id, id) ON DELETE CASCADE
);
alter table fact_change enable row level security;
alter table fact_change force row level security;
create policy backup on fact_change for select to tend_backup using (true);
create policy tenant on fact_change using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant insert, select on fact_change to tend_app;
grant select on fact_change to tend_backup;

create table goal (
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  wish text not null,
  help text,
  sign text,
  review_on date not null,
  state text not null,
  PRIMARY KEY (workspace_id, id),
  constraint goal_state_check CHECK ((state = ANY (ARRAY['open'::text, 'reached'::text, 'given_up'::text]))),
  constraint goal_wish_check CHECK ((wish <> ''::text)),
  FOREIGN KEY (workspace_id, customer_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX goal_by_customer ON goal USING btree (workspace_id, customer_id);
alter table goal enable row level security;
alter table goal force row level security;
create policy backup on goal for select to tend_backup using (true);
create policy tenant on goal using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on goal to tend_app;
grant select on goal to tend_backup;

create table goal_event (
  workspace_id uuid not null,
  id uuid not null,
  goal_id uuid not null,
  number integer not null,
  kind text not null,
  happened_at timestamp with time zone not null,
  colleague_id uuid not null,
  note text,
  wish text not null,
  help text,
  sign text,
  review_on date not null,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, goal_id, number),
  constraint goal_event_kind_check CHECK ((kind = ANY (ARRAY['set'::text, 'changed'::text, 'reviewed'::text, 'reached'::text, 'given_up'::text, 'reopened'::text]))),
  constraint goal_event_number_check CHECK ((number > 0)),
  FOREIGN KEY (workspace_id, colleague_id) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, goal_id) REFERENCES goal(workspace_id, id) ON DELETE CASCADE
);
alter table goal_event enable row level security;
alter table goal_event force row level security;
create policy backup on goal_event for select to tend_backup using (true);
create policy tenant on goal_event using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant insert, select on goal_event to tend_app;
grant select on goal_event to tend_backup;

create table invitation (
  workspace_id uuid not null,
  id uuid not null,
  colleague_id uuid,
  name text not null,
  email text not null,
  role text not null,
  secret_hash text not null,
  invited_by uuid not null,
  invited_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  outcome text,
  ended_by uuid,
  PRIMARY KEY (workspace_id, id),
  constraint invitation_check CHECK ((expires_at > invited_at)),
  constraint invitation_check1 CHECK (((ended_at IS NULL) = (outcome IS NULL))),
  constraint invitation_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'revoked'::text, 'replaced'::text]))),
  constraint invitation_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'colleague'::text, 'reader'::text]))),
  FOREIGN KEY (workspace_id, colleague_id) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, ended_by) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id),
  FOREIGN KEY (workspace_id, invited_by) REFERENCES colleague(workspace_id, id)
);
CREATE INDEX invitation_by_address ON invitation USING btree (email) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX invitation_open ON invitation USING btree (workspace_id, email) WHERE (ended_at IS NULL);
alter table invitation enable row level security;
alter table invitation force row level security;
create policy backup on invitation for select to tend_backup using (true);
create policy operator on invitation for select to tend_operator using (true);
create policy tenant on invitation using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant insert, select, update on invitation to tend_app;
grant select on invitation to tend_backup;
grant select on invitation to tend_operator;

create table key_customer (
  workspace_id uuid not null,
  customer_id uuid not null,
  reason text not null,
  listed_by uuid,
  listed_on date not null,
  review_on date not null,
  removed_by uuid,
  removed_on date,
  PRIMARY KEY (workspace_id, customer_id, listed_on),
  constraint key_customer_check CHECK ((removed_on >= listed_on)),
  constraint key_customer_reason_check CHECK ((reason <> ''::text)),
  FOREIGN KEY (workspace_id, customer_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, listed_by) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, removed_by) REFERENCES colleague(workspace_id, id)
);
CREATE UNIQUE INDEX key_customer_listed ON key_customer USING btree (workspace_id, customer_id) WHERE (removed_on IS NULL);
alter table key_customer enable row level security;
alter table key_customer force row level security;
create policy backup on key_customer for select to tend_backup using (true);
create policy operator on key_customer for select to tend_operator using (true);
create policy tenant on key_customer using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on key_customer to tend_app;
grant select on key_customer to tend_backup;
grant select on key_customer to tend_operator;

create table letter (
  workspace_id uuid not null,
  id uuid not null,
  purpose text not null,
  to_address text not null,
  subject text,
  body_text text,
  body_html text,
  made_at timestamp with time zone not null,
  give_up_at timestamp with time zone not null,
  attempts integer not null default 0,
  begun_at timestamp with time zone,
  sent_at timestamp with time zone,
  failed_at timestamp with time zone,
  failure text,
  answer text,
  PRIMARY KEY (workspace_id, id),
  constraint letter_check CHECK (((sent_at IS NULL) OR (failed_at IS NULL))),
  constraint letter_check1 CHECK (((failed_at IS NULL) OR (failure IS NOT NULL))),
  constraint letter_check2 CHECK (((body_text IS NULL) = ((sent_at IS NOT NULL) OR (failed_at IS NOT NULL)))),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
CREATE INDEX letter_failed ON letter USING btree (workspace_id, failed_at DESC) WHERE (failed_at IS NOT NULL);
CREATE INDEX letter_sent ON letter USING btree (workspace_id, sent_at DESC) WHERE (sent_at IS NOT NULL);
CREATE INDEX letter_waiting ON letter USING btree (workspace_id, made_at) WHERE ((sent_at IS NULL) AND (failed_at IS NULL));
alter table letter enable row level security;
alter table letter force row level security;
create policy backup on letter for select to tend_backup using (true);
create policy tenant on letter using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on letter to tend_app;
grant select on letter to tend_backup;

create table migration (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  PRIMARY KEY (name)
);
grant select on migration to tend_app;
grant select on migration to tend_backup;

create table name_frequency (
  workspace_id uuid not null,
  name bigint not null,
  bearers integer not null,
  PRIMARY KEY (workspace_id, name)
);
alter table name_frequency enable row level security;
alter table name_frequency force row level security;
create policy backup on name_frequency for select to tend_backup using (true);
create policy tenant on name_frequency using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on name_frequency to tend_app;
grant select on name_frequency to tend_backup;

create table not_duplicate (
  workspace_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  said_by uuid,
  said_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, one_id, other_id),
  constraint not_duplicate_check CHECK ((one_id < other_id)),
  FOREIGN KEY (workspace_id, one_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, other_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, said_by) REFERENCES colleague(workspace_id, id)
);
CREATE INDEX not_duplicate_by_other ON not_duplicate USING btree (workspace_id, other_id);
alter table not_duplicate enable row level security;
alter table not_duplicate force row level security;
create policy backup on not_duplicate for select to tend_backup using (true);
create policy tenant on not_duplicate using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on not_duplicate to tend_app;
grant select on not_duplicate to tend_backup;

create table past_day (
  workspace_id uuid not null,
  as_of_on date not null,
  made_at timestamp with time zone not null default now(),
  PRIMARY KEY (workspace_id, as_of_on)
);
alter table past_day enable row level security;
alter table past_day force row level security;
create policy backup on past_day for select to tend_backup using (true);
create policy tenant on past_day using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on past_day to tend_app;
grant select on past_day to tend_backup;

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
  place smallint not null,
  PRIMARY KEY (workspace_id, id),
  constraint postal_address_check CHECK ((COALESCE(street, postal_code, city, region, country) IS NOT NULL)),
  constraint postal_address_place_check CHECK ((place >= 0)),
  FOREIGN KEY (workspace_id, customer_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX postal_address_by_customer ON postal_address USING btree (workspace_id, customer_id, place);
alter table postal_address enable row level security;
alter table postal_address force row level security;
create policy backup on postal_address for select to tend_backup using (true);
create policy tenant on postal_address using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on postal_address to tend_app;
grant select on postal_address to tend_backup;

create table product (
  workspace_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  first_seen_at timestamp with time zone not null default now(),
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, code)
);
alter table product enable row level security;
alter table product force row level security;
create policy backup on product for select to tend_backup using (true);
create policy tenant on product using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant insert, select, update on product to tend_app;
grant select on product to tend_backup;

create table promise (
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  person_id uuid,
  what text not null,
  firmness text not null default 'firm'::text,
  giver_id uuid not null,
  touchpoint_id uuid,
  given_at timestamp with time zone not null,
  owner_id uuid not null,
  handed_to_id uuid,
  handed_at timestamp with time zone,
  due_from timestamp with time zone,
  due_at timestamp with time zone not null,
  state text not null,
  ended_at timestamp with time zone,
  counts_for_id uuid not null,
  counted_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  told text,
  PRIMARY KEY (workspace_id, id),
  constraint promise_check CHECK (((state = 'open'::text) = (ended_at IS NULL))),
  constraint promise_check1 CHECK ((due_from < due_at)),
  constraint promise_check2 CHECK (((handed_to_id IS NULL) = (handed_at IS NULL))),
  constraint promise_check3 CHECK (((handed_to_id IS NULL) OR ((ended_at IS NULL) AND (handed_to_id <> owner_id)))),
  constraint promise_firmness_check CHECK ((firmness = ANY (ARRAY['firm'::text, 'aim'::text]))),
  constraint promise_state_check CHECK ((state = ANY (ARRAY['open'::text, 'kept'::text, 'kept_late'::text, 'broken'::text, 'released'::text]))),
  constraint promise_told_check CHECK ((told = ANY (ARRAY['soon'::text, 'due'::text]))),
  constraint promise_what_check CHECK ((what <> ''::text)),
  FOREIGN KEY (workspace_id, counts_for_id) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, customer_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id),
  FOREIGN KEY (workspace_id, giver_id) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, handed_to_id) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, owner_id) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, person_id) REFERENCES customer(workspace_id, id) ON DELETE SET NULL (person_id),
  FOREIGN KEY (workspace_id, touchpoint_id) REFERENCES touchpoint(workspace_id, id) ON DELETE SET NULL (touchpoint_id)
);
CREATE INDEX promise_by_customer ON promise USING btree (workspace_id, customer_id, due_at);
CREATE INDEX promise_by_end ON promise USING btree (workspace_id, ended_at) WHERE (ended_at IS NOT NULL);
CREATE INDEX promise_by_giver ON promise USING btree (workspace_id, giver_id);
CREATE INDEX promise_by_handing ON promise USING btree (workspace_id, handed_at) WHERE (handed_to_id IS NOT NULL);
CREATE INDEX promise_by_person ON promise USING btree (workspace_id, person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX promise_by_touchpoint ON promise USING btree (workspace_id, touchpoint_id) WHERE (touchpoint_id IS NOT NULL);
CREATE INDEX promise_counted ON promise USING btree (workspace_id, counted_at) INCLUDE (state, counts_for_id, customer_id) WHERE (counted_at IS NOT NULL);
CREATE INDEX promise_handed ON promise USING btree (workspace_id, handed_to_id, due_at, id) WHERE (handed_to_id IS NOT NULL);
CREATE INDEX promise_open_by_customer ON promise USING btree (workspace_id, customer_id) WHERE (ended_at IS NULL);
CREATE INDEX promise_open_by_due ON promise USING btree (workspace_id, due_at, id) WHERE (ended_at IS NULL);
CREATE INDEX promise_open_by_owner ON promise USING btree (workspace_id, owner_id, due_at, id) WHERE (ended_at IS NULL);
CREATE INDEX promise_untold_by_beginning ON promise USING btree (workspace_id, (
CASE
    WHEN (due_from IS NULL) THEN due_at
    ELSE due_from
END)) WHERE ((ended_at IS NULL) AND (told IS NULL));
CREATE INDEX promise_untold_by_due ON promise USING btree (workspace_id, due_at) WHERE ((ended_at IS NULL) AND (told IS DISTINCT FROM 'due'::text));
alter table promise enable row level security;
alter table promise force row level security;
create policy backup on promise for select to tend_backup using (true);
create policy tenant on promise using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on promise to tend_app;
grant select on promise to tend_backup;

create table promise_event (
  workspace_id uuid not null,
  id uuid not null,
  promise_id uuid not null,
  number integer not null,
  kind text not null,
  happened_at timestamp with time zone not null,
  colleague_id uuid,
  to_id uuid,
  due_from timestamp with time zone,
  due_at timestamp with time zone,
  touchpoint_id uuid,
  note text,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, promise_id, number),
  constraint promise_event_check CHECK (((colleague_id IS NOT NULL) OR (kind = 'reminded'::text))),
  constraint promise_event_check1 CHECK (((due_at IS NOT NULL) = (kind = ANY (ARRAY['given'::text, 'time_asked'::text, 'called_anyway'::text])))),
  constraint promise_event_check2 CHECK (((to_id IS NOT NULL) = (kind = ANY (ARRAY['handed_over'::text, 'accepted'::text, 'reminded'::text])))),
  constraint promise_event_kind_check CHECK ((kind = ANY (ARRAY['given'::text, 'time_asked'::text, 'called_anyway'::text, 'handed_over'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text, 'reminded'::text, 'kept'::text, 'broken'::text, 'released'::text, 'reopened'::text]))),
  constraint promise_event_number_check CHECK ((number > 0)),
  FOREIGN KEY (workspace_id, colleague_id) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, promise_id) REFERENCES promise(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, to_id) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, touchpoint_id) REFERENCES touchpoint(workspace_id, id) ON DELETE SET NULL (touchpoint_id)
);
CREATE INDEX promise_event_by_colleague ON promise_event USING btree (workspace_id, colleague_id);
CREATE INDEX promise_event_by_touchpoint ON promise_event USING btree (workspace_id, touchpoint_id) WHERE (touchpoint_id IS NOT NULL);
CREATE INDEX promise_event_end ON promise_event USING btree (workspace_id, happened_at) WHERE (kind = ANY (ARRAY['kept'::text, 'broken'::text, 'released'::text]));
CREATE INDEX promise_event_fallen_back ON promise_event USING btree (workspace_id, happened_at) WHERE (kind = ANY (ARRAY['declined'::text, 'withdrawn'::text]));
alter table promise_event enable row level security;
alter table promise_event force row level security;
create policy backup on promise_event for select to tend_backup using (true);
create policy tenant on promise_event using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant insert, select on promise_event to tend_app;
grant select on promise_event to tend_backup;

create table purchase (
  workspace_id uuid not null,
  id uuid not null,
  number text not null,
  customer_id uuid,
  kind text not null,
  placed_at timestamp with time zone not null,
  placed_on date not null,
  currency text not null,
  total_minor bigint not null,
  line_count integer not null,
  import_id uuid,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, number),
  constraint purchase_kind_check CHECK ((kind = ANY (ARRAY['sale'::text, 'return'::text, 'adjustment'::text]))),
  FOREIGN KEY (workspace_id, customer_id) REFERENCES customer(workspace_id, id)
);
CREATE INDEX purchase_by_customer ON purchase USING btree (workspace_id, customer_id, placed_on, id) INCLUDE (kind, total_minor) WHERE (customer_id IS NOT NULL);
alter table purchase enable row level security;
alter table purchase force row level security;
create policy backup on purchase for select to tend_backup using (true);
create policy tenant on purchase using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
CREATE TRIGGER forget_lines AFTER DELETE ON public.purchase REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION forget_lines_of_deleted_purchases();
grant delete, insert, select, update on purchase to tend_app;
grant select on purchase to tend_backup;

create table purchase_import (
  workspace_id uuid not null,
  id uuid not null,
  file_name text not null,
  file_size bigint not null,
  added_at timestamp with time zone not null,
  added_by uuid,
  mapping jsonb,
  started_at timestamp with time zone,
  started_by uuid,
  read_bytes bigint not null default 0,
  cancelled_at timestamp with time zone,
  cancelled_by uuid,
  finished_at timestamp with time zone,
  result jsonb,
  failure jsonb,
  PRIMARY KEY (workspace_id, id),
  constraint purchase_import_check CHECK ((((result IS NULL) OR (failure IS NULL)) AND ((finished_at IS NOT NULL) = ((result IS NOT NULL) OR (failure IS NOT NULL))))),
  FOREIGN KEY (workspace_id, added_by) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, cancelled_by) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id),
  FOREIGN KEY (workspace_id, started_by) REFERENCES colleague(workspace_id, id)
);
CREATE INDEX purchase_import_by_age ON purchase_import USING btree (workspace_id, added_at);
alter table purchase_import enable row level security;
alter table purchase_import force row level security;
create policy backup on purchase_import for select to tend_backup using (true);
create policy tenant on purchase_import using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on purchase_import to tend_app;
grant select on purchase_import to tend_backup;

create table purchase_import_set_aside (
  workspace_id uuid not null,
  import_id uuid not null,
  line integer not null,
  reason text not null,
  cells text[] not null,
  PRIMARY KEY (workspace_id, import_id, line),
  FOREIGN KEY (workspace_id, import_id) REFERENCES purchase_import(workspace_id, id) ON DELETE CASCADE
);
alter table purchase_import_set_aside enable row level security;
alter table purchase_import_set_aside force row level security;
create policy backup on purchase_import_set_aside for select to tend_backup using (true);
create policy tenant on purchase_import_set_aside using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on purchase_import_set_aside to tend_app;
grant select on purchase_import_set_aside to tend_backup;

create table purchase_lines (
  workspace_id uuid not null,
  purchase_id uuid not null,
  product_ids uuid[] not null,
  quantities numeric[] not null,
  unit_prices numeric[] not null,
  PRIMARY KEY (workspace_id, purchase_id),
  constraint purchase_lines_check CHECK (((cardinality(product_ids) = cardinality(quantities)) AND (cardinality(quantities) = cardinality(unit_prices))))
);
alter table purchase_lines enable row level security;
alter table purchase_lines force row level security;
create policy backup on purchase_lines for select to tend_backup using (true);
create policy tenant on purchase_lines using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on purchase_lines to tend_app;
grant select on purchase_lines to tend_backup;

create table push_delivery (
  workspace_id uuid not null,
  reminder_id uuid not null,
  device_id uuid not null,
  told_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, reminder_id, device_id),
  FOREIGN KEY (workspace_id, device_id) REFERENCES push_device(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, reminder_id) REFERENCES reminder(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX push_delivery_by_device ON push_delivery USING btree (workspace_id, device_id);
alter table push_delivery enable row level security;
alter table push_delivery force row level security;
create policy backup on push_delivery for select to tend_backup using (true);
create policy tenant on push_delivery using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on push_delivery to tend_app;
grant select on push_delivery to tend_backup;

create table push_device (
  workspace_id uuid not null,
  id uuid not null,
  colleague_id uuid not null,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  name text not null,
  made_at timestamp with time zone not null,
  told_at timestamp with time zone,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, endpoint),
  FOREIGN KEY (workspace_id, colleague_id) REFERENCES colleague(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX push_device_by_colleague ON push_device USING btree (workspace_id, colleague_id);
alter table push_device enable row level security;
alter table push_device force row level security;
create policy backup on push_device for select to tend_backup using (true);
create policy tenant on push_device using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on push_device to tend_app;
grant select on push_device to tend_backup;

create table quiet_period (
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  from_on date not null,
  until_on date not null,
  yearly boolean not null,
  note text,
  noted_by uuid not null,
  noted_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, id),
  constraint quiet_period_check CHECK ((until_on >= from_on)),
  FOREIGN KEY (workspace_id, customer_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, noted_by) REFERENCES colleague(workspace_id, id)
);
CREATE INDEX quiet_period_by_customer ON quiet_period USING btree (workspace_id, customer_id, until_on);
alter table quiet_period enable row level security;
alter table quiet_period force row level security;
create policy backup on quiet_period for select to tend_backup using (true);
create policy tenant on quiet_period using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on quiet_period to tend_app;
grant select on quiet_period to tend_backup;

create table reason_answer (
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  kind text not null,
  occasion text not null,
  answer text not null,
  until_on date,
  why text,
  colleague_id uuid not null,
  answered_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, id, kind, occasion),
  constraint reason_answer_answer_check CHECK ((answer = ANY (ARRAY['snoozed'::text, 'declined'::text]))),
  constraint reason_answer_check CHECK (((until_on IS NOT NULL) = (answer = 'snoozed'::text))),
  constraint reason_answer_check1 CHECK (((why IS NOT NULL) = (answer = 'declined'::text))),
  FOREIGN KEY (workspace_id, colleague_id) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, customer_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX reason_answer_by_colleague ON reason_answer USING btree (workspace_id, colleague_id);
CREATE INDEX reason_answer_by_customer ON reason_answer USING btree (workspace_id, customer_id, answered_at);
CREATE INDEX reason_answer_declined ON reason_answer USING btree (workspace_id, answered_at) WHERE (answer = 'declined'::text);
alter table reason_answer enable row level security;
alter table reason_answer force row level security;
create policy backup on reason_answer for select to tend_backup using (true);
create policy tenant on reason_answer using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on reason_answer to tend_app;
grant select on reason_answer to tend_backup;

create table reminder (
  workspace_id uuid not null,
  id uuid not null,
  colleague_id uuid not null,
  kind text not null,
  occasion text not null,
  customer_id uuid,
  promise_id uuid,
  by_id uuid,
  count integer not null default 1,
  owed_at timestamp with time zone not null,
  made_at timestamp with time zone not null,
  late_seconds integer generated always as ((GREATEST((0)::numeric, EXTRACT(epoch FROM (made_at - owed_at))))::integer) stored,
  seen_at timestamp with time zone,
  words text,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, colleague_id, kind, occasion),
  constraint reminder_count_check CHECK ((count > 0)),
  constraint reminder_kind_check CHECK ((kind = ANY (ARRAY['promise_soon'::text, 'promise_due'::text, 'handed_to_you'::text, 'hand_over_declined'::text, 'hand_over_withdrawn'::text, 'talks_today'::text, 'webhook_paused'::text, 'automation_says'::text, 'automation_stopped'::text, 'backup_failed'::text, 'audit_tampered'::text]))),
  FOREIGN KEY (workspace_id, by_id) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, colleague_id) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, customer_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id),
  FOREIGN KEY (workspace_id, promise_id) REFERENCES promise(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX reminder_by_customer ON reminder USING btree (workspace_id, customer_id) WHERE (customer_id IS NOT NULL);
CREATE INDEX reminder_by_doer ON reminder USING btree (workspace_id, by_id) WHERE (by_id IS NOT NULL);
CREATE INDEX reminder_by_promise ON reminder USING btree (workspace_id, promise_id) WHERE (promise_id IS NOT NULL);
CREATE INDEX reminder_latest ON reminder USING btree (workspace_id, colleague_id, made_at DESC, id DESC);
CREATE INDEX reminder_unseen ON reminder USING btree (workspace_id, colleague_id, made_at DESC, id DESC) WHERE (seen_at IS NULL);
alter table reminder enable row level security;
alter table reminder force row level security;
create policy backup on reminder for select to tend_backup using (true);
create policy tenant on reminder using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on reminder to tend_app;
grant select on reminder to tend_backup;

create table reminder_progress (
  workspace_id uuid not null,
  done_until timestamp with time zone not null,
  since timestamp with time zone not null,
  PRIMARY KEY (workspace_id),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
alter table reminder_progress enable row level security;
alter table reminder_progress force row level security;
create policy backup on reminder_progress for select to tend_backup using (true);
create policy tenant on reminder_progress using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on reminder_progress to tend_app;
grant select on reminder_progress to tend_backup;

create table reminder_settings (
  workspace_id uuid not null,
  colleague_id uuid not null,
  minutes_before integer not null default 60,
  digest boolean not null default false,
  digest_hour smallint not null default 8,
  digest_weekdays text,
  time_zone text,
  changed_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, colleague_id),
  constraint reminder_settings_digest_hour_check CHECK (((digest_hour >= 0) AND (digest_hour <= 23))),
  constraint reminder_settings_digest_weekdays_check CHECK ((digest_weekdays ~ '^[1-7]{1,7}$'::text)),
  constraint reminder_settings_minutes_before_check CHECK (((minutes_before >= 0) AND (minutes_before <= 2880))),
  FOREIGN KEY (workspace_id, colleague_id) REFERENCES colleague(workspace_id, id) ON DELETE CASCADE
);
alter table reminder_settings enable row level security;
alter table reminder_settings force row level security;
create policy backup on reminder_settings for select to tend_backup using (true);
create policy tenant on reminder_settings using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on reminder_settings to tend_app;
grant select on reminder_settings to tend_backup;

create table request_answer (
  workspace_id uuid not null,
  key text not null,
  fingerprint text not null,
  answer jsonb,
  answered_at timestamp with time zone not null default now(),
  PRIMARY KEY (workspace_id, key)
);
CREATE INDEX request_answer_by_age ON request_answer USING btree (workspace_id, answered_at);
alter table request_answer enable row level security;
alter table request_answer force row level security;
create policy backup on request_answer for select to tend_backup using (true);
create policy tenant on request_answer using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on request_answer to tend_app;
grant select on request_answer to tend_backup;

create table restoration (
  restored_at timestamp with time zone not null,
  backup_made_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  PRIMARY KEY (restored_at)
);
grant select, update on restoration to tend_app;
grant select on restoration to tend_backup;

create table retention (
  workspace_id uuid not null,
  customer_years integer,
  file_days integer,
  event_years integer,
  PRIMARY KEY (workspace_id),
  constraint retention_customer_years_check CHECK (((customer_years >= 1) AND (customer_years <= 30))),
  constraint retention_event_years_check CHECK (((event_years >= 1) AND (event_years <= 30))),
  constraint retention_file_days_check CHECK (((file_days >= 1) AND (file_days <= 3650))),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
alter table retention enable row level security;
alter table retention force row level security;
create policy backup on retention for select to tend_backup using (true);
create policy tenant on retention using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on retention to tend_app;
grant select on retention to tend_backup;

create table routine (
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid,
  list_id uuid,
  list_name text,
  tag_id uuid,
  stage text,
  for_key boolean not null default false,
  every_days integer not null,
  latest_days integer not null,
  channel text not null,
  purpose text not null,
  made_by uuid not null,
  made_on date not null,
  PRIMARY KEY (workspace_id, id),
  constraint routine_channel_check CHECK ((channel = ANY (ARRAY['call'::text, 'message'::text, 'email'::text, 'visit'::text, 'meeting'::text, 'letter'::text]))),
  constraint routine_check CHECK (((list_name IS NOT NULL) = (list_id IS NOT NULL))),
  constraint routine_check1 CHECK (((latest_days >= every_days) AND (latest_days <= 730))),
  constraint routine_check2 CHECK (((num_nonnulls(customer_id, list_id, tag_id, stage) + (for_key)::integer) = 1)),
  constraint routine_every_days_check CHECK (((every_days >= 1) AND (every_days <= 730))),
  constraint routine_purpose_check CHECK ((purpose <> ''::text)),
  constraint routine_stage_check CHECK ((stage = ANY (ARRAY['prospect'::text, 'first-time'::text, 'returning'::text, 'lapsed'::text]))),
  FOREIGN KEY (workspace_id, customer_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id),
  FOREIGN KEY (workspace_id, made_by) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, tag_id) REFERENCES tag(workspace_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX routine_of_customer ON routine USING btree (workspace_id, customer_id) WHERE (customer_id IS NOT NULL);
CREATE UNIQUE INDEX routine_of_key ON routine USING btree (workspace_id) WHERE for_key;
CREATE UNIQUE INDEX routine_of_list ON routine USING btree (workspace_id, list_id) WHERE (list_id IS NOT NULL);
CREATE UNIQUE INDEX routine_of_stage ON routine USING btree (workspace_id, stage) WHERE (stage IS NOT NULL);
CREATE UNIQUE INDEX routine_of_tag ON routine USING btree (workspace_id, tag_id) WHERE (tag_id IS NOT NULL);
alter table routine enable row level security;
alter table routine force row level security;
create policy backup on routine for select to tend_backup using (true);
create policy tenant on routine using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on routine to tend_app;
grant select on routine to tend_backup;

create table routine_member (
  workspace_id uuid not null,
  routine_id uuid not null,
  customer_id uuid not null,
  PRIMARY KEY (workspace_id, routine_id, customer_id),
  FOREIGN KEY (workspace_id, customer_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, routine_id) REFERENCES routine(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX routine_member_by_customer ON routine_member USING btree (workspace_id, customer_id);
alter table routine_member enable row level security;
alter table routine_member force row level security;
create policy backup on routine_member for select to tend_backup using (true);
create policy tenant on routine_member using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on routine_member to tend_app;
grant select on routine_member to tend_backup;

create table saved_view (
  workspace_id uuid not null,
  id uuid not null,
  colleague_id uuid not null,
  name text not null,
  shared boolean not null,
  state jsonb not null,
  changed_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, colleague_id, name),
  constraint saved_view_name_check CHECK ((name <> ''::text)),
  FOREIGN KEY (workspace_id, colleague_id) REFERENCES colleague(workspace_id, id)
);
alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy backup on saved_view for select to tend_backup using (true);
create policy tenant on saved_view using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on saved_view to tend_app;
grant select on saved_view to tend_backup;

create table search_word (
  workspace_id uuid not null,
  word text collate "C" not null,
  customer_id uuid not null,
  PRIMARY KEY (workspace_id, word, customer_id)
);
CREATE INDEX search_word_by_customer ON search_word USING btree (workspace_id, customer_id);
alter table search_word enable row level security;
alter table search_word force row level security;
create policy backup on search_word for select to tend_backup using (true);
create policy operator on search_word to tend_operator using (true) with check (true);
create policy tenant on search_word using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on search_word to tend_app;
grant select on search_word to tend_backup;
grant delete, insert, select, update on search_word to tend_operator;

create table tag (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  folded_name text not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, folded_name),
  constraint tag_name_check CHECK ((name <> ''::text)),
  FOREIGN KEY (workspace_id, made_by) REFERENCES colleague(workspace_id, id)
);
alter table tag enable row level security;
alter table tag force row level security;
create policy backup on tag for select to tend_backup using (true);
create policy tenant on tag using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on tag to tend_app;
grant select on tag to tend_backup;

create table touchpoint (
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  colleague_id uuid not null,
  kind text not null,
  direction text not null,
  reached boolean not null,
  happened_at timestamp with time zone not null,
  minutes integer,
  summary text not null default ''::text,
  pulse smallint,
  listening_percent smallint,
  logged_at timestamp with time zone not null,
  changed_at timestamp with time zone,
  PRIMARY KEY (workspace_id, id),
  constraint touchpoint_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint touchpoint_kind_check CHECK ((kind = ANY (ARRAY['call'::text, 'email'::text, 'meeting'::text, 'visit'::text, 'message'::text, 'letter'::text, 'gift'::text, 'delivery'::text, 'note'::text]))),
  constraint touchpoint_listening_percent_check CHECK (((listening_percent >= 0) AND (listening_percent <= 100))),
  constraint touchpoint_minutes_check CHECK (((minutes >= 1) AND (minutes <= 1440))),
  constraint touchpoint_pulse_check CHECK (((pulse >= 1) AND (pulse <= 5))),
  FOREIGN KEY (workspace_id, colleague_id) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, customer_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
CREATE INDEX touchpoint_by_colleague ON touchpoint USING btree (workspace_id, colleague_id, happened_at DESC);
CREATE INDEX touchpoint_by_customer ON touchpoint USING btree (workspace_id, customer_id, happened_at DESC, id DESC) INCLUDE (kind, direction, reached, pulse);
CREATE INDEX touchpoint_unheard ON touchpoint USING btree (workspace_id, happened_at) INCLUDE (customer_id, listening_percent) WHERE (listening_percent IS NOT NULL);
CREATE INDEX touchpoint_unreached ON touchpoint USING btree (workspace_id, happened_at) INCLUDE (customer_id) WHERE (NOT reached);
alter table touchpoint enable row level security;
alter table touchpoint force row level security;
create policy backup on touchpoint for select to tend_backup using (true);
create policy tenant on touchpoint using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on touchpoint to tend_app;
grant select on touchpoint to tend_backup;

create table touchpoint_colleague (
  workspace_id uuid not null,
  touchpoint_id uuid not null,
  colleague_id uuid not null,
  PRIMARY KEY (workspace_id, touchpoint_id, colleague_id),
  FOREIGN KEY (workspace_id, colleague_id) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id, touchpoint_id) REFERENCES touchpoint(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX touchpoint_colleague_by_colleague ON touchpoint_colleague USING btree (workspace_id, colleague_id);
alter table touchpoint_colleague enable row level security;
alter table touchpoint_colleague force row level security;
create policy backup on touchpoint_colleague for select to tend_backup using (true);
create policy tenant on touchpoint_colleague using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on touchpoint_colleague to tend_app;
grant select on touchpoint_colleague to tend_backup;

create table touchpoint_person (
  workspace_id uuid not null,
  touchpoint_id uuid not null,
  person_id uuid not null,
  PRIMARY KEY (workspace_id, touchpoint_id, person_id),
  FOREIGN KEY (workspace_id, person_id) REFERENCES customer(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, touchpoint_id) REFERENCES touchpoint(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX touchpoint_person_by_person ON touchpoint_person USING btree (workspace_id, person_id);
alter table touchpoint_person enable row level security;
alter table touchpoint_person force row level security;
create policy backup on touchpoint_person for select to tend_backup using (true);
create policy tenant on touchpoint_person using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on touchpoint_person to tend_app;
grant select on touchpoint_person to tend_backup;

create table value_model (
  workspace_id uuid not null,
  as_of_on date not null,
  model jsonb,
  unfit text,
  typical_worth_minor bigint not null default 0,
  fitted_at timestamp with time zone not null default now(),
  PRIMARY KEY (workspace_id, as_of_on)
);
alter table value_model enable row level security;
alter table value_model force row level security;
create policy backup on value_model for select to tend_backup using (true);
create policy tenant on value_model using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on value_model to tend_app;
grant select on value_model to tend_backup;

create table webhook (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  url text not null,
  secret text,
  earlier_secret text,
  earlier_until timestamp with time zone,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  paused_at timestamp with time zone,
  paused_why text,
  failures_in_row integer not null default 0,
  failing_since timestamp with time zone,
  rests_until timestamp with time zone,
  taken_at timestamp with time zone,
  busy_until timestamp with time zone,
  has_more boolean not null default false,
  PRIMARY KEY (workspace_id, id),
  constraint webhook_check CHECK (((earlier_secret IS NULL) = (earlier_until IS NULL))),
  constraint webhook_check1 CHECK (((paused_at IS NULL) = (paused_why IS NULL))),
  constraint webhook_check2 CHECK (((failing_since IS NULL) = (failures_in_row = 0))),
  constraint webhook_paused_why_check CHECK ((paused_why = ANY (ARRAY['by_hand'::text, 'failing'::text, 'gone'::text]))),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id),
  FOREIGN KEY (workspace_id, made_by) REFERENCES colleague(workspace_id, id)
);
CREATE INDEX webhook_by_maker ON webhook USING btree (workspace_id, made_by);
alter table webhook enable row level security;
alter table webhook force row level security;
create policy backup on webhook for select to tend_backup using (true);
create policy tenant on webhook using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on webhook to tend_app;
grant select on webhook to tend_backup;

create table webhook_delivery (
  workspace_id uuid not null,
  id uuid not null,
  webhook_id uuid not null,
  kind text not null,
  event_id uuid,
  made_at timestamp with time zone not null,
  state text not null default 'waiting'::text,
  tries integer not null default 0,
  next_at timestamp with time zone,
  settled_at timestamp with time zone,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, webhook_id, event_id),
  constraint webhook_delivery_check CHECK (((state = 'waiting'::text) = (next_at IS NOT NULL))),
  constraint webhook_delivery_check1 CHECK (((state = 'waiting'::text) = (settled_at IS NULL))),
  constraint webhook_delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'given_up'::text]))),
  FOREIGN KEY (workspace_id, event_id) REFERENCES event(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, webhook_id) REFERENCES webhook(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX webhook_delivery_by_age ON webhook_delivery USING btree (workspace_id, made_at);
CREATE INDEX webhook_delivery_by_event ON webhook_delivery USING btree (workspace_id, event_id) WHERE (event_id IS NOT NULL);
CREATE INDEX webhook_delivery_given_up ON webhook_delivery USING btree (workspace_id, webhook_id, made_at DESC, id DESC) WHERE (state = 'given_up'::text);
CREATE INDEX webhook_delivery_latest ON webhook_delivery USING btree (workspace_id, webhook_id, made_at DESC, id DESC);
CREATE INDEX webhook_delivery_waiting ON webhook_delivery USING btree (workspace_id, webhook_id, id) WHERE (state = 'waiting'::text);
alter table webhook_delivery enable row level security;
alter table webhook_delivery force row level security;
create policy backup on webhook_delivery for select to tend_backup using (true);
create policy tenant on webhook_delivery using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on webhook_delivery to tend_app;
grant select on webhook_delivery to tend_backup;

create table webhook_try (
  workspace_id uuid not null,
  id uuid not null,
  delivery_id uuid not null,
  began_at timestamp with time zone not null,
  milliseconds integer not null,
  status integer,
  failure text,
  reason text,
  answer text not null,
  PRIMARY KEY (workspace_id, id),
  constraint webhook_try_check CHECK (((status IS NULL) = (failure IS NOT NULL))),
  FOREIGN KEY (workspace_id, delivery_id) REFERENCES webhook_delivery(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX webhook_try_by_delivery ON webhook_try USING btree (workspace_id, delivery_id, id);
alter table webhook_try enable row level security;
alter table webhook_try force row level security;
create policy backup on webhook_try for select to tend_backup using (true);
create policy tenant on webhook_try using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on webhook_try to tend_app;
grant select on webhook_try to tend_backup;

create table working_week (
  workspace_id uuid not null,
  colleague_id uuid not null,
  weekdays text not null,
  from_time time without time zone not null,
  until_time time without time zone not null,
  PRIMARY KEY (workspace_id, colleague_id),
  constraint working_week_check CHECK ((until_time > from_time)),
  constraint working_week_weekdays_check CHECK ((weekdays ~ '^[1-7]{1,7}$'::text)),
  FOREIGN KEY (workspace_id, colleague_id) REFERENCES colleague(workspace_id, id) ON DELETE CASCADE
);
alter table working_week enable row level security;
alter table working_week force row level security;
create policy backup on working_week for select to tend_backup using (true);
create policy tenant on working_week using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on working_week to tend_app;
grant select on working_week to tend_backup;

create table workspace (
  workspace_id uuid not null,
  name text not null,
  language text not null,
  currency text not null,
  time_zone text not null,
  gross_margin_bp integer not null default 4000,
  discount_rate_bp integer not null default 1000,
  follow_up_from_days integer not null default 3,
  follow_up_until_days integer not null default 21,
  key_contact_days integer not null default 30,
  refreshed_on date,
  refreshed_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  requires_second_factor boolean not null default false,
  listening_percent integer not null default 50,
  PRIMARY KEY (workspace_id),
  constraint workspace_check CHECK (((follow_up_until_days >= follow_up_from_days) AND (follow_up_until_days <= 365))),
  constraint workspace_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint workspace_discount_rate_bp_check CHECK (((discount_rate_bp >= 0) AND (discount_rate_bp <= 10000))),
  constraint workspace_follow_up_from_days_check CHECK ((follow_up_from_days >= 0)),
  constraint workspace_gross_margin_bp_check CHECK (((gross_margin_bp >= 1) AND (gross_margin_bp <= 10000))),
  constraint workspace_key_contact_days_check CHECK (((key_contact_days >= 1) AND (key_contact_days <= 365))),
  constraint workspace_listening_percent_check CHECK (((listening_percent >= 1) AND (listening_percent <= 100)))
);
alter table workspace enable row level security;
alter table workspace force row level security;
create policy backup on workspace for select to tend_backup using (true);
create policy operator on workspace for select to tend_operator using (true);
create policy tenant on workspace using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on workspace to tend_app;
grant select on workspace to tend_backup;
grant select on workspace to tend_operator;

CREATE FUNCTION count_all_jobs()
 RETURNS TABLE(name text, waiting integer, retrying integer, given_up integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
    select t.identifier, (count(*) filter (where j.attempts = 0))::integer,
      (count(*) filter (where j.attempts between 1 and j.max_attempts - 1))::integer,
      (count(*) filter (where j.attempts >= j.max_attempts))::integer
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    group by t.identifier order by t.identifier
  $function$;
grant execute on function count_all_jobs() to tend_app;

CREATE FUNCTION count_jobs()
 RETURNS TABLE(name text, waiting integer, retrying integer, given_up integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
    select t.identifier, (count(*) filter (where j.attempts = 0))::integer,
      (count(*) filter (where j.attempts between 1 and j.max_attempts - 1))::integer,
      (count(*) filter (where j.attempts >= j.max_attempts))::integer
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.payload ->> 'workspace' = public.current_workspace()::text
    group by t.identifier order by t.identifier
  $function$;
grant execute on function count_jobs() to tend_app;

CREATE FUNCTION current_account()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('tend.account', true), '') $function$;
grant execute on function current_account() to public;

CREATE FUNCTION current_workspace()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('tend.workspace', true), '')::uuid $function$;
grant execute on function current_workspace() to public;

CREATE FUNCTION customers_at_hand(wanted text[], asker uuid)
 RETURNS TABLE(customer_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'pg_catalog', 'public'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  here uuid := public.current_workspace();
begin
  return query
    select distinct c.id from (
      (select c.id, c.search_name
       from public.key_customer k join public.customer c on c.workspace_id = k.workspace_id and c.id = k.customer_id
       where k.workspace_id = here and k.removed_on is null limit 200)
      union all
      (select c.id, c.search_name from public.customer c where c.workspace_id = here and c.owner_id = asker limit 200)
    ) c
    where c.search_name ~ all (wanted)
    limit 100;
end
$function$;
alter function customers_at_hand(wanted text[], asker uuid) owner to tend_operator;
grant execute on function customers_at_hand(wanted text[], asker uuid) to tend_app;

CREATE FUNCTION enqueue_job(task text, payload jsonb, job_key text DEFAULT NULL::text, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, queue text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if current_workspace() is null then
    raise exception 'a job belongs to a workspace';
  end if;
  perform graphile_worker.add_job(
    task,
    json_build_object('workspace', current_workspace(), 'input', payload),
    queue_name := queue,
    run_at := run_at,
    max_attempts := 8,
    job_key := current_workspace()::text || ':' || job_key
  );
end
$function$;
grant execute on function enqueue_job(task text, payload jsonb, job_key text, run_at timestamp with time zone, queue text) to tend_app;

CREATE FUNCTION find_calendar_feed(hash text)
 RETURNS TABLE(workspace uuid, colleague uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select workspace_id, colleague_id from public.calendar_feed where secret_hash = hash $function$;
alter function find_calendar_feed(hash text) owner to tend_operator;
grant execute on function find_calendar_feed(hash text) to tend_app;

CREATE FUNCTION find_customers(wanted text, most integer)
 RETURNS TABLE(customer_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 200
 SET search_path TO 'pg_catalog', 'public'
 SET enable_seqscan TO 'off'
 SET enable_indexscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
    select found.id
    from string_to_table('abcd', null) as drawer
    cross join lateral (
      select c.id from public.customer c
      where public.search_words(c.workspace_id, c.id, c.search_name, c.search_rest)
          @@ replace(wanted, '$', right(public.current_workspace()::text, 8) || drawer)::tsquery
        and c.workspace_id = (select public.current_workspace())
      limit most
    ) found
    limit most
  $function$;
alter function find_customers(wanted text, most integer) owner to tend_operator;
grant execute on function find_customers(wanted text, most integer) to tend_app;

CREATE FUNCTION forget_event_details(customers uuid[], before timestamp with time zone)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
    with gone as (
      update public.event set detail = '{}', changes = null, salt = null
      where workspace_id = (select public.current_workspace()) 
        and (salt is not null or proof is null) and (customer_id = any(customers) or happened_at < before)
        -- What accounts for the log itself stays readable.
        and kind !~ '^(?:audit|personal_data)[.]'
      returning 1
    )
    select count(*) from gone
  $function$;
alter function forget_event_details(customers uuid[], before timestamp with time zone) owner to tend_operator;
grant execute on function forget_event_details(customers uuid[], before timestamp with time zone) to tend_app;

CREATE FUNCTION forget_lines_of_deleted_purchases()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from purchase_lines l using gone where l.workspace_id = gone.workspace_id and l.purchase_id = gone.id;
  return null;
end
$function$;
grant execute on function forget_lines_of_deleted_purchases() to public;

CREATE FUNCTION forget_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
 SET enable_seqscan TO 'off'
 SET enable_indexscan TO 'off'
AS $function$
begin
  with gone as (
    delete from public.search_word w using before b where w.workspace_id = b.workspace_id and w.customer_id = b.id
    returning w.workspace_id, w.word
  )
  insert into public.search_word (workspace_id, word, customer_id)
  select distinct on (gone.workspace_id, gone.word) gone.workspace_id, gone.word, heir.id
  from gone cross join lateral (
    select c.id from string_to_table('abcd', null) as drawer cross join lateral (
      select c.id from public.customer c
      where public.search_words(c.workspace_id, c.id, c.search_name, c.search_rest)
          @@ ('''' || right(gone.workspace_id::text, 8) || drawer || gone.word || '''')::tsquery
        and c.workspace_id = gone.workspace_id
      limit 1
    ) c
    limit 1
  ) heir
  on conflict do nothing;
  return null;
end
$function$;
alter function forget_words() owner to tend_operator;

CREATE FUNCTION invitations_of_address(address text)
 RETURNS TABLE(workspace_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select workspace_id, id from public.invitation where email = address and ended_at is null order by invited_at desc, id $function$;
alter function invitations_of_address(address text) owner to tend_operator;
grant execute on function invitations_of_address(address text) to tend_app;

CREATE PROCEDURE let_backups_read(IN target regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('create policy backup on %s for select to tend_backup using (true)', target);
  execute format('grant select on %s to tend_backup', target);
end
$procedure$;
grant execute on procedure let_backups_read(IN target regclass) to public;

CREATE FUNCTION list_workspaces()
 RETURNS TABLE(id uuid, name text, language text, time_zone text, refreshed_on date, requires_second_factor boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
    select workspace_id, name, language, time_zone, refreshed_on, requires_second_factor
    from public.workspace order by created_at, workspace_id
  $function$;
alter function list_workspaces() owner to tend_operator;
grant execute on function list_workspaces() to tend_app;

CREATE PROCEDURE make_tenant_table(IN target regclass, IN rights text DEFAULT 'select, insert, update, delete'::text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant on %s using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))',
    target
  );
  execute format('grant %s on %s to tend_app', rights, target);
  call let_backups_read(target);
end
$procedure$;
grant execute on procedure make_tenant_table(IN target regclass, IN rights text) to public;

CREATE FUNCTION remember_words()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' then
    insert into search_word (workspace_id, word, customer_id)
    select distinct on (a.workspace_id, w.word) a.workspace_id, w.word, a.id
    from after a join before b on b.workspace_id = a.workspace_id and b.id = a.id and b.search_name <> a.search_name
    cross join lateral string_to_table(a.search_name, ' ') as w (word)
    where w.word ~ '^[a-z]{3,}$'
      and not exists (select from search_word known where known.workspace_id = a.workspace_id and known.word = w.word);
  else
    insert into search_word (workspace_id, word, customer_id)
    select distinct on (a.workspace_id, w.word) a.workspace_id, w.word, a.id
    from after a cross join lateral string_to_table(a.search_name, ' ') as w (word)
    where w.word ~ '^[a-z]{3,}$'
      and not exists (select from search_word known where known.workspace_id = a.workspace_id and known.word = w.word);
  end if;
  return null;
end
$function$;
grant execute on function remember_words() to public;

CREATE FUNCTION search_drawer(workspace_id uuid, id uuid)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    select right(workspace_id::text, 8) || case
      when right(id::text, 3) collate "C" < '008' then 'a'
      when right(id::text, 3) collate "C" < '040' then 'b'
      when right(id::text, 3) collate "C" < '200' then 'c'
      else 'd'
    end
  $function$;
grant execute on function search_drawer(workspace_id uuid, id uuid) to public;

CREATE FUNCTION search_words(workspace_id uuid, id uuid, search_name text, search_rest text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    select array_to_tsvector(string_to_array(
      public.search_drawer(workspace_id, id)
        || replace(btrim(search_name || coalesce(search_rest, ''), ' '), ' ', ' ' || public.search_drawer(workspace_id, id)), ' '
    ))
  $function$;
grant execute on function search_words(workspace_id uuid, id uuid, search_name text, search_rest text) to public;
