import { fail, unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { checkRoleChange, type Role } from '../domain/index.ts';
import { holdWithOwners, updateRole } from './store.ts';

/**
 * Gives a colleague another role. All owners are held until the transaction ends, so that two who demote each other leave one. Refuses
 * `access.colleague_not_found`, `role.not_allowed`, `access.last_owner`, and somebody who has been let out meanwhile themselves (`access.forbidden`).
 */
export async function changeRole(tx: Tx, now: Temporal.Instant, by: string, id: string, role: Role): Promise<void> {
  const here = await holdWithOwners(tx, [by, id]);
  const [acting, colleague] = [here.get(by), here.get(id)];
  if (!acting) throw fail('access.forbidden');
  if (!colleague) throw fail('access.colleague_not_found');
  const otherOwners = [...here].filter(([other, one]) => other !== id && one.role === 'owner').length;
  unwrap(checkRoleChange(acting.role, colleague.role, role, otherOwners));
  if (colleague.role === role) return;
  await updateRole(tx, id, role);
  const detail = { from: colleague.role, to: role };
  await recordEvent(tx, now, { kind: 'access.role_changed', colleague: by, subject: id, detail });
}
