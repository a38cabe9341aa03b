import { fail } from '#kit/domain/result.ts';

/** The day of an option such as `--as-of 2026-11-21`; refuses what is none (`command.unusable_day`). */
export function readDayOption(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return Temporal.PlainDate.from(text).toString();
  } catch {
    throw fail('command.unusable_day', { day: text });
  }
}
