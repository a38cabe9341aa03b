-- The list of customers. Stage and risk stand first in every index, so that each of their pairs is a range already in order: a page costs the
-- same with and without a filter by them, at the start and at the end of the list.

create index customer_summary_by_name on customer_summary (workspace_id, as_of_on, stage, risk, sort_name, customer_id);
create index customer_summary_by_value on customer_summary (workspace_id, as_of_on, stage, risk, value_minor, customer_id);
create index customer_summary_by_value_at_risk on customer_summary (workspace_id, as_of_on, stage, risk, value_at_risk_minor, customer_id);
create index customer_summary_by_last_purchase on customer_summary (workspace_id, as_of_on, stage, risk, last_purchase_on, customer_id);
create index customer_summary_by_next_due on customer_summary (workspace_id, as_of_on, stage, risk, next_due_on, customer_id);
create index customer_summary_by_last_contact on customer_summary (workspace_id, as_of_on, stage, risk, last_contact_at, customer_id);
