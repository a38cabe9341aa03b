import { fail, unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { Entrusted } from '#kit/server/entrusted.ts';
import { recordEvent } from '#kit/server/events.ts';
import { checkRoleChange, mayBeEntrusted, type Role } from '../domain/index.ts';
import { holdWithOwners, updateRole } from './store.ts';

export type RoleGiven = { readonly colleague: string; readonly role: Role };

/**
 * Gives a colleague another role. All owners are held until the transaction ends, so that two who demote each other leave one. Refuses
 * `access.colleague_not_found`, `role.not_allowed`, `access.last_owner`, somebody who has been let out meanwhile themselves (`access.forbidden`), and what
 * `requireNothingEntrusted` refuses.
 */
export async function changeRole(
  tx: Tx,
  now: Temporal.Instant,
  by: string,
  { colleague: id, role }: RoleGiven,
  entrusted: readonly Entrusted[],
): Promise<void> {
  const here = await holdWithOwners(tx, [by, id]);
  const [acting, colleague] = [here.get(by), here.get(id)];
  if (!acting) throw fail('access.forbidden');
  if (!colleague) throw fail('access.colleague_not_found');
  const otherOwners = [...here].filter(([other, one]) => other !== id && one.role === 'owner').length;
  unwrap(checkRoleChange(acting.role, colleague.role, role, otherOwners));
  if (colleague.role === role) return;
  await requireNothingEntrusted(tx, now, { colleague: id, role }, entrusted);
  await updateRole(tx, id, role);
  const detail = { from: colleague.role, to: role };
  await recordEvent(tx, now, { kind: 'access.role_changed', colleague: by, subject: id, detail });
}

/**
 * Refuses a role in which a colleague could not work with the customers and promises that are theirs (`role.holds_something`): these are handed over first.
 * Whoever asks holds the colleague, so that nothing is entrusted to them meanwhile.
 */
export async function requireNothingEntrusted(
  tx: Tx,
  now: Temporal.Instant,
  { colleague, role }: RoleGiven,
  entrusted: readonly Entrusted[],
): Promise<void> {
  if (mayBeEntrusted({ role })) return;
  let count = 0;
  for (const countOf of entrusted) count += await countOf(tx, now, colleague);
  if (count > 0) throw fail('role.holds_something', { count }, 'role');
}
