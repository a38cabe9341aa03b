export type DuplicateTables = {
  customer_merge: {
    workspace_id: string;
    id: string;
    kept_id: string;
    gone_id: string;
    gone_name: string;
    merged_by: string;
    merged_at: Temporal.Instant;
    memory: unknown;
    undone_by: string | null;
    undone_at: Temporal.Instant | null;
  };
  duplicate_candidate: {
    workspace_id: string;
    one_id: string;
    other_id: string;
    probability: number;
    reasons: unknown;
    found_at: Temporal.Instant;
  };
  not_duplicate: {
    workspace_id: string;
    one_id: string;
    other_id: string;
    said_by: string | null;
    said_at: Temporal.Instant;
  };
};
