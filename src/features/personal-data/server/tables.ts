export type PersonalDataTables = {
  retention: {
    workspace_id: string;
    customer_years: number | null;
    file_days: number | null;
    event_years: number | null;
  };
  erasure: {
    workspace_id: string;
    id: string;
    customer_id: string;
    why: string;
    asked_by: string | null;
    asked_at: Temporal.Instant;
    due_on: Temporal.PlainDate;
    done_at: Temporal.Instant | null;
    purchases: number | null;
    cancelled_at: Temporal.Instant | null;
    cancelled_by: string | null;
  };
};
