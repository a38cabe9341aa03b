import type { ColumnType, Generated } from 'kysely';
import type { Language } from '#kit/domain/languages.ts';
import type { Right, Role } from '../domain/index.ts';

export type AccessTables = {
  colleague: {
    workspace_id: string;
    id: string;
    account_id: string | null;
    name: string;
    email: string;
    role: Role;
    language: Language;
    calendar: Generated<'gregorian' | 'persian'>;
    digits: Generated<'latin' | 'persian'>;
    serbian_names: Generated<'as_written' | 'latin' | 'cyrillic'>;
    theme: Generated<'system' | 'light' | 'dark'>;
    density: Generated<'comfortable' | 'compact'>;
    minutes_a_day: Generated<number>;
    suspended_at: Generated<Temporal.Instant | null>;
    suspended_by: Generated<string | null>;
    last_seen_at: Generated<Temporal.Instant | null>;
    created_at: ColumnType<Temporal.Instant, never, never>;
  };
  api_key: {
    workspace_id: string;
    id: string;
    colleague_id: string;
    name: string;
    secret_hash: string;
    ending: string;
    rights: Right[];
    is_read_only: boolean;
    made_at: Temporal.Instant;
    expires_at: Temporal.Instant | null;
    used_at: Generated<Temporal.Instant | null>;
    used_from: Generated<string | null>;
    revoked_at: Generated<Temporal.Instant | null>;
    revoked_by: Generated<string | null>;
  };
  invitation: {
    workspace_id: string;
    id: string;
    colleague_id: string | null;
    name: string;
    email: string;
    role: Role;
    secret_hash: string;
    invited_by: string;
    invited_at: Temporal.Instant;
    expires_at: Temporal.Instant;
    ended_at: Generated<Temporal.Instant | null>;
    outcome: Generated<'accepted' | 'revoked' | 'replaced' | null>;
    ended_by: Generated<string | null>;
  };
};
