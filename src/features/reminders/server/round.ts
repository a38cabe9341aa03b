import { colleaguesHere } from '#features/access/server/index.ts';
import { inEveryWorkspace, whenMade } from '#features/workspace/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { Services } from '#kit/server/services.ts';
import { claimDigests, giveUpDigests } from './digests.ts';
import { makeReminders } from './making.ts';
import { holdProgress, writeProgress } from './store.ts';

/** Makes in every workspace what is owed since the last round. What fails in one is made up for by the next round there, and holds up no other. */
export async function remindEverybody(services: Services): Promise<void> {
  await inEveryWorkspace(services, async (workspace) => await remindWorkspace(services, workspace));
}

/**
 * Makes the reminders, and takes on the digests, that are owed from where the last round ended up to now, however long ago that was; answers how many reminders. All or nothing,
 * and once, also where two servers do it at the same time.
 */
export async function remindWorkspace(services: Services, workspace: string): Promise<number> {
  return await services.database.transaction({ workspace }, async (tx) => {
    const now = services.clock();
    const { since, doneUntil: after } = await holdProgress(tx, await beginning(tx, now));
    // A clock that was ahead and is right again: what falls due until it gets there would be passed over. What was made meanwhile is not made twice.
    if (Temporal.Instant.compare(now, after) < 0) await writeProgress(tx, now);
    if (Temporal.Instant.compare(now, after) <= 0) return 0;
    const span = { since, after, until: now };
    const here = (await colleaguesHere(tx)).map(({ id }) => id);
    const made = await makeReminders(tx, now, span, here);
    await claimDigests(tx, now, span, here);
    await writeProgress(tx, now);
    return made.length;
  });
}

/**
 * After a restore: what has become owed since the backup was made stands behind the bell, and is told to no device and by no letter, since it may have been already.
 */
export async function remindAfterRestore(tx: Tx, now: Temporal.Instant): Promise<void> {
  const { since, doneUntil: after } = await holdProgress(tx, await beginning(tx, now));
  if (Temporal.Instant.compare(now, after) > 0) {
    const span = { since, after, until: now };
    const here = (await colleaguesHere(tx)).map(({ id }) => id);
    await makeReminders(tx, now, span, here, 'quietly');
    await claimDigests(tx, now, span, here);
    await writeProgress(tx, now);
  }
  await giveUpDigests(tx, now);
}

/** Where the first round of a workspace takes up, and since when our word is reminded of: from when there is a workspace. */
async function beginning(tx: Tx, now: Temporal.Instant): Promise<Temporal.Instant> {
  const made = await whenMade(tx);
  return Temporal.Instant.compare(made, now) < 0 ? made : now;
}
