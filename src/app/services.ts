import { readWorkspace, todayOf } from '#features/workspace/server/index.ts';
import { openSnapshot } from '#kit/server/backup/index.ts';
import type { Config } from '#kit/server/config.ts';
import type { Database, DatabaseOptions } from '#kit/server/db/index.ts';
import { digestOf } from '#kit/server/digest.ts';
import { automationPartsOf, eventsOf, workdaysOf } from '#kit/server/feature.ts';
import { makeLive } from '#kit/server/live.ts';
import { makeLog } from '#kit/server/log.ts';
import { makeMerge, type Merge } from '#kit/server/merge.ts';
import { makeMetrics } from '#kit/server/metrics.ts';
import type { Services } from '#kit/server/services.ts';
import { makeSummary, type Summary } from '#kit/server/summary.ts';
import { features } from './features.ts';

/** The summary that all features fill together, in the order of their floors. */
export const summary: Summary = makeSummary(features.flatMap((feature) => feature.summary ?? []));

/** What becomes of everything that hangs on two customers when they turn out to be one. */
export const merge: Merge = makeMerge(features.flatMap((feature) => feature.merge ?? []));

/** What a transaction does before it commits, when it touched customers: their rows are brought up to date at once. */
export function refreshTouched(clock: () => Temporal.Instant): NonNullable<DatabaseOptions['refreshTouched']> {
  return async (tx, customers, newcomers) => {
    const day = todayOf(await readWorkspace(tx), clock());
    await summary.refreshTouched(tx, day, customers, newcomers);
  };
}

export const systemClock = (): Temporal.Instant => Temporal.Now.instant();

/** `ownerUrl` is that of the database's owner, who alone can look past all workspaces. */
export function makeServices(config: Config, database: Database, clock = systemClock, ownerUrl = config.databaseUrl ?? ''): Services {
  const [digest, events] = [digestOf(features), eventsOf(features)];
  const personal = features.flatMap((feature) => feature.personal ?? []);
  const neededFiles = features.flatMap((feature) => feature.neededFiles ?? []);
  return {
    config,
    database,
    summary,
    merge,
    personal,
    workdays: workdaysOf(features),
    entrusted: features.flatMap((feature) => feature.entrusted ?? []),
    digest,
    events,
    automation: automationPartsOf(features),
    live: makeLive(database),
    openSnapshot: () => openSnapshot(ownerUrl, neededFiles),
    clock,
    log: makeLog(config),
    metrics: makeMetrics(database),
  };
}
