import type { z } from 'zod';
import type { ReminderView } from '../api.ts';
import type { ReminderSettings } from '../domain/index.ts';
import type { ReminderRead } from './readings.ts';

/** A reminder as it travels. */
export function reminderAnswer(reminder: ReminderRead): z.input<typeof ReminderView> {
  const { promise } = reminder;
  return {
    ...reminder,
    promise: promise && { ...promise, dueFrom: promise.dueFrom?.toString() ?? null, dueAt: promise.dueAt.toString() },
    owedAt: reminder.owedAt.toString(),
    madeAt: reminder.madeAt.toString(),
    seenAt: reminder.seenAt?.toString() ?? null,
  };
}

export function settingsAnswer({ minutesBefore, digest, digestHour, digestWeekdays, timeZone }: ReminderSettings) {
  return { minutesBefore, digest, digestHour, digestWeekdays: digestWeekdays && [...digestWeekdays], timeZone };
}
