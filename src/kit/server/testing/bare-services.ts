import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workdaysOf } from '../feature.ts';
import { makeLive } from '../live.ts';
import { makeLog } from '../log.ts';
import { makeMerge } from '../merge.ts';
import type { Services } from '../services.ts';
import { makeMetrics } from '../metrics.ts';
import { makeSummary } from '../summary.ts';
import { testConfig } from './test-config.ts';

/** What an installation shares when it has no features: for tests of the kit, and of a feature alone. `own` takes the place of what stands here. */
export function bareServices({ config, ...own }: Pick<Services, 'database' | 'clock'> & Partial<Services>): Services {
  return {
    config: config ?? testConfig(join(tmpdir(), `tend-bare-${process.pid}`)),
    summary: makeSummary([]),
    merge: makeMerge([]),
    personal: [],
    workdays: workdaysOf([]),
    entrusted: [],
    digest: [],
    events: new Map(),
    automation: { triggers: [], actions: [] },
    live: makeLive(own.database),
    openSnapshot: async () => await Promise.reject(new Error('this test has no owner of a database')),
    log: makeLog({ logLevel: 'silent' }),
    metrics: makeMetrics(own.database),
    ...own,
  };
}
