import type { Tx } from '#kit/server/db/index.ts';
import { enqueueJob } from '#kit/server/jobs.ts';
import { rememberToLook, takeThoseToLookAt } from './look-store.ts';

export const lookJob = 'people.look_for_duplicates';

/** So many at once are looked at with everybody else. */
const mostOneByOne = 200;

/** So many are looked at in one go: whoever waits for a page has the machine in between. */
const inOneGo = 50;

/**
 * Asks for customers who are new, or whose names, numbers or addresses changed, to be compared with the others soon. They are put on a list;
 * whoever begins it sees to it that it is looked through.
 */
export async function lookSoon(tx: Tx, customers: readonly string[]): Promise<void> {
  if (customers.length === 0) return;
  if (customers.length > mostOneByOne) return await lookAtAllSoon(tx);
  const isBegun = await rememberToLook(tx, customers);
  if (!isBegun) await enqueueLook(tx);
}

/** Some of those who are to be looked at; when others are left, they have their turn after these. */
export async function takeSome(tx: Tx): Promise<readonly string[]> {
  const { taken, isMore } = await takeThoseToLookAt(tx, inOneGo);
  if (isMore) await enqueueLook(tx);
  return taken;
}

/** The same for everybody: after an import. One look waits until many who come one after the other have come. */
export async function lookAtAllSoon(tx: Tx): Promise<void> {
  await enqueueJob(tx, lookJob, { everybody: true }, { key: 'duplicates', delaySeconds: 10, queue: `duplicates ${tx.workspace}` });
}

async function enqueueLook(tx: Tx): Promise<void> {
  await enqueueJob(tx, lookJob, {}, { delaySeconds: 1, queue: `duplicates ${tx.workspace}` });
}
