import type { Tx } from './db/index.ts';

/** How much of what a feature keeps is entrusted to a colleague: what is handed over before they stop working with customers. */
export type Entrusted = (tx: Tx, now: Temporal.Instant, colleague: string) => Promise<number>;
