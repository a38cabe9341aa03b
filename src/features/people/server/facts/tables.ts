import type { FactKind, FactSource, FactUse, Sensitivity } from '../../domain/index.ts';

type Words = {
  kind: FactKind;
  text: string;
  source: FactSource;
  told_by: string | null;
  learned_on: Temporal.PlainDate;
  sensitivity: Sensitivity;
  uses: FactUse[];
};

export type FactTables = {
  fact: Words & {
    workspace_id: string;
    id: string;
    customer_id: string;
    touchpoint_id: string | null;
    learned_by: string | null;
    changed_at: Temporal.Instant;
    retired_at: Temporal.Instant | null;
  };
  fact_change: Words & {
    workspace_id: string;
    id: string;
    fact_id: string;
    number: number;
    what: 'learned' | 'corrected' | 'retired' | 'restored';
    happened_at: Temporal.Instant;
    colleague_id: string | null;
    note: string | null;
  };
};
