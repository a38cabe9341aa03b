import { err, ok, type Result } from '#kit/domain/result.ts';
import { comesWithAnswering, rights, rolesWith, type Right, type Role } from './rights.ts';

/** So long a key is good for, in days, as the page offers it; `null`: until somebody revokes it. */
export const keyDays = [30, 90, 365, null] as const;

/** A key makes no keys, and does not say what people have to show: whoever finds one could make themselves at home with it. */
const neverGiven: readonly Right[] = ['makeKeys', 'requireSecondFactor'];

/** What somebody may give a key: what they may themselves, also where they may it with their own customers only. */
export function givableRights(role: Role): readonly Right[] {
  return rights.filter((right) => !neverGiven.includes(right) && (rolesWith(right).includes(role) || comesWithAnswering(right)));
}

/** Whether somebody may make a key with these rights. Refuses `api_key.without_rights` and `api_key.more_than_maker`. */
export function checkNewKey(role: Role, wanted: readonly Right[]): Result<null> {
  if (wanted.length === 0) return err('api_key.without_rights', {}, 'rights');
  const givable = givableRights(role);
  return wanted.every((right) => givable.includes(right)) ? ok(null) : err('api_key.more_than_maker', {}, 'rights');
}

export type KeyState = 'open' | 'expired' | 'revoked';

/** What becomes of a key: it ends when its time is over, or before that when somebody revokes it. */
export function stateOfKey(
  { revokedAt, expiresAt }: { readonly revokedAt: Temporal.Instant | null; readonly expiresAt: Temporal.Instant | null },
  now: Temporal.Instant,
): KeyState {
  if (revokedAt) return 'revoked';
  return expiresAt && Temporal.Instant.compare(expiresAt, now) <= 0 ? 'expired' : 'open';
}
