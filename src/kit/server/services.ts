import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Database } from './db/index.ts';
import type { DigestSection } from './digest.ts';
import type { Live } from './live.ts';
import type { Merge } from './merge.ts';
import type { Summary } from './summary.ts';

/** What the whole installation shares: given to every handler, job and command. */
export type Services = {
  readonly config: Config;
  readonly database: Database;
  readonly summary: Summary;
  readonly merge: Merge;
  /** What every feature has to say in the digest, in its order. */
  readonly digest: readonly DigestSection[];
  readonly live: Live;
  readonly clock: () => Temporal.Instant;
  readonly log: Logger;
};
