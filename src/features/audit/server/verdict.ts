import { fail } from '#kit/domain/result.ts';
import { listWorkspaces } from '#features/workspace/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { proverOf } from '#kit/server/proof.ts';
import type { Services } from '#kit/server/services.ts';
import { readAnchors } from './anchors.ts';
import { verifyAudit, type Looking, type Verdict } from './verify.ts';

/** The verdict on the log of a workspace as it stands now. */
export async function verdictOf(services: Services, workspace: string, looking: Pick<Looking, 'signal' | 'onProgress'>): Promise<Verdict> {
  return await services.database.read({ workspace }, (tx) => verdictIn(tx, services, looking));
}

/** The same in a transaction that is open already. */
export async function verdictIn(tx: Tx, { config }: Services, looking: Pick<Looking, 'signal' | 'onProgress'>): Promise<Verdict> {
  const anchors = await readAnchors(config, tx.workspace);
  return await verifyAudit(tx, { ...looking, anchors, prove: proverOf(config) });
}

/** Looks at every log once a day; what is wrong makes the duty fail, which the status page shows (`audit.tampered`). */
export async function verifyAll(services: Services, signal: AbortSignal): Promise<void> {
  let found = 0;
  for (const { id } of await services.database.transaction({}, listWorkspaces)) found += (await verdictOf(services, id, { signal })).found;
  if (found > 0) throw fail('audit.tampered', { count: found });
}
