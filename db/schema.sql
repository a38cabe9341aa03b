-- What the files in db/migrations add up to, for reading; made by `npm run fix`.
-- made from c11da6461e2b98770b3742038068dc98d3ed30246f43271943cd4639f727509a

create extension btree_gin;
create extension pg_trgm;

create table account (
  id text not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  PRIMARY KEY (id),
  UNIQUE (email)
);
grant delete, insert, select, update on account to tend_app;

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
grant delete, insert, select, update on account_credential to tend_app;

create table account_session (
  id text not null,
  account_id text not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  PRIMARY KEY (id),
  UNIQUE (token),
  FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
);
CREATE INDEX account_session_by_account ON account_session USING btree (account_id);
grant delete, insert, select, update on account_session to tend_app;

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
  created_at timestamp with time zone not null default now(),
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, account_id),
  constraint colleague_calendar_check CHECK ((calendar = ANY (ARRAY['gregorian'::text, 'persian'::text]))),
  constraint colleague_density_check CHECK ((density = ANY (ARRAY['comfortable'::text, 'compact'::text]))),
  constraint colleague_digits_check CHECK ((digits = ANY (ARRAY['latin'::text, 'persian'::text]))),
  constraint colleague_minutes_a_day_check CHECK (((minutes_a_day >= 5) AND (minutes_a_day <= 960))),
  constraint colleague_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'colleague'::text]))),
  constraint colleague_theme_check CHECK ((theme = ANY (ARRAY['system'::text, 'light'::text, 'dark'::text]))),
  FOREIGN KEY (account_id) REFERENCES account(id),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
CREATE INDEX colleague_by_account ON colleague USING btree (account_id);
alter table colleague enable row level security;
alter table colleague force row level security;
create policy own_seat on colleague for select using ((account_id = ( SELECT current_account() AS current_account)));
create policy tenant on colleague using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on colleague to tend_app;

create table customer (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null default 'person'::text,
  external_id text,
  name text not null,
  latin_name text,
  sort_name text not null,
  search_name text not null,
  given text,
  patronymic text,
  family text,
  email text,
  phone text,
  country text,
  language text,
  formality text,
  owner_id uuid not null,
  deputy_id uuid,
  known_since_on date not null,
  created_at timestamp with time zone not null default now(),
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, external_id),
  constraint customer_check CHECK ((deputy_id IS DISTINCT FROM owner_id)),
  constraint customer_formality_check CHECK ((formality = ANY (ARRAY['formal'::text, 'familiar'::text]))),
  constraint customer_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'organization'::text]))),
  FOREIGN KEY (workspace_id, deputy_id) REFERENCES colleague(workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id),
  FOREIGN KEY (workspace_id, owner_id) REFERENCES colleague(workspace_id, id)
);
CREATE INDEX customer_by_deputy ON customer USING btree (workspace_id, deputy_id) WHERE (deputy_id IS NOT NULL);
CREATE INDEX customer_by_owner ON customer USING btree (workspace_id, owner_id);
alter table customer enable row level security;
alter table customer force row level security;
create policy tenant on customer using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on customer to tend_app;

create table customer_summary (
  workspace_id uuid not null,
  as_of_on date not null default 'infinity'::date,
  customer_id uuid not null,
  kind text not null,
  name text not null,
  sort_name text collate "und-x-icu" not null,
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
  gap_days real,
  gap_spread_days real,
  own_gaps integer not null default 0,
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
  alive_low real,
  alive_high real,
  visits_90 real,
  visits_90_low real,
  visits_90_high real,
  visits_365 real,
  visits_365_low real,
  visits_365_high real,
  spend_minor bigint,
  spend_low_minor bigint,
  spend_high_minor bigint,
  value_minor bigint not null default 0,
  value_low_minor bigint,
  value_high_minor bigint,
  risk text not null default 'calm'::text,
  value_at_risk_minor bigint not null default 0,
  PRIMARY KEY (workspace_id, as_of_on, customer_id),
  constraint customer_summary_stage_check CHECK ((stage = ANY (ARRAY['prospect'::text, 'first-time'::text, 'returning'::text, 'lapsed'::text])))
) with (fillfactor=85);
CREATE INDEX customer_summary_by_external_id ON customer_summary USING btree (workspace_id, as_of_on, external_id);
CREATE INDEX customer_summary_by_name ON customer_summary USING btree (workspace_id, as_of_on, sort_name, customer_id);
CREATE INDEX customer_summary_by_owner ON customer_summary USING btree (workspace_id, as_of_on, owner_id, sort_name, customer_id);
CREATE INDEX customer_summary_by_search_name ON customer_summary USING gin (workspace_id, search_name gin_trgm_ops);
alter table customer_summary enable row level security;
alter table customer_summary force row level security;
create policy tenant on customer_summary using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on customer_summary to tend_app;

create table event (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null,
  happened_at timestamp with time zone not null,
  colleague_id uuid,
  customer_id uuid,
  subject_id uuid,
  detail jsonb not null default '{}'::jsonb,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX event_by_customer ON event USING btree (workspace_id, customer_id, id) WHERE (customer_id IS NOT NULL);
alter table event enable row level security;
alter table event force row level security;
create policy tenant on event using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant insert, select on event to tend_app;

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
create policy tenant on key_customer using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on key_customer to tend_app;

create table migration (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  PRIMARY KEY (name)
);

create table past_day (
  workspace_id uuid not null,
  as_of_on date not null,
  made_at timestamp with time zone not null default now(),
  PRIMARY KEY (workspace_id, as_of_on)
);
alter table past_day enable row level security;
alter table past_day force row level security;
create policy tenant on past_day using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on past_day to tend_app;

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
create policy tenant on request_answer using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on request_answer to tend_app;

create table value_model (
  workspace_id uuid not null,
  as_of_on date not null,
  model jsonb,
  unfit text,
  fitted_at timestamp with time zone not null default now(),
  PRIMARY KEY (workspace_id, as_of_on)
);
alter table value_model enable row level security;
alter table value_model force row level security;
create policy tenant on value_model using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on value_model to tend_app;

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
  PRIMARY KEY (workspace_id),
  constraint workspace_check CHECK (((follow_up_until_days >= follow_up_from_days) AND (follow_up_until_days <= 365))),
  constraint workspace_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint workspace_discount_rate_bp_check CHECK (((discount_rate_bp >= 0) AND (discount_rate_bp <= 10000))),
  constraint workspace_follow_up_from_days_check CHECK ((follow_up_from_days >= 0)),
  constraint workspace_gross_margin_bp_check CHECK (((gross_margin_bp >= 1) AND (gross_margin_bp <= 10000))),
  constraint workspace_key_contact_days_check CHECK (((key_contact_days >= 1) AND (key_contact_days <= 365)))
);
alter table workspace enable row level security;
alter table workspace force row level security;
create policy operator on workspace for select to tend_operator using (true);
create policy tenant on workspace using ((workspace_id = ( SELECT current_workspace() AS current_workspace))) with check ((workspace_id = ( SELECT current_workspace() AS current_workspace)));
grant delete, insert, select, update on workspace to tend_app;
grant select on workspace to tend_operator;

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

CREATE FUNCTION list_workspaces()
 RETURNS TABLE(id uuid, name text, language text, time_zone text, refreshed_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select workspace_id, name, language, time_zone, refreshed_on from public.workspace order by created_at, workspace_id $function$;
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
end
$procedure$;
grant execute on procedure make_tenant_table(IN target regclass, IN rights text) to public;
