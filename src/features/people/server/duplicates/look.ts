import type { Tx } from '#kit/server/db/index.ts';
import { judge, worthShowing, type Frequencies, type Likeness } from '../../domain/duplicates/index.ts';
import { gatherAll } from './compared-store.ts';
import { hashOf, Sketch } from './hash.ts';
import { bornBy, countedOf, heldBy, isName, keysOf } from './keys.ts';
import { comparedFrom, likenessOf } from './likeness.ts';
import {
  addFound,
  addKeys,
  keepFrequencies,
  keepSharedKeys,
  openLook,
  readLines,
  readSharing,
  replaceCandidates,
  type Found,
} from './look-store.ts';

/** What a look at everybody came to. */
export type Looked = {
  readonly customers: number;
  /** How many pairs were compared: what the time goes with. */
  readonly compared: number;
  readonly found: number;
};

/** How many may share a key for it to be a reason to compare them. */
const mostSharing = 30;

/** A name that so many of a hundred thousand bear is kept as a common one. */
const commonOfHundredThousand = 3;

/**
 * Compares every customer with those who share something with them, and lets the list of candidates be what comes of it. Customers stream
 * through: what is held at a time is one block of those who share a key, and counts of a fixed size.
 */
export async function lookAtAll(tx: Tx, now: Temporal.Instant, signal?: AbortSignal): Promise<Looked> {
  await openLook(tx);
  const customers = await gatherAll(tx);
  const { frequencies, common } = await countAndKey(tx, customers, signal);
  await keepSharedKeys(tx, mostSharing);
  const compared = await compareSharing(tx, frequencies, signal);
  const found = await replaceCandidates(tx, now);
  await keepFrequencies(tx, now, customers, common);
  return { customers, compared, found };
}

type Counted = { readonly frequencies: Frequencies; readonly common: ReadonlyMap<number, number> };

async function countAndKey(tx: Tx, customers: number, signal: AbortSignal | undefined): Promise<Counted> {
  const sketch = new Sketch(customers * 8);
  const least = Math.max(3, Math.round((customers / 100_000) * commonOfHundredThousand));
  const common = new Set<string>();
  for await (const rows of readLines(tx)) {
    signal?.throwIfAborted();
    const keys = [];
    for (const { n, line } of rows) {
      const likeness = likenessOf(comparedFrom(line));
      for (const value of countedOf(likeness)) if (sketch.add(value) === least && isName(value)) common.add(value);
      keys.push({ n, keys: keysOf(likeness) });
    }
    await addKeys(tx, keys);
  }
  return {
    frequencies: {
      customers,
      bearers: (word) => sketch.count(bornBy(word)),
      holders: (value) => sketch.count(heldBy(value)),
    },
    common: new Map([...common].map((value) => [hashOf(value), sketch.count(value)])),
  };
}

type Member = { readonly n: number; readonly likeness: Likeness };

async function compareSharing(tx: Tx, frequencies: Frequencies, signal: AbortSignal | undefined): Promise<number> {
  const pairs = new RecentPairs();
  let compared = 0;
  let block: Member[] = [];
  let blockKey: number | undefined;
  let found: Found<number>[] = [];
  const compareBlock = () => {
    for (const [place, one] of block.entries()) {
      for (let next = place + 1; next < block.length; next += 1) {
        const other = block[next];
        if (!other || pairs.has(one.n, other.n)) continue;
        compared += 1;
        const { probability, reasons } = judge(one.likeness, other.likeness, frequencies);
        if (probability >= worthShowing) found.push({ one: one.n, other: other.n, probability, reasons: JSON.stringify(reasons) });
      }
    }
    block = [];
  };
  for await (const rows of readSharing(tx)) {
    signal?.throwIfAborted();
    for (const { key, n, line } of rows) {
      if (key !== blockKey) compareBlock();
      blockKey = key;
      block.push({ n, likeness: likenessOf(comparedFrom(line)) });
    }
    if (found.length > 0) await addFound(tx, found);
    found = [];
  }
  compareBlock();
  if (found.length > 0) await addFound(tx, found);
  return compared;
}

/** Two who share one key often share the next: what was compared a moment ago is not compared again, as far as a fixed memory goes. */
class RecentPairs {
  readonly #seen = new Float64Array(4_194_304);

  /** Whether the pair is among those remembered; from now on it is. */
  has(one: number, other: number): boolean {
    const [a, b] = one < other ? [one, other] : [other, one];
    const pair = a * 16_777_216 + b;
    const slot = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 10;
    if (this.#seen[slot] === pair) return true;
    this.#seen[slot] = pair;
    return false;
  }
}
