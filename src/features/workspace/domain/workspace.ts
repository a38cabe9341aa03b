import type { Language } from '#kit/domain/languages.ts';
import { err, ok, type Result } from '#kit/domain/result.ts';
import { isTimeZone } from '#kit/domain/time-zone.ts';

/** A business that uses Tend, with the settings that its figures depend on. Shares run from 0 to 1. */
export type Workspace = {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  readonly currency: string;
  readonly timeZone: string;
  readonly grossMargin: number;
  readonly discountRate: number;
  readonly followUpFromDays: number;
  readonly followUpUntilDays: number;
  readonly keyContactDays: number;
  /** How much of a talk should be the customer's, 1 to 100. */
  readonly listeningPercent: number;
  /** Of everyone who signs in with a password. */
  readonly requiresSecondFactor: boolean;
  readonly refreshedOn: Temporal.PlainDate | null;
};

/** Settings that only make sense together, and names that the platform must know. */
export function checkWorkspace(
  workspace: Pick<Workspace, 'currency' | 'timeZone' | 'followUpFromDays' | 'followUpUntilDays'>,
): Result<void> {
  if (!isTimeZone(workspace.timeZone)) return err('workspace.unknown_time_zone', { timeZone: workspace.timeZone }, 'timeZone');
  if (!Intl.supportedValuesOf('currency').includes(workspace.currency)) {
    return err('workspace.unknown_currency', { currency: workspace.currency }, 'currency');
  }
  if (workspace.followUpUntilDays < workspace.followUpFromDays) return err('workspace.follow_up_window', {}, 'followUpUntilDays');
  return ok(undefined);
}

/** The day it is for the business at a moment. */
export function todayOf(workspace: Pick<Workspace, 'timeZone'>, now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO(workspace.timeZone).toPlainDate();
}
