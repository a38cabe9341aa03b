import type { Logger } from 'pino';
import type { EventCatalogue } from '#kit/contract/events.ts';
import type { Snapshot } from './backup/snapshot.ts';
import type { AutomationParts } from './automation.ts';
import type { Config } from './config.ts';
import type { Database, Tx } from './db/index.ts';
import type { DigestSection } from './digest.ts';
import type { Entrusted } from './entrusted.ts';
import type { Live } from './live.ts';
import type { Metrics } from './figures.ts';
import type { Merge } from './merge.ts';
import type { PersonalPart } from './personal.ts';
import type { Summary } from './summary.ts';

/** What the whole installation shares: given to every handler, job and command. */
export type Services = {
  readonly config: Config;
  readonly database: Database;
  readonly summary: Summary;
  readonly merge: Merge;
  /** What every feature knows of persons, in the order of the floors. */
  readonly personal: readonly PersonalPart[];
  /** On which days a business works (1 is Monday). */
  readonly workdays: (tx: Tx) => Promise<readonly number[]>;
  /** What of every feature is entrusted to colleagues. */
  readonly entrusted: readonly Entrusted[];
  /** What every feature has to say in the digest, in its order. */
  readonly digest: readonly DigestSection[];
  /** What the log of events holds, by feature. */
  readonly events: ReadonlyMap<string, EventCatalogue>;
  /** What the features bring to automations. */
  readonly automation: AutomationParts;
  readonly live: Live;
  /** Everything of the installation at one moment, past all workspaces: for backups alone. */
  readonly openSnapshot: () => Promise<Snapshot>;
  readonly clock: () => Temporal.Instant;
  readonly log: Logger;
  readonly metrics: Metrics;
};
