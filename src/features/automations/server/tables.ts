import type { Filled } from '#kit/domain/blanks.ts';
import type { Step } from '../domain/index.ts';

export type StopReason = 'owner_left' | 'right_lost';
export type Outcome = 'done' | 'not_fitting' | 'held' | 'refused';

/** What the log says of a run beside its outcome: the condition that did not hold, or what an action was refused for, as a failure. */
export type RunDetail = {
  readonly condition?: string;
  /** Which of the steps it came to. */
  readonly step?: number;
  readonly failure?: { readonly code: string; readonly values: Readonly<Record<string, string | number>> };
};

export type AutomationTables = {
  automation: {
    workspace_id: string;
    id: string;
    name: string;
    owner_id: string;
    trigger: string;
    filled: Filled;
    conditions: string;
    actions: readonly Step[];
    made_at: Temporal.Instant;
    changed_at: Temporal.Instant;
    paused_at: Temporal.Instant | null;
    stopped_at: Temporal.Instant | null;
    stopped_why: StopReason | null;
  };
  automation_run: {
    workspace_id: string;
    id: string;
    automation_id: string;
    event_id: string;
    customer_id: string | null;
    cause_id: string | null;
    ran_at: Temporal.Instant;
    outcome: Outcome;
    why: string | null;
    detail: RunDetail;
  };
};
