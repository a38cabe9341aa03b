import { inEveryWorkspace } from '#features/workspace/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { recordEvent } from '#kit/server/events.ts';
import { linkOf, proverOf, type Prove } from '#kit/server/proof.ts';
import type { Services } from '#kit/server/services.ts';
import { readAnchors, writeAnchor } from './anchors.ts';
import { countEvents, holdChain, insertSeals, isAnythingWaiting, listWaiting, readHead, readLinks, type Link } from './seal-store.ts';

const atOnce = 2000;

/** Seals what waits in every workspace. Comes round every minute. */
export async function sealAll(services: Services, signal: AbortSignal): Promise<void> {
  await inEveryWorkspace(services, async (workspace) => await sealWorkspace(services, workspace, signal), signal);
}

/**
 * Puts what waits into the chain, in the order of the ids, and writes the end of the chain down outside of the database. Several may do so at once: one
 * after the other. Whoever writes an entry never waits for it.
 */
export async function sealWorkspace(services: Services, workspace: string, signal?: AbortSignal): Promise<void> {
  const { database, config, clock } = services;
  const prove = proverOf(config);
  let head: Link | undefined;
  // What is sealed already need not be passed over again; what comes meanwhile with a smaller id waits for the next round.
  let after: string | undefined;
  for (let isMore = true; isMore;) {
    const step = await database.transaction({ workspace }, async (tx) =>
      (await isAnythingWaiting(tx)) ? await sealBatch(tx, clock(), prove, after) : undefined,
    );
    if (!step) break;
    head = step.head ?? head;
    after = step.last;
    isMore = step.sealed === atOnce && signal?.aborted !== true;
  }
  if (head) await anchor(services, workspace, head);
}

type Batch = { readonly head: Link | undefined; readonly sealed: number; readonly last: string | undefined };

async function sealBatch(tx: Tx, now: Temporal.Instant, prove: Prove, after: string | undefined): Promise<Batch> {
  await holdChain(tx);
  let head = await readHead(tx);
  // What is older than the log is counted once, so that nothing can pretend to be older later.
  if (!head) await recordEvent(tx, now, { kind: 'audit.began', detail: { events: (await countEvents(tx)).unproved } });
  const waiting = await listWaiting(tx, after, atOnce);
  const seals = waiting.map(({ event, proof }) => {
    const number = (head?.number ?? 0) + 1;
    const link = linkOf(prove, tx.workspace, { number, before: head?.link ?? '', event, proof: proof ?? '' });
    head = { number, link };
    return { ...head, event };
  });
  if (seals.length > 0) await insertSeals(tx, seals);
  return { head, sealed: seals.length, last: waiting.at(-1)?.event };
}

/** An end of the chain that does not follow from what is written down already is not written over it: that is for people to look at. */
async function anchor({ database, config, clock, log }: Services, workspace: string, head: Link): Promise<void> {
  const last = (await readAnchors(config, workspace)).at(-1);
  if (last && last.number >= head.number) return;
  if (last) {
    const links = await database.transaction({ workspace }, (tx) => readLinks(tx, [last.number]));
    if (links.get(last.number) !== last.link) return log.error({ workspace }, 'the audit log does not continue what is known of it');
  }
  await writeAnchor(config, workspace, { ...head, at: clock().toString() });
}
