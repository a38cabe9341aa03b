import type { Generated } from 'kysely';
import type { ReminderKind } from '../domain/index.ts';

export type DigestOutcome = 'mailed' | 'nothing_to_say' | 'no_mail' | 'missed';

export type ReminderTables = {
  reminder: {
    workspace_id: string;
    id: string;
    colleague_id: string;
    kind: ReminderKind;
    occasion: string;
    customer_id: string | null;
    promise_id: string | null;
    by_id: string | null;
    count: number;
    words: string | null;
    owed_at: Temporal.Instant;
    made_at: Temporal.Instant;
    late_seconds: Generated<number>;
    seen_at: Temporal.Instant | null;
  };
  reminder_progress: {
    workspace_id: string;
    done_until: Temporal.Instant;
    since: Temporal.Instant;
  };
  reminder_settings: {
    workspace_id: string;
    colleague_id: string;
    minutes_before: number;
    digest: boolean;
    digest_hour: number;
    digest_weekdays: string | null;
    time_zone: string | null;
    changed_at: Temporal.Instant;
  };
  digest: {
    workspace_id: string;
    colleague_id: string;
    due_on: Temporal.PlainDate;
    owed_at: Temporal.Instant;
    outcome: DigestOutcome | null;
    letter_id: string | null;
    settled_at: Temporal.Instant | null;
  };
};
