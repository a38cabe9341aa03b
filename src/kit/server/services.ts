import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Database } from './db/index.ts';
import type { Live } from './live.ts';
import type { Merge } from './merge.ts';
import type { Summary } from './summary.ts';

/** What the whole installation shares: given to every handler, job and command. */
export type Services = {
  readonly config: Config;
  readonly database: Database;
  readonly summary: Summary;
  readonly merge: Merge;
  readonly live: Live;
  readonly clock: () => Temporal.Instant;
  readonly log: Logger;
};
