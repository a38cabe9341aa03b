import type { GoalEventKind, GoalState } from '../../domain/index.ts';

type Words = {
  wish: string;
  help: string | null;
  sign: string | null;
  review_on: Temporal.PlainDate;
};

export type GoalTables = {
  goal: Words & {
    workspace_id: string;
    id: string;
    customer_id: string;
    state: GoalState;
  };
  goal_event: Words & {
    workspace_id: string;
    id: string;
    goal_id: string;
    number: number;
    kind: GoalEventKind;
    happened_at: Temporal.Instant;
    colleague_id: string;
    note: string | null;
  };
};
