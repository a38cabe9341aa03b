import type { PauseReason } from '../domain/index.ts';

export type WebhookTables = {
  webhook: {
    workspace_id: string;
    id: string;
    name: string;
    url: string;
    secret: string | null;
    earlier_secret: string | null;
    earlier_until: Temporal.Instant | null;
    made_by: string;
    made_at: Temporal.Instant;
    changed_at: Temporal.Instant;
    paused_at: Temporal.Instant | null;
    paused_why: PauseReason | null;
    failures_in_row: number;
    failing_since: Temporal.Instant | null;
    rests_until: Temporal.Instant | null;
    taken_at: Temporal.Instant | null;
    busy_until: Temporal.Instant | null;
    has_more: boolean;
  };
  webhook_delivery: {
    workspace_id: string;
    id: string;
    webhook_id: string;
    kind: string;
    event_id: string | null;
    made_at: Temporal.Instant;
    state: 'waiting' | 'delivered' | 'given_up';
    tries: number;
    next_at: Temporal.Instant | null;
    settled_at: Temporal.Instant | null;
  };
  webhook_try: {
    workspace_id: string;
    id: string;
    delivery_id: string;
    began_at: Temporal.Instant;
    milliseconds: number;
    status: number | null;
    failure: 'too_slow' | 'not_public' | 'unreachable' | null;
    reason: string | null;
    answer: string;
  };
};
