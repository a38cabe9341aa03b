import type { ColumnType } from 'kysely';

export type TodayTables = {
  attention: {
    workspace_id: string;
    as_of_on: string;
    customer_id: string;
    colleague_id: string;
    cost: number;
    minutes: number;
  };
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
