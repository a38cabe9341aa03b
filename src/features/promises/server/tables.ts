import type { PromiseEvent, PromiseState } from '../domain/index.ts';

export type PromiseTables = {
  promise: {
    workspace_id: string;
    id: string;
    customer_id: string;
    what: string;
    giver_id: string;
    owner_id: string;
    touchpoint_id: string | null;
    given_at: Temporal.Instant;
    due_at: Temporal.Instant;
    due_since_at: Temporal.Instant;
    state: PromiseState;
    ended_at: Temporal.Instant | null;
  };
  promise_event: {
    workspace_id: string;
    id: string;
    promise_id: string;
    number: number;
    kind: PromiseEvent['kind'];
    happened_at: Temporal.Instant;
    colleague_id: string;
    due_at: Temporal.Instant | null;
    note: string | null;
  };
};
