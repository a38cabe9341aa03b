import type { Direction, TouchpointKind } from '../domain/index.ts';

export type ConversationTables = {
  touchpoint: {
    workspace_id: string;
    id: string;
    customer_id: string;
    colleague_id: string;
    kind: TouchpointKind;
    direction: Direction;
    reached: boolean;
    happened_at: Temporal.Instant;
    minutes: number | null;
    summary: string;
    pulse: number | null;
    listening_percent: number | null;
    logged_at: Temporal.Instant;
    changed_at: Temporal.Instant | null;
  };
  touchpoint_person: { workspace_id: string; touchpoint_id: string; person_id: string };
  touchpoint_colleague: { workspace_id: string; touchpoint_id: string; colleague_id: string };
};
