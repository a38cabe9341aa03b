import type { ColumnType, Generated } from 'kysely';

export type PeopleTables = {
  customer: {
    workspace_id: string;
    id: string;
    kind: Generated<'person' | 'organization'>;
    external_id: string | null;
    name: string;
    latin_name: string | null;
    sort_name: string;
    search_name: string;
    given: string | null;
    patronymic: string | null;
    family: string | null;
    email: string | null;
    phone: string | null;
    country: string | null;
    language: string | null;
    formality: 'formal' | 'familiar' | null;
    owner_id: string;
    deputy_id: string | null;
    known_since_on: Temporal.PlainDate;
    created_at: ColumnType<Temporal.Instant, Temporal.Instant, never>;
  };
  key_customer: {
    workspace_id: string;
    customer_id: string;
    reason: string;
    listed_by: string | null;
    listed_on: Temporal.PlainDate;
    review_on: Temporal.PlainDate;
    removed_by: string | null;
    removed_on: Temporal.PlainDate | null;
  };
};
