import type { ColumnType } from 'kysely';

export type TodayTables = {
  attention: {
    workspace_id: string;
    as_of_on: string;
    customer_id: string;
    colleague_id: string;
    cost: number;
    minutes: number;
    promised_at: Temporal.Instant | null;
  };
  day_plan: {
    workspace_id: string;
    colleague_id: string;
    planned_on: string;
    minutes: number | null;
    started_at: Temporal.Instant | null;
  };
  day_plan_entry: { workspace_id: string; colleague_id: string; planned_on: string; customer_id: string; place: number | null };
  reason_answer: {
    workspace_id: string;
    id: string;
    customer_id: string;
    kind: string;
    occasion: string;
    answer: 'snoozed' | 'declined';
    until_on: ColumnType<Temporal.PlainDate | null, string | null, never>;
    why: string | null;
    colleague_id: string;
    answered_at: ColumnType<Temporal.Instant, Temporal.Instant, never>;
  };
};
