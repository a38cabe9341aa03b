import type { Formats } from '#kit/server/cli/formats.ts';
import type { ReminderRead } from './readings.ts';

/** A reminder as one line of plain text, in the words that its page uses too: for the terminal and for messages on a screen that is locked. */
export function reminderLine(
  { kind, customer, promise, by, count, words, owedAt }: ReminderRead,
  say: (key: string, values?: Record<string, string | number>) => string,
  formats: Formats,
): string {
  return say(`reminders.says.${kind}`, {
    customer: customer?.name ?? '',
    what: promise?.what ?? words ?? '',
    due: formats.moment(promise?.dueAt ?? owedAt),
    by: by?.name ?? '',
    count,
  });
}
