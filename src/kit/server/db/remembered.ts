import type { Tx } from './transaction.ts';

/** What changes seldom and is wanted by nearly every request, remembered for a moment by workspace. */
export type Remembered<Value> = {
  read(tx: Tx): Promise<Value>;
  /** To be called by whoever writes it: the transaction reads what it wrote, and everybody else after its commit. */
  forget(tx: Tx): void;
};

/** So long, at most, does what another process changed still count here; what changes in this process counts at once. */
const rememberedFor = 2000;

export function remember<Value>(load: (tx: Tx) => Promise<Value>): Remembered<Value> {
  const key = {};
  /** Those that wrote it know it for themselves alone; those that only read share what they found. */
  const writers = new WeakSet<Tx>();
  const ofTx = new WeakMap<Tx, Promise<Value>>();

  function forgetFor(tx: Tx): void {
    // A new map: who has begun to load before this puts what was found where nobody looks any more.
    tx.memory.set(key, new Map());
  }

  async function loadAndKeep(tx: Tx): Promise<Value> {
    const kept = tx.memory.get(key) ?? new Map<string, { readonly value: Value; readonly until: number }>();
    tx.memory.set(key, kept);
    const value = await load(tx);
    if (!writers.has(tx)) kept.set(tx.workspace, { value, until: performance.now() + rememberedFor });
    return value;
  }

  return {
    read: async (tx) => {
      const kept = writers.has(tx) ? undefined : tx.memory.get(key)?.get(tx.workspace);
      if (kept && kept.until > performance.now()) return kept.value as Value;
      // Settings do not change under a transaction that reads them, and many of its steps do.
      const loading = ofTx.get(tx) ?? loadAndKeep(tx);
      ofTx.set(tx, loading);
      return await loading;
    },
    forget: (tx) => {
      writers.add(tx);
      ofTx.delete(tx);
      tx.afterCommit(() => forgetFor(tx));
    },
  };
}
