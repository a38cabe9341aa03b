-- How much of a talk should be the customer's is for each business to say; half until it does.
alter table workspace add column listening_percent integer not null default 50 check (listening_percent between 1 and 100);

-- Talks under the standard were found by an index that knew what it is.
drop index touchpoint_unheard;
create index touchpoint_unheard on touchpoint (workspace_id, happened_at) include (customer_id, listening_percent)
  where listening_percent is not null;
