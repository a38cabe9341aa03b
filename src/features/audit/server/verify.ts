import type { z } from 'zod';
import type { Tx } from '#kit/server/db/index.ts';
import { digestOf, linkOf, proofOf, type Prove } from '#kit/server/proof.ts';
import type { AuditVerdict } from '../api.ts';
import type { Anchor } from './anchors.ts';
import { countEvents, readHead, readLinks } from './seal-store.ts';
import { listOfKinds, listStray, readSealed, readUnsealed, type ProvedEvent } from './verify-store.ts';

export type Verdict = z.input<typeof AuditVerdict>;
type Finding = Verdict['findings'][number];

export type Looking = {
  readonly prove: Prove;
  /** Read before the chain is, which only grows. */
  readonly anchors: readonly Anchor[];
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((share: number) => void) | undefined;
};

const mostTold = 100;

/**
 * Looks at every entry and the whole chain, and says what does not fit: an entry changed, emptied without a word of erasing, removed or inserted; a gap in
 * the numbers or a link that does not follow; and, by what is known outside of the database, a chain that became shorter or another one.
 */
export async function verifyAudit(tx: Tx, { prove, anchors, signal, onProgress }: Looking): Promise<Verdict> {
  const findings: Finding[] = [];
  const head = await readHead(tx);
  const explained = await readErasures(tx, prove);
  const end = head?.number ?? 0;
  let [forgotten, waiting, known, last, before] = [0, 0, 0, 0, ''];
  for await (const rows of readSealed(tx, end)) {
    signal?.throwIfAborted();
    for (const row of rows) {
      const { number, link, id } = row;
      if (number !== last + 1) findings.push({ kind: 'gap', number: last + 1, event: null, at: null });
      if (row.event) {
        known += 1;
        const kind = judge(tx, prove, row.event, explained);
        if (kind === 'forgotten') forgotten += 1;
        else if (kind) findings.push({ kind, number, event: id, at: row.event.happenedAt.toString() });
        const expected = linkOf(prove, tx.workspace, { number, before, event: id, proof: row.event.proof ?? '' });
        // After a gap the link before is not known, and after a false one each further is judged by what stands there.
        if (number === last + 1 && kind !== 'changed' && link !== expected)
          findings.push({ kind: 'relinked', number, event: id, at: row.event.happenedAt.toString() });
      } else findings.push({ kind: 'removed', number, event: id, at: null });
      [last, before] = [number, link];
    }
    onProgress?.(last / end);
  }
  for await (const rows of readUnsealed(tx)) {
    signal?.throwIfAborted();
    waiting += rows.length;
    for (const { id, event, isSealed } of rows) {
      if (event && !isSealed) known += 1;
      const kind = event ? judge(tx, prove, event, explained) : 'removed';
      if (kind === 'forgotten') forgotten += 1;
      else if (kind) findings.push({ kind, number: null, event: id, at: event?.happenedAt.toString() ?? null });
    }
  }
  const { proved, unproved } = await countEvents(tx);
  // As many as were looked at: then there are no others. Where somebody writes meanwhile there may be.
  if (proved !== known)
    for (const { id, at } of await listStray(tx, mostTold)) findings.push({ kind: 'inserted', number: null, event: id, at: at.toString() });
  findings.push(...judgeOlder(unproved, head ? await countedAtFirst(tx) : unproved), ...(await judgeAnchors(tx, anchors)));
  return {
    sealed: end,
    waiting,
    forgotten,
    before: unproved,
    head: head ? `${head.number}-${head.link.slice(0, 16)}` : null,
    anchoredAt: anchors.at(-1)?.at ?? null,
    found: findings.length,
    findings: findings.slice(0, mostTold),
  };
}

/** By whose erasure, or by which forgetting of old events, words may be missing. */
type Explained = { readonly customers: ReadonlySet<string>; readonly until: Temporal.Instant | undefined };

async function readErasures(tx: Tx, prove: Prove): Promise<Explained> {
  const proved = (await listOfKinds(tx, ['personal_data.erased', 'personal_data.events_forgotten'])).filter(
    (event) => event.proof !== null && event.proof === proofOf(prove, tx.workspace, event, event.digest),
  );
  const moments = proved.flatMap(({ kind, detail, salt, digest, changes }) => {
    if (kind !== 'personal_data.events_forgotten' || salt === null || digestOf({ detail, changes }, salt) !== digest) return [];
    const { before } = detail as { readonly before?: unknown };
    return typeof before === 'string' ? [Temporal.Instant.from(before)] : [];
  });
  return {
    customers: new Set(proved.flatMap(({ kind, customer }) => (kind === 'personal_data.erased' && customer !== null ? [customer] : []))),
    until: moments.toSorted((one, other) => Temporal.Instant.compare(one, other)).at(-1),
  };
}

function judge(tx: Tx, prove: Prove, event: ProvedEvent, explained: Explained): 'changed' | 'emptied' | 'forgotten' | undefined {
  const { salt, digest } = event;
  const now = digestOf(event, salt ?? '');
  const isEmptied = salt === null && digest !== null;
  if (isEmptied ? now !== null : now !== digest) return 'changed';
  if (event.proof === null || event.proof !== proofOf(prove, tx.workspace, event, digest)) return 'changed';
  if (!isEmptied) return undefined;
  const isOld = explained.until !== undefined && Temporal.Instant.compare(event.happenedAt, explained.until) < 0;
  return isOld || (event.customer !== null && explained.customers.has(event.customer)) ? 'forgotten' : 'emptied';
}

/** How many events there were from before there was a log, as its first entry says; undefined where that one is gone. */
async function countedAtFirst(tx: Tx): Promise<number | undefined> {
  const [first] = await listOfKinds(tx, ['audit.began']);
  const { events } = (first?.detail ?? {}) as { readonly events?: unknown };
  return typeof events === 'number' ? events : undefined;
}

function judgeOlder(now: number, then: number | undefined): Finding[] {
  if (then === undefined || now === then) return [];
  return [{ kind: now > then ? 'inserted' : 'removed', number: null, event: null, at: null }];
}

async function judgeAnchors(tx: Tx, anchors: readonly Anchor[]): Promise<Finding[]> {
  const links = await readLinks(
    tx,
    anchors.map(({ number }) => number),
  );
  return anchors.flatMap(({ number, link, at }): Finding[] => {
    const found = links.get(number);
    if (found === link) return [];
    return [{ kind: found === undefined ? 'shorter' : 'replaced', number, event: null, at }];
  });
}
