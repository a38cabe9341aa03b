export type CustomersTables = {
  saved_view: {
    workspace_id: string;
    id: string;
    colleague_id: string;
    name: string;
    shared: boolean;
    state: unknown;
    changed_at: Temporal.Instant;
  };
  bulk_change: {
    workspace_id: string;
    id: string;
    colleague_id: string;
    changed_at: Temporal.Instant;
    change: unknown;
    undone_at: Temporal.Instant | null;
  };
  bulk_changed: { workspace_id: string; change_id: string; customer_id: string; before: unknown };
};
