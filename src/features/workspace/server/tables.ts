import type { ColumnType, Generated } from 'kysely';
import type { Language } from '#kit/domain/languages.ts';

export type WorkspaceTables = {
  workspace: {
    workspace_id: string;
    name: string;
    language: Language;
    currency: string;
    time_zone: string;
    gross_margin_bp: Generated<number>;
    discount_rate_bp: Generated<number>;
    follow_up_from_days: Generated<number>;
    follow_up_until_days: Generated<number>;
    key_contact_days: Generated<number>;
    listening_percent: Generated<number>;
    requires_second_factor: Generated<boolean>;
    refreshed_on: ColumnType<Temporal.PlainDate | null, never, Temporal.PlainDate | null>;
    refreshed_at: ColumnType<Temporal.Instant | null, never, Temporal.Instant | null>;
    created_at: ColumnType<Temporal.Instant, never, never>;
  };
};
