-- The round of the night writes a customer's row where it changed. What nobody reads is not kept: the page of a customer reckons it anew.
alter table customer_summary
  drop column gap_days,
  drop column gap_spread_days,
  drop column alive_low,
  drop column alive_high,
  drop column visits_90,
  drop column visits_90_low,
  drop column visits_90_high,
  drop column visits_365_low,
  drop column visits_365_high,
  drop column spend_low_minor,
  drop column spend_high_minor,
  drop column value_low_minor,
  drop column value_high_minor;
-- Fewer rows change in a night than before, so less room beside them is enough. The rows are written anew once, narrower and as the night walks through them.
alter table customer_summary set (fillfactor = 70);
cluster customer_summary using customer_summary_pkey;
alter table customer_summary set without cluster;

-- Whoever walks through everything that happened finds it in these, and need not look up each of it in its table.
drop index touchpoint_by_customer;
create index touchpoint_by_customer on touchpoint (workspace_id, customer_id, happened_at desc, id desc) include (kind, direction, reached, pulse);
-- With the id, the last ones come in their order.
drop index purchase_by_customer;
create index purchase_by_customer on purchase (workspace_id, customer_id, placed_on, id) include (kind, total_minor) where customer_id is not null;
-- The few that are open, of all that was promised to a customer.
create index promise_open_by_customer on promise (workspace_id, customer_id) where ended_at is null;
create index promise_by_end on promise (workspace_id, ended_at) where ended_at is not null;
