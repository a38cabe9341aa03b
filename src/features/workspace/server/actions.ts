import { changesBetween } from '#kit/domain/changes.ts';
import { fail, unwrap } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { forgetOldAnswers } from '#kit/server/http/index.ts';
import { enqueueJob } from '#kit/server/jobs.ts';
import type { Services } from '#kit/server/services.ts';
import { checkWorkspace, todayOf, type Workspace } from '../domain/index.ts';
import { inEveryWorkspace } from './every-workspace.ts';
import { findWorkspace, insertWorkspace, markRefreshed, updateWorkspace } from './store.ts';

/** The workspace of the transaction. */
export async function readWorkspace(tx: Tx): Promise<Workspace> {
  const workspace = await findWorkspace(tx);
  if (!workspace) throw fail('workspace.not_found');
  return workspace;
}

/**
 * Writes a new workspace under the id of the transaction. Refused: `workspace.unknown_time_zone`, `workspace.unknown_currency`.
 * Its owner is `access`'s to make, in the same transaction.
 */
export async function makeWorkspace(
  tx: Tx,
  now: Temporal.Instant,
  given: Pick<Workspace, 'name' | 'language' | 'currency' | 'timeZone'>,
): Promise<Workspace> {
  unwrap(checkWorkspace({ ...given, followUpFromDays: 0, followUpUntilDays: 0 }));
  await insertWorkspace(tx, given);
  await recordEvent(tx, now, { kind: 'workspace.made', detail: given });
  return await readWorkspace(tx);
}

/** Changes settings; figures that depend on them are computed again by the job enqueued in the same transaction. */
export async function changeWorkspace(tx: Tx, now: Temporal.Instant, colleague: string, change: Partial<Workspace>): Promise<Workspace> {
  const before = await readWorkspace(tx);
  const after = { ...before, ...change };
  unwrap(checkWorkspace(after));
  await updateWorkspace(tx, after);
  await recordEvent(tx, now, { kind: 'workspace.changed', colleague, detail: change, changes: changesBetween(before, after) });
  await requestRefresh(tx);
  return after;
}

export const refreshJob = 'workspace.refresh';

/** Asks for every figure of the workspace to be computed again soon; many wishes at once become one round. */
export async function requestRefresh(tx: Tx): Promise<void> {
  await enqueueJob(tx, refreshJob, {}, { key: 'refresh', queue: `refresh ${tx.workspace}` });
}

/** Computes every customer's row again, as of the workspace's today, in one transaction. */
export async function refreshWorkspace(services: Services, workspace: string, signal?: AbortSignal): Promise<void> {
  await services.database.transaction({ workspace }, async (tx) => {
    const now = services.clock();
    const day = todayOf(await readWorkspace(tx), now);
    await services.summary.refresh(tx, { day, customers: 'all', signal });
    await markRefreshed(tx, day, now);
    // What was computed anew may stand on any screen.
    tx.announce({ kind: 'workspace.refreshed', customer: null, colleague: null });
  });
}

/** Forgets what was answered to requests that nobody repeats any more. */
export async function forgetAnswers(services: Services): Promise<void> {
  await inEveryWorkspace(services, (workspace) =>
    services.database.transaction({ workspace }, (tx) => forgetOldAnswers(tx, services.clock())),
  );
}

/** Where a workspace's day has turned since its figures were computed, asks for the nightly round. */
export async function noticeTurnedDays(services: Services): Promise<void> {
  await inEveryWorkspace(services, async (id, workspace) => {
    const today = todayOf(workspace, services.clock());
    if (workspace.refreshedOn && Temporal.PlainDate.compare(workspace.refreshedOn, today) >= 0) return;
    await services.database.transaction({ workspace: id }, requestRefresh);
  });
}
