-- What purchases say about a customer, computed from all of them at once and kept in the customer's row: rhythm, value, risk.
-- Filled by the purchases feature. A `_low`/`_high` pair is the interval around the figure before it; nulls mean that the
-- purchases do not tell (a prospect has no rhythm).

alter table customer_summary
  add stage text not null default 'prospect' check (stage in ('prospect', 'first-time', 'returning', 'lapsed')),
  add visits integer not null default 0,
  add spent_minor bigint not null default 0,
  add first_purchase_on date,
  add last_purchase_on date,
  -- Own rhythm: the median of the gaps between visits, their spread, and how many gaps of their own that rests on.
  add gap_days real,
  add gap_spread_days real,
  add own_gaps integer not null default 0,
  add longest_gap_days real,
  -- The gap to expect: their own median, drawn towards the workspace's while their gaps are few.
  add usual_gap_days real,
  add next_due_on date,
  add next_due_from_on date,
  add next_due_until_on date,
  add silent_from_on date,
  -- The recent pace against the earlier one, and the last basket against the usual one, where the change is large.
  add gap_before_days real,
  add gap_recent_days real,
  add usual_basket_minor bigint,
  add last_basket_minor bigint,
  add basket_before_minor bigint,
  add basket_recent_minor bigint,
  add alive real,
  add alive_low real,
  add alive_high real,
  add visits_90 real,
  add visits_90_low real,
  add visits_90_high real,
  add visits_365 real,
  add visits_365_low real,
  add visits_365_high real,
  add spend_minor bigint,
  add spend_low_minor bigint,
  add spend_high_minor bigint,
  add value_minor bigint not null default 0,
  add value_low_minor bigint,
  add value_high_minor bigint,
  add risk text not null default 'calm',
  add value_at_risk_minor bigint not null default 0;

-- The fitted models of a workspace as of a day ('infinity': the living ones), or why there are none.
create table value_model (
  workspace_id uuid not null,
  as_of_on date not null,
  model jsonb,
  -- The code of the failure where the purchases do not carry a model.
  unfit text,
  -- What a customer brings within a year as margin, on average over all who ever bought.
  typical_worth_minor bigint not null default 0,
  fitted_at timestamptz not null default now(),
  primary key (workspace_id, as_of_on)
);
call make_tenant_table('value_model');
