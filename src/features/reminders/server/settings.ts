import { changesBetween } from '#kit/domain/changes.ts';
import { unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { readReminderSettings, type ReminderSettings } from '../domain/index.ts';
import { settingsOf, writeSettings, type SettingsRead } from './settings-store.ts';

/** How a colleague is reminded. */
export async function readSettings(tx: Tx, colleague: string): Promise<SettingsRead> {
  const settings = (await settingsOf(tx, [colleague])).get(colleague);
  if (!settings) throw new Error('settings are read of every colleague asked for');
  return settings;
}

/** Changes how one is reminded. Refuses what `readReminderSettings` refuses. */
export async function changeSettings(
  tx: Tx,
  now: Temporal.Instant,
  colleague: string,
  change: Partial<ReminderSettings>,
): Promise<SettingsRead> {
  const before = settingsAlone(await readSettings(tx, colleague));
  const after = unwrap(readReminderSettings({ ...before, ...change }));
  await writeSettings(tx, now, colleague, after);
  await recordEvent(tx, now, { kind: 'reminder.settings_changed', colleague, detail: after, changes: changesBetween(before, after) });
  return await readSettings(tx, colleague);
}

function settingsAlone({ minutesBefore, digest, digestHour, digestWeekdays, timeZone }: SettingsRead): ReminderSettings {
  return { minutesBefore, digest, digestHour, digestWeekdays, timeZone };
}
