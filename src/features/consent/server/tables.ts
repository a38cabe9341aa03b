import type { ConsentChannel, ConsentPurpose, ConsentSource } from '../domain/index.ts';

export type ConsentTables = {
  consent: {
    workspace_id: string;
    id: string;
    customer_id: string;
    purpose: ConsentPurpose;
    channel: ConsentChannel;
    is_given: boolean;
    source: ConsentSource;
    evidence: string | null;
    said_at: Temporal.Instant;
    noted_by: string | null;
    noted_at: Temporal.Instant;
  };
};
