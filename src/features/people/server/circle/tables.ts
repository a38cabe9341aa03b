import type { LinkKind } from '../../domain/index.ts';

export type CircleTables = {
  circle_link: {
    workspace_id: string;
    id: string;
    from_id: string;
    to_id: string;
    kind: LinkKind;
    note: string | null;
    added_at: Temporal.Instant;
    added_by: string;
    ended_at: Temporal.Instant | null;
    ended_by: string | null;
  };
};
