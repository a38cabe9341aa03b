import type { Tx } from '#kit/server/db/index.ts';
import { usualMinutesBefore, type ReminderSettings } from '../domain/index.ts';
import type { ReminderTables } from './tables.ts';

/** `changedAt` null where a colleague has chosen nothing yet. */
export type SettingsRead = ReminderSettings & { readonly changedAt: Temporal.Instant | null };

const usual: SettingsRead = {
  minutesBefore: usualMinutesBefore,
  digest: false,
  digestHour: 8,
  digestWeekdays: null,
  timeZone: null,
  changedAt: null,
};

/** How each of these colleagues is reminded; where they have not said, as is usual. */
export async function settingsOf(tx: Tx, colleagues: readonly string[]): Promise<ReadonlyMap<string, SettingsRead>> {
  if (colleagues.length === 0) return new Map();
  const rows = await tx
    .over<ReminderTables>()
    .selectFrom('reminder_settings')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('colleague_id', 'in', [...colleagues])
    .execute();
  const chosen = new Map<string, SettingsRead>(
    rows.map((row) => [
      row.colleague_id,
      {
        minutesBefore: row.minutes_before,
        digest: row.digest,
        digestHour: row.digest_hour,
        digestWeekdays: row.digest_weekdays === null ? null : [...row.digest_weekdays].map(Number),
        timeZone: row.time_zone,
        changedAt: row.changed_at,
      },
    ]),
  );
  return new Map(colleagues.map((colleague) => [colleague, chosen.get(colleague) ?? usual]));
}

export async function writeSettings(tx: Tx, now: Temporal.Instant, colleague: string, settings: ReminderSettings): Promise<void> {
  const row = {
    minutes_before: settings.minutesBefore,
    digest: settings.digest,
    digest_hour: settings.digestHour,
    digest_weekdays: settings.digestWeekdays?.join('') ?? null,
    time_zone: settings.timeZone,
    changed_at: now,
  };
  await tx
    .over<ReminderTables>()
    .insertInto('reminder_settings')
    .values({ workspace_id: tx.workspace, colleague_id: colleague, ...row })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'colleague_id']).doUpdateSet(row))
    .execute();
}
