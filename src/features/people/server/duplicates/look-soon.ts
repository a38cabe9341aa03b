import type { Tx } from '#kit/server/db/index.ts';
import { enqueueJob } from '#kit/server/jobs.ts';

export const lookJob = 'people.look_for_duplicates';

/** So many at once are looked at with everybody else. */
const mostOneByOne = 200;

/** Asks for customers who are new, or whose names, numbers or addresses changed, to be compared with the others soon. */
export async function lookSoon(tx: Tx, customers: readonly string[]): Promise<void> {
  if (customers.length === 0) return;
  if (customers.length > mostOneByOne) return await lookAtAllSoon(tx);
  await enqueueJob(tx, lookJob, { customers }, { queue: `duplicates ${tx.workspace}` });
}

/** The same for everybody: after an import. One look waits until many who come one after the other have come. */
export async function lookAtAllSoon(tx: Tx): Promise<void> {
  await enqueueJob(tx, lookJob, {}, { key: 'duplicates', delaySeconds: 10, queue: `duplicates ${tx.workspace}` });
}
