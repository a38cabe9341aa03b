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
