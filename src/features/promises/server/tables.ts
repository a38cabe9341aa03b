import type { Firmness, PromiseEvent, PromiseState } from '../domain/index.ts';

export type PromiseTables = {
  promise: {
    workspace_id: string;
    id: string;
    customer_id: string;
    person_id: string | null;
    what: string;
    firmness: Firmness;
    giver_id: string;
    touchpoint_id: string | null;
    given_at: Temporal.Instant;
    owner_id: string;
    handed_to_id: string | null;
    handed_at: Temporal.Instant | null;
    due_from: Temporal.Instant | null;
    due_at: Temporal.Instant;
    state: PromiseState;
    ended_at: Temporal.Instant | null;
    counts_for_id: string;
    counted_at: Temporal.Instant | null;
    changed_at: Temporal.Instant;
    /** What its owner has been told of its moment. */
    told: 'soon' | 'due' | null;
  };
  promise_event: {
    workspace_id: string;
    id: string;
    promise_id: string;
    number: number;
    kind: PromiseEvent['kind'];
    happened_at: Temporal.Instant;
    colleague_id: string | null;
    to_id: string | null;
    due_from: Temporal.Instant | null;
    due_at: Temporal.Instant | null;
    touchpoint_id: string | null;
    note: string | null;
  };
};
