import { fail, unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { endScreens } from '#kit/server/live.ts';
import { checkSuspending } from '../domain/index.ts';
import { endKeysOf } from './keys/actions.ts';
import { findColleague, holdWithOwners, updateSuspension } from './store.ts';

/**
 * Closes the door to a colleague who leaves: no sign-in, no key of theirs opens anything, and nothing is entrusted to them any more. What they did keeps their name. Somebody does it for
 * another, and all owners are held meanwhile, so that there is always one left. Refuses `access.suspend_self`, `access.colleague_not_found`,
 * `access.already_suspended`, `role.not_allowed`, and somebody who has been let out meanwhile themselves (`access.forbidden`).
 */
export async function suspendColleague(tx: Tx, now: Temporal.Instant, by: string, id: string): Promise<void> {
  if (by === id) throw fail('access.suspend_self');
  const here = await holdWithOwners(tx, [by, id]);
  const [acting, colleague] = [here.get(by), here.get(id)];
  if (!acting) throw fail('access.forbidden');
  if (!colleague) throw fail((await findColleague(tx, id)) ? 'access.already_suspended' : 'access.colleague_not_found');
  const otherOwners = [...here].filter(([other, one]) => other !== id && one.role === 'owner').length;
  unwrap(checkSuspending(acting.role, colleague.role, otherOwners));
  await updateSuspension(tx, id, { at: now, by });
  await endKeysOf(tx, now, by, id);
  endScreens(tx, id);
  await recordEvent(tx, now, { kind: 'access.colleague_suspended', colleague: by, subject: id });
}

/** Opens the door again. Refuses `access.colleague_not_found`, `role.not_allowed`, and somebody who is here (`access.not_suspended`). */
export async function letColleagueBack(tx: Tx, now: Temporal.Instant, by: string, id: string): Promise<void> {
  const [acting, colleague] = [await findColleague(tx, by), await findColleague(tx, id)];
  if (!colleague) throw fail('access.colleague_not_found');
  if (colleague.suspended_at === null) throw fail('access.not_suspended');
  if (!acting) throw fail('access.forbidden');
  unwrap(checkSuspending(acting.role, colleague.role, 1));
  await updateSuspension(tx, id, null);
  await recordEvent(tx, now, { kind: 'access.colleague_let_back', colleague: by, subject: id });
}
