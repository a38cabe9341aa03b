import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { findColleague, holdColleagues, updateSuspension } from './store.ts';

/**
 * Closes the door to a colleague who leaves: no sign-in, and nothing is entrusted to them any more. What they did keeps their name. An owner of the workspace
 * does it for another, so that there is always one left. Refuses `access.suspend_self`, `access.colleague_not_found`, `access.already_suspended`, and
 * somebody who has been let out meanwhile themselves (`access.forbidden`).
 */
export async function suspendColleague(tx: Tx, now: Temporal.Instant, by: string, id: string): Promise<void> {
  if (by === id) throw fail('access.suspend_self');
  const here = await holdColleagues(tx, [by, id], 'leave');
  if (!here.has(by)) throw fail('access.forbidden');
  if (!here.has(id)) throw fail((await findColleague(tx, id)) ? 'access.already_suspended' : 'access.colleague_not_found');
  await updateSuspension(tx, id, { at: now, by });
  await recordEvent(tx, now, { kind: 'access.colleague_suspended', colleague: by, subject: id });
}

/** Opens the door again. Refuses `access.colleague_not_found`, and somebody who is here (`access.not_suspended`). */
export async function letColleagueBack(tx: Tx, now: Temporal.Instant, by: string, id: string): Promise<void> {
  const colleague = await findColleague(tx, id);
  if (!colleague) throw fail('access.colleague_not_found');
  if (colleague.suspended_at === null) throw fail('access.not_suspended');
  await updateSuspension(tx, id, null);
  await recordEvent(tx, now, { kind: 'access.colleague_let_back', colleague: by, subject: id });
}
